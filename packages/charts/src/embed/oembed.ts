import { toSvg } from "../node/to-svg.ts";

/** A `rich` answer of oEmbed 1.0, as a static file. */
export interface Oembed {
  readonly version: "1.0";
  readonly type: "rich";
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly html: string;
  readonly width: number;
  readonly height: number;
  readonly thumbnail_url: string;
  readonly thumbnail_width: number;
  readonly thumbnail_height: number;
}

/** The line by which a page says where its oEmbed answer is. */
export function oembedLink(address: string, title: string): string {
  return `${toSvg(["link", { rel: "alternate", type: "application/json+oembed", href: address, title }])}\n`;
}
