/** Stands for `$app/state` where components are shown outside the site: a country's page in English. */
export const page = {
  url: new URL("https://site.example/en/country/MLI/"),
  route: { id: "/[lang=language]/country/[area=area]" },
  params: { lang: "en", area: "MLI" },
  data: {},
};
