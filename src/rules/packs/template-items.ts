import type { Words } from "../pack";
import { type DraftTable, FIXED } from "./language";

/** Items that the public templates T1 to T3 share (DOMAIN A.18). */
export const ITEM = {
  target: { en: "Sales target reached", zh: "指标完成率" },
  conversion: { en: "Final conversion", zh: "最终转化率" },
  orderValue: { en: "Average order value", zh: "客单价" },
  reply: { en: "Reply rate", zh: "回复率" },
  response: { en: "Response time", zh: "响应时间" },
  attendance: { en: "Attendance", zh: "出勤" },
} as const satisfies Record<string, Words>;

/** Sales of the target, of T1, in percent of the weight. */
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

/** Average order value in yuan, of T1, in percent of the weight. */
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

/** Mean seconds of a reply, of T1, in percent of the weight. */
export function averageResponseBands(table: Words): DraftTable {
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

/** Times late or left early in the month, of T1, in percent of the weight. */
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
