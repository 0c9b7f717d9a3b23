import type { Answer, View } from "@yeelen/dataset/plain";
import { answerFromView, fromAttributes, QuestionError } from "@yeelen/query/views";
import type { FormedAttribute } from "./settings.ts";

/**
 * The answer to any question an element's attributes can spell, notes included; the view's own sources stand for its
 * provenance, which only a full catalogue knows. Throws an error that names the attribute, its value and what is allowed.
 */
export function fullAnswer(view: View, element: Parameters<typeof fromAttributes>[0]): Answer {
  const query = fromAttributes(element);
  const { dataset, release, about, population } = view;
  const provenance = {
    dataset,
    release,
    manifest: "",
    files: [],
    engine: "views",
    sql: "",
    sources: about.sources.filter(
      ({ publisher, title }) => query.measure === "rate" || `${publisher}, ${title}` !== population?.source,
    ),
  };
  return { query, ...answerFromView(view, query), provenance, digest: "" };
}

const allowed: Readonly<Record<FormedAttribute, string>> = {
  indicator: "the id of an indicator, as victims-detected",
  release: "a dataset and a release, as unodc-glotip/2025-04-14",
  src: "the http or https address of a folder of published data, ending in /",
  integrity: "sha256- and a hash in base64",
  theme: "auto, light, dark",
  chosen: "a code such as MLI or F",
};

/** Throws what is wrong with an attribute: what the question itself says of its fields, else what is allowed in it. */
export function refuse(element: Element, attribute: FormedAttribute): void {
  if (attribute === "indicator" || attribute === "release") fromAttributes(element);
  throw new QuestionError(attribute, element.getAttribute(attribute) ?? undefined, allowed[attribute]);
}
