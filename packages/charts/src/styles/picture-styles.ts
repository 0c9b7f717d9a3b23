import { dark, light, palette, ramps } from "./colours.ts";

const steps = (prefix: string, list: readonly string[]) =>
  Object.fromEntries(list.map((colour, index) => [prefix + (index + 1), colour]));
const bright = { ...light, ...steps("ramp-", ramps.light) };
const dim = { ...dark, ...steps("ramp-", ramps.dark) };
const colours = { ...bright, ...steps("", palette) };
const names = Object.keys(colours);
const tokens = (list: object) =>
  Object.entries(list)
    .map(([name, colour]) => `--y-${name}:var(--yeelen-${name},${colour})`)
    .join(";");
const system: Readonly<Record<string, string>> = {
  paper: "Canvas",
  link: "LinkText",
  accent: "Highlight",
  hairline: "color-mix(in srgb,CanvasText 20%,Canvas)",
};
const holder = ":is(.yeelen-figure,.yeelen-picture)";

/**
 * Colours of a picture, in light, dark, high contrast and print; on `.yeelen-figure`, or on `.yeelen-picture` where the
 * picture stands by itself. A host may set each: `--yeelen-ink`, `--yeelen-paper`, `--yeelen-quiet`, `--yeelen-rest`,
 * `--yeelen-hairline`, `--yeelen-accent`, `--yeelen-link`, `--yeelen-1` to `--yeelen-8`, and `--yeelen-font`.
 * Where the reader forces colours, ink and paper are the system's; the palette stays, since it tells parts apart.
 * Dark where the reader prefers it or `data-theme="dark"` stands on the holder or around it; `data-theme="light"` prevents it.
 */
export const pictureStyles = `${holder}{${tokens(colours)};color:var(--y-ink);font-family:var(--yeelen-font,system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif)}
@media (prefers-color-scheme:dark){${holder}:not([data-theme=light],[data-theme=light] *){${tokens(dim)}}}
${holder}:is([data-theme=dark],[data-theme=dark] *){${tokens(dim)}}
@media (forced-colors:active){${holder}${holder}${holder}{${Object.keys(light)
  .map((name) => `--y-${name}:${system[name] ?? "CanvasText"}`)
  .join(";")}}}
@media print{${holder}${holder}${holder}{${tokens(bright)}}}
.yeelen-svg{display:block;overflow:visible;font-family:inherit}
${names.map((name) => `.yeelen-fill-${name}{fill:var(--y-${name})}.yeelen-stroke-${name}{stroke:var(--y-${name})}`).join("")}`;
