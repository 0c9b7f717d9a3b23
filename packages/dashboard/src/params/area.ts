import type { ParamMatcher } from "@sveltejs/kit";
import { areas } from "@yeelen/dataset/areas";

export const match: ParamMatcher = (param) => areas.some((area) => area.code === param);
