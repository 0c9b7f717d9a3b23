const tags = new Set(
  "a caption circle clippath defs figcaption figure g img li line p path pattern picture rect source strong svg table tbody td text th thead tr ul".split(
    " ",
  ),
);

const attributes = new Set(
  "alt anchor clip-path cx cy d dir direction fill font-family font-size font-weight height href lang patterntransform patternunits points r scope src srcset stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-width text-anchor transform type viewbox width x x1 x2 y y1 y2".split(
    " ",
  ),
);

/**
 * What an old editor keeps of pasted lines: no script, no tag it does not know (their content stays), no class, id, style,
 * `data-` or `aria-` attribute, and no attribute that it does not know.
 */
export function throughOldEditor(markup: string): string {
  return markup
    .replace(/<script\b.*?<\/script>/gs, "")
    .replace(
      /<(\/?)([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/gi,
      (_, close: string, tag: string, list: string, end: string) => {
        if (!tags.has(tag.toLowerCase())) return "";
        const kept = [...list.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)]
          .filter(([, name = ""]) => attributes.has(name.toLowerCase()))
          .map(([, name, value]) => ` ${name}="${value ?? ""}"`);
        return `<${close}${tag}${kept.join("")}${end}>`;
      },
    );
}
