import type { Grid, GridCell } from "../../src/engine/grid";
import { type RuleTabKind, ruleTab } from "../../src/rules/columns";
import type { PackRow } from "../../src/rules/pack";
import { EIGHT_PART } from "../../src/rules/packs/eight-part";

/** The month of every benchmark, and its number of days. */
export const MONTH = "2026-10";
const DAYS = 31;

/** Headers of twenty measures in the words of the exports. */
const MEASURE_HEADERS = [
  "接待人数",
  "未回复人数",
  "询单人数",
  "询单->最终下单人数",
  "询单->最终付款人数",
  "销售人数",
  "销售额",
  "销售量",
  "首次响应(秒)",
  "平均响应(秒)",
  "成功退款金额",
  "下单笔数",
  "关闭笔数",
  "售后花费",
  "售后单数",
  "有效处理售后个数",
  "慢响应人数",
  "协助跟进人数",
  "退款件数",
  "咨询人数",
];

function ruleGrid(kind: RuleTabKind, rows: readonly PackRow[]): Grid {
  const { en, columns } = ruleTab(kind);
  const header = columns.map((column) => column.en);
  return { name: en, rows: [header, ...rows.map((row) => columns.map((column) => row[column.key] ?? ""))] };
}

function nameOf(index: number): string {
  return `Agent ${String(index + 1).padStart(4, "0")}`;
}

/** Figures of one person on one day; plain arithmetic, so that every run has the same. */
function dayRow(month: string, person: number, day: number): GridCell[] {
  const received = 40 + ((person * 7 + day * 3) % 40);
  const inquirers = Math.floor(received * 0.7);
  const ordered = Math.floor(inquirers * 0.5);
  const paid = ordered - ((person + day) % 4);
  const sales = paid * 180 + ((person * 13 + day) % 97) + 0.25;
  const first = 20 + ((person + day) % 30);
  return [
    `${month}-${String(day).padStart(2, "0")}`,
    nameOf(person),
    received,
    day % 3,
    inquirers,
    ordered,
    paid,
    paid,
    sales,
    paid + 2,
    first,
    first + 5,
    (day % 5) * 10,
    ordered,
    1,
    12.5,
    5,
    2,
    3,
    4,
    1,
    received + 3,
  ];
}

/** The pasted tabs of a month of so many people: a daily export and attendance. */
export function pastedTabs(people: number, month: string, days = DAYS): Grid[] {
  const persons = Array.from({ length: people }, (_, index) => index);
  const daily = persons.flatMap((person) =>
    Array.from({ length: days }, (_day, day) => dayRow(month, person, day + 1)),
  );
  const attendance = persons.map((index): GridCell[] => [nameOf(index), 22, 22, index % 4, 0]);
  const range = `${month.replace("-", "")}01_${month.replace("-", "")}${days}`;
  return [
    { name: `赤兔日报_${range}`, rows: [["日期", "客服昵称", ...MEASURE_HEADERS], ...daily] },
    {
      name: `考勤_${range}`,
      rows: [["姓名", "应出勤天数", "出勤天数", "迟到次数", "早退次数"], ...attendance],
    },
  ];
}

/** A shop of so many people: the rule tabs of the eight-part pack and the pasted tabs of one month. */
export function shopOf(people: number, months: readonly string[] = [MONTH]): Grid[] {
  const staff = Array.from({ length: people }, (_, index) => ({
    person: nameOf(index),
    team: `Team ${Math.floor(index / 10) + 1}`,
    plan: "Eight-part",
    grade: `A${index % 5}`,
  }));
  const rules = Object.entries({
    ...EIGHT_PART.tabs("en"),
    staff,
    targets: months.map((month) => ({ month, appliesTo: "*", metric: "sales", target: 120_000 })),
  });
  return [
    ...rules.map(([kind, rows]) => ruleGrid(kind as RuleTabKind, rows ?? [])),
    ...(months.includes(MONTH) ? pastedTabs(people, MONTH) : []),
  ];
}
