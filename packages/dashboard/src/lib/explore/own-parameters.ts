/**
 * The part of an address' search that a page reads, as it was written. What others hang onto addresses that are passed on
 * (`utm_source`, `fbclid`, anything that is not the page's) is left out, so that it never becomes part of a question.
 */
export function ownParameters(search: string, own: readonly string[]): string {
  const pairs = search.replace(/^\?/, "").split("&");
  const kept = pairs.filter((pair) =>
    [...new URLSearchParams(pair).keys()].some((name) => own.includes(name)),
  );
  return kept.length > 0 ? `?${kept.join("&")}` : "";
}
