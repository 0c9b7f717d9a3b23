import { toSvg } from "../node/to-svg.ts";

/** A figure as a frame, for pages where a script of another host may not run. */
export interface FrameOptions {
  /** Address of the frame's page. */
  readonly page: string;
  /** What the frame's page is told: the element's attributes and its `kind`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly title: string;
  /** CSS pixels, until the frame's own message says how high it is. */
  readonly height: number;
  /** The script that listens to that message; without it the height stays. */
  readonly script?: string;
  readonly integrity?: string;
}

/** What a partner pastes: a frame, and, where scripts may run, the one that gives it its height. Needs `frame-src` for the page's host. */
export function frameCode({ page, attributes, title, height, script, integrity }: FrameOptions): string {
  const address = new URL(page);
  for (const [name, value] of Object.entries(attributes)) address.searchParams.set(name, value);
  const frame = toSvg([
    "iframe",
    {
      "data-yeelen": true,
      src: address.href,
      title,
      width: "100%",
      height,
      frameborder: "0",
      loading: "lazy",
      referrerpolicy: "no-referrer",
      sandbox: "allow-scripts allow-same-origin allow-downloads allow-popups",
    },
  ]);
  if (!script) return `${frame}\n`;
  return `${frame}\n${toSvg(["script", { type: "module", src: script, integrity, crossorigin: "anonymous" }])}\n`;
}
