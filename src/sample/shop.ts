/** Name of the fictional shop; accounts in exports read `shop:nick`. */
export const SHOP = "松果家居";

/** The months of the sample with their number of days. */
export const MONTHS = [
  ["2026-08", 31],
  ["2026-09", 30],
  ["2026-10", 31],
] as const;

/** Promotions, first and last day. */
export const PROMOTIONS = [
  ["2026-08-08", "2026-08-09"],
  ["2026-09-08", "2026-09-10"],
  ["2026-10-20", "2026-10-23"],
] as const;

/** One agent of the sample shop and how well the agent works. */
export interface Agent {
  readonly nick: string;
  readonly zh: string;
  readonly en: string;
  /** 0 or 1. */
  readonly team: number;
  readonly grade: string;
  /** Inquirers on a normal day. */
  readonly load: number;
  /** Share of inquirers who pay, in per mille. */
  readonly conversion: number;
  /** Money per paying buyer. */
  readonly orderValue: number;
  /** Seconds to the first reply. */
  readonly seconds: number;
  readonly hired: string;
  readonly left: string;
  readonly probationUntil: string;
}

const ROWS = `小雨|周小雨|Zhou Xiaoyu|0|A2|64|446|247|33|2024-03-18
阿北|陈北|Chen Bei|0|A3|68|462|252|34|2023-06-01
青青|林青青|Lin Qingqing|0|A1|57|412|236|41|2025-02-24
阿哲|许哲|Xu Zhe|0|A1|55|402|228|44|2025-05-06
豆豆|何豆豆|He Doudou|0|A1|52|385|221|48|2026-07-20||2026-10-19
米粒|苏敏|Su Min|0|A1|50|378|232|46|2026-09-14||2026-12-13
南风|顾南|Gu Nan|1|A4|70|471|255|31|2022-11-07
小满|唐满|Tang Man|1|A2|62|431|243|37|2024-08-12
石头|石磊|Shi Lei|1|A2|60|421|238|39|2024-10-21
安安|郑安|Zheng An|1|A1|56|396|226|43|2025-04-01
小鹿|陆晓|Lu Xiao|1|A0|49|356|214|52|2025-09-15
海盐|韩岩|Han Yan|1|A1|53|408|231|42|2025-01-13|2026-10-16`;

/** The twelve agents: one joins in September, one leaves in October, two are on probation for a time. */
export const AGENTS: readonly Agent[] = ROWS.split("\n").map((line) => {
  const [nick = "", zh = "", en = "", team, grade = "", load, conversion, value, seconds, ...dates] =
    line.split("|");
  const [hired = "", left = "", probationUntil = ""] = dates;
  return {
    nick,
    zh,
    en,
    team: Number(team),
    grade,
    load: Number(load),
    conversion: Number(conversion),
    orderValue: Number(value),
    seconds: Number(seconds),
    hired,
    left,
    probationUntil,
  };
});

/** `2026-10-03` of a month's text and a day of it. */
export function dateOf(month: string, day: number): string {
  return `${month}-${String(day).padStart(2, "0")}`;
}

/** True on the days of a promotion. */
export function isPromotion(date: string): boolean {
  return PROMOTIONS.some(([first, last]) => first <= date && date <= last);
}
