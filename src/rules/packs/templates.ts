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

/** Mean seconds of a reply, or of the first. */
export function responseBands(table: Words): DraftTable {
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

/** Sales of the target. */
export function targetBands(table: Words): DraftTable {
  return {
    table,
    when: FIXED.atLeast,
    rows: [
      ["100%", 100],
      ["90%", 85],
      ["80%", 70],
      ["70%", 55],
      ["60%", 40],
      ["50%", 25],
      ["40%", 10],
      ["", 0],
    ],
  };
}

/** Average order value in yuan. */
export function orderValueBands(table: Words): DraftTable {
  return {
    table,
    when: FIXED.atLeast,
    rows: [
      [250, 100],
      [230, 80],
      [210, 60],
      ["", 0],
    ],
  };
}

/** Times late or left early in the month. */
export function attendanceBands(table: Words): DraftTable {
  return {
    table,
    when: FIXED.upTo,
    rows: [
      [0, 100],
      [3, 80],
      ["", 60],
    ],
  };
}
