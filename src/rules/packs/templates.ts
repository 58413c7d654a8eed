import type { Words } from "../pack";
import { type DraftTable, FIXED } from "./language";

/**
 * Bands of the public template T1 (DOMAIN A.18, m.777doc.com/doc-7212041.html), in percent of the
 * weight. Packs that score the same metric share them; each pack writes them under its own plan.
 */

/** Inquiry conversion. */
export function conversionBands(table: Words): DraftTable {
  return {
    table,
    when: FIXED.atLeast,
    rows: [
      ["45%", 100],
      ["40%", 80],
      ["35%", 60],
      ["", 0],
    ],
  };
}

/** Buyers answered of buyers received. */
export function replyBands(table: Words): DraftTable {
  return {
    table,
    when: FIXED.atLeast,
    rows: [
      ["98%", 100],
      ["95%", 80],
      ["92%", 60],
      ["", 0],
    ],
  };
}

/** Mean seconds to the first reply. */
export function firstResponseBands(table: Words): DraftTable {
  return {
    table,
    when: FIXED.upTo,
    rows: [
      [35, 100],
      [45, 80],
      [55, 60],
      ["", 0],
    ],
  };
}
