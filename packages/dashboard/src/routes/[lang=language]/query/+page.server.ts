import { tellerOf } from "$lib/server/teller.ts";
import type { PageServerLoad } from "./$types";

const examples = {
  totals: `SELECT area, period, value, low, high, absence
FROM observations
WHERE indicator = 'victims-detected'
  AND sex = 'T' AND age = 'T' AND area = 'MLI'
ORDER BY period`,
  forms: `SELECT area, period, exploitation, value, low, high
FROM observations
WHERE indicator = 'victims-by-exploitation'
  AND sex = 'T' AND age = 'T' AND exploitation <> 'T'
  AND value IS NOT NULL
QUALIFY period = max(period) OVER (PARTITION BY area)
ORDER BY area, value DESC`,
  incidents: `SELECT period, route, sum(dead_or_missing) AS dead_or_missing
FROM incidents
GROUP BY ALL
ORDER BY period, route`,
} as const;

export const load: PageServerLoad = async ({ params }) => {
  const t = await tellerOf(params.lang);
  return {
    examples: (["totals", "forms", "incidents"] as const).map((id) => ({
      id,
      name: t.say(`query.example.${id}`),
      sql: examples[id],
    })),
    words: {
      title: t.say("query.title"),
      description: t.say("query.description"),
      lead: t.say("query.lead"),
      label: t.say("query.label"),
      run: t.say("query.run"),
      stop: t.say("query.stop"),
      examples: t.say("query.examples"),
      engine: t.say("query.engine"),
      data: t.say("query.data"),
      running: t.say("query.running"),
      cut: t.say("query.cut"),
      csv: t.say("query.csv"),
      noscript: t.say("query.noscript"),
      caveat: t.say("chart.caveat"),
      caveatText: t.say("query.caveat"),
      tables: t.say("query.tables"),
      files: t.say("nav.data"),
    },
  };
};
