import { elementAttributes } from "../element/settings.ts";
import { kindNames, loadElements } from "./loader.ts";
import { heightMessage } from "./frame-height.ts";

/** Puts the one element that the frame's address asks for on the frame's page, and tells the page around how high it is. */
export function fillFrame(
  document: Document,
  { parent, location }: Pick<Window, "parent" | "location">,
): void {
  const asked = new URLSearchParams(location.search);
  const kind = asked.get("kind") ?? "line";
  const element = document.createElement(kindNames.includes(kind) ? `yeelen-${kind}` : "yeelen-line");
  for (const name of elementAttributes) {
    const value = asked.get(name);
    if (value !== null) element.setAttribute(name, value);
  }
  if (!asked.has("src")) element.setAttribute("src", new URL("../data/", document.baseURI).href);
  const lang = asked.get("lang");
  if (lang) document.documentElement.lang = lang;
  document.body.append(element);
  loadElements(document);
  // the message holds a height and nothing else: any page may know it
  new ResizeObserver(() =>
    parent.postMessage(heightMessage(document.documentElement.scrollHeight), "*"),
  ).observe(document.body);
}
