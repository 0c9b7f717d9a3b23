/** What is said of two indicators that do not compare, where the catalogue has no reason of its own. `data/translations` holds each in every language. */
export const comparisonReasons = {
  "different-crime": "They count two different crimes, each defined in a Protocol of its own.",
  "different-unit":
    "They count different things: their numbers share no scale and are never added or divided.",
  "different-measure": "They are different measures, such as a number and a rate.",
  "counted-differently": "Who counts them, or through which survey, is not the same.",
  "different-release":
    "They come from two releases of the same figures, and a release can revise earlier years.",
} as const;
