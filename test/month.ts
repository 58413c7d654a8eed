/** A month by itself, without records and without the months before it: what most tests ask for. */
import type { Month } from "../src/engine/calendar";
import type { Grid } from "../src/engine/grid";
import { computePrepared, prepareMonth } from "../src/month";
import type { MonthView } from "../src/report/view";
import type { Lang } from "../src/text/labels";

/** Reads rules and data and computes a month. `lang` holds where Settings name no language. */
export function computeMonth(grids: readonly Grid[], month: Month, lang: Lang): MonthView {
  return computePrepared(prepareMonth(grids, month), lang);
}
