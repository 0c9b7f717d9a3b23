import { labelKey, printable } from "../label.ts";

/** A closed list of categories whose cells may name several, joined by commas that also stand inside names. */
export class Categories {
  readonly #names: ReadonlyMap<string, string>;

  constructor(names: Readonly<Record<string, string>>) {
    this.#names = new Map(Object.entries(names).map(([label, name]) => [labelKey(label), name]));
  }

  /** Our name of the cell's category, `Several` where it joins more than one, `Unknown` where it names none we know. */
  of(cell: string, unmapped: (label: string) => void): string {
    const key = labelKey(cell);
    if (key === "" || key === "na") return "Unknown";
    const name = this.#names.get(key);
    if (name !== undefined) return name;
    if (this.#joins(key)) return "Several";
    unmapped(printable(cell));
    return "Unknown";
  }

  #joins(key: string): boolean {
    return [...this.#names.keys()].some(
      (name) =>
        key.startsWith(`${name} `) &&
        (this.#names.has(key.slice(name.length + 1)) || this.#joins(key.slice(name.length + 1))),
    );
  }
}

export const causes = new Categories({
  Drowning: "Drowning",
  "Mixed or unknown": "Mixed or unknown",
  "Vehicle accident / death linked to hazardous transport": "Vehicle or transport",
  "Harsh environmental conditions / lack of adequate shelter, food, water": "Harsh conditions",
  Violence: "Violence",
  "Sickness / lack of access to adequate healthcare": "Sickness",
  "Accidental death": "Accident",
});

export const routes = new Categories({
  "Sahara Desert crossing": "Sahara Desert",
  "Central Mediterranean": "Central Mediterranean",
  "Western Mediterranean": "Western Mediterranean",
  "Eastern Mediterranean": "Eastern Mediterranean",
  "Western Africa / Atlantic route to the Canary Islands": "Atlantic to the Canary Islands",
  "Western Balkans": "Western Balkans",
  "Mainland Europe to the UK": "Mainland Europe to the United Kingdom",
  "Iran to Türkiye": "Iran to Türkiye",
  "Türkiye-Europe land route": "Türkiye to Europe by land",
  "Syria to Türkiye": "Syria to Türkiye",
  "Belarus-EU border": "Belarus to the European Union",
  "Italy to France": "Italy to France",
  "Ukraine to Europe": "Ukraine to Europe",
});
