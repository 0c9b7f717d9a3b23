import type { ParamMatcher } from "@sveltejs/kit";
import { isLanguageTag } from "../lib/language/languages.ts";

export const match: ParamMatcher = (param) => isLanguageTag(param);
