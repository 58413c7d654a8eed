import type { Words } from "../pack";

/** Items that the public templates T1 to T3 share (DOMAIN A.18). */
export const ITEM = {
  target: { en: "Sales target reached", zh: "指标完成率" },
  conversion: { en: "Final conversion", zh: "最终转化率" },
  orderValue: { en: "Average order value", zh: "客单价" },
  reply: { en: "Reply rate", zh: "回复率" },
  response: { en: "Response time", zh: "响应时间" },
  attendance: { en: "Attendance", zh: "出勤" },
} as const satisfies Record<string, Words>;
