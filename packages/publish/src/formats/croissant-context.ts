/** The JSON-LD context that the Croissant 1.0 specification asks every file to carry. */
export const croissantContext = {
  "@language": "en",
  "@vocab": "https://schema.org/",
  ...terms([
    "citeAs column dataBiases dataCollection extract field fileProperty fileObject fileSet format includes",
    "isLiveDataset jsonPath key md5 parentField path personalSensitiveInformation recordSet references regex",
    "repeated replace separator source subField transform",
  ]),
  conformsTo: "dct:conformsTo",
  cr: "http://mlcommons.org/croissant/",
  data: { "@id": "cr:data", "@type": "@json" },
  dataType: { "@id": "cr:dataType", "@type": "@vocab" },
  dct: "http://purl.org/dc/terms/",
  examples: { "@id": "cr:examples", "@type": "@json" },
  sc: "https://schema.org/",
};

function terms(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(lines.flatMap((line) => line.split(" ")).map((term) => [term, `cr:${term}`]));
}
