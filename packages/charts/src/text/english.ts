import { indicators, units, words } from "../messages/en.words.json";
import { enPicture, type Messages } from "./messages.ts";

/** English, pictures and words; apart from `enPicture`, so that a page that only draws does not load the words. */
export const en: Messages = { ...enPicture, words, units, indicators };
