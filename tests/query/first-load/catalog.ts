export { fromSearchParams, openCatalog, toSearchParams } from "@yeelen/query";
