import type { SvgElement } from "../node/svg-node.ts";
import { toSvg } from "../node/to-svg.ts";

/** Where the partner's page finds us, and what the element is told. */
export interface EmbedOptions {
  /** The element's attributes: the question as `toAttributes` of the query package spells it, `src`, `lang`, `theme`… */
  readonly attributes: Readonly<Record<string, string>>;
  /** Address of the element's script. */
  readonly script: string;
  /** Subresource integrity of that script, `sha384-…`. */
  readonly integrity?: string;
  /** Address of the figures, to be fetched together with the script: for a figure that opens a page. */
  readonly preload?: string;
  /** `<dataset>/<release>` of the static figure, for an element that follows the newest release. */
  readonly release?: string;
}

/**
 * What a partner pastes: one element with the question as attributes and the static figure as its children, which
 * stands by itself, and one script that brings it to life. Needs `script-src` and `connect-src` for the script's host.
 */
export function embed(
  kind: string,
  figure: SvgElement,
  { attributes, script, integrity, release, preload }: EmbedOptions,
): string {
  const [tag, held, children = []] = fluid(figure);
  const element = toSvg([
    `yeelen-${kind}`,
    attributes,
    [[tag, { ...held, "data-release": release }, children]],
  ]);
  const loader = toSvg(["script", { type: "module", src: script, integrity, crossorigin: "anonymous" }]);
  const early = toSvg([
    "link",
    { rel: "preload", as: "fetch", href: preload, crossorigin: "anonymous", referrerpolicy: "no-referrer" },
  ]);
  return `${preload ? `${early}\n` : ""}${element}\n${loader}\n`;
}

/** The picture no wider than its column, whatever that is, and always as high: the script keeps that height. */
function fluid([tag, attributes, children = []]: SvgElement): SvgElement {
  if (tag === "svg")
    return attributes["class"] === "yeelen-svg"
      ? [tag, { ...attributes, width: "100%", preserveAspectRatio: "xMinYMin" }, children]
      : [tag, attributes, children];
  return [tag, attributes, children.map((child) => (typeof child === "string" ? child : fluid(child)))];
}
