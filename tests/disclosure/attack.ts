import { allAttacks, isMet } from "./gate.ts";

// npm run attack: every attack in tests/disclosure/attacks, refused or not, and the safe tables that were refused.
let refused = 0;
let tried = 0;
let falseRefusals = 0;
let safe = 0;
for (const [file, attack] of await allAttacks()) {
  const outcome = await attack.run();
  const met = isMet(attack, outcome);
  if (attack.expected === "safe") {
    safe++;
    if (!met) falseRefusals++;
  } else {
    tried++;
    if (met) refused++;
  }
  const said = outcome.rules.length === 0 ? "passes" : `refused: ${[...new Set(outcome.rules)].join(", ")}`;
  console.log(`${met ? "ok  " : "FAIL"} ${file.padEnd(42)} ${attack.title} (${said})`);
}
console.log(
  `\nrefused ${refused} of ${tried} attacks; false refusals ${falseRefusals} of ${safe} safe inputs`,
);
process.exitCode = refused === tried && falseRefusals === 0 ? 0 : 1;
