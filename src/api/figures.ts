/** The figures that a pasted column may become, with everything that people call them. */
import type { FigureName } from "../engine/figure-name";
import { MEASURE_HEADERS } from "../ingest/fields";
import { MEASURES } from "../rules/catalogue";

/** Every measure of the catalogue. */
export const KNOWN_FIGURES: readonly FigureName[] = MEASURES.map(({ name, en, zh }) => ({
  name,
  en,
  zh,
  also: (MEASURE_HEADERS[name] ?? "").split(" ").filter((header) => header !== ""),
}));
