import { readFileSync } from "node:fs";
import { en, type Messages } from "@yeelen/charts";

/** The texts of the seven languages that figures speak. */
export const languages: readonly (readonly [tag: string, messages: Messages])[] = [
  ["en", en],
  ...["fr", "es", "pt", "ar", "ru", "uk"].map((tag): [string, Messages] => {
    const url = new URL(`../../packages/charts/src/messages/${tag}.json`, import.meta.url);
    return [tag, JSON.parse(readFileSync(url, "utf8")) as Messages];
  }),
];
