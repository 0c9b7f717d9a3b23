import { watchElements } from "./loader.ts";

// a page that is rendered on a server has its elements there as text: they are loaded where it is shown
if (typeof document !== "undefined") watchElements(document);
