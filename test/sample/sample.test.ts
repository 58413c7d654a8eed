import { describe, expect, test } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import type { GridCell } from "../../src/engine/grid";
import { personKey } from "../../src/engine/name";
import { MEASURES } from "../../src/rules/catalogue";
import { RULE_TABS, type RuleTabKind } from "../../src/rules/columns";
import type { PackRow } from "../../src/rules/pack";
import { PACKS, packTabs } from "../../src/rules/packs/index";
import { sampleRules, sampleWorkbook } from "../../src/sample/sample";
import { AGENTS } from "../../src/sample/shop";
import type { SampleCell, SampleTab } from "../../src/sample/tab";
import { ruleGrid } from "../engine/cases";
import { computeMonth } from "../month";

const TABS = sampleWorkbook();
const DAILY = TABS.filter((tab) => tab.name.startsWith("赤兔日报") && !tab.name.endsWith(")"));
const MONTHLY = TABS.filter((tab) => tab.name.startsWith("自制报表"));
const LANGUAGES = ["en", "zh"] as const;
const OCTOBER = parseMonth("2026-10") ?? expect.fail("no October");

/** Dates as the text that people type. */
function gridRow(cells: readonly SampleCell[]): GridCell[] {
  return cells.map((cell) => (typeof cell === "object" ? cell.date.replace("T", " ") : cell));
}

/** Gates and warnings give no points. */
function isWithoutPoints(row: PackRow): boolean {
  return ["gate", "门槛", "warning", "提醒", "hr warning", "人事提醒"].includes(String(row.kind));
}

function dateOf(cell: SampleCell | undefined): string {
  return typeof cell === "object" ? cell.date : "";
}

/** The rows of a tab as objects under its headers, summary rows left out. */
/** Rows by header. The attendance summary has two title lines above its header and a second header row. */
function recordsOf(tab: SampleTab, summaries: number): Record<string, SampleCell>[] {
  const summary = tab.name.startsWith("考勤");
  const [header = [], ...below] = tab.rows.slice(summary ? 2 : 0);
  const rows = summary ? below.slice(1) : below;
  const body = summaries > 0 ? rows.slice(0, -summaries) : rows;
  return body.map((row) => Object.fromEntries(row.map((cell, index) => [String(header[index]), cell])));
}

test("two calls give the same bytes", () => {
  expect(JSON.stringify(sampleWorkbook())).toBe(JSON.stringify(TABS));
  for (const pack of PACKS) expect(sampleRules(pack, "zh")).toEqual(sampleRules(pack, "zh"));
});

test("tabs have names that every spreadsheet takes, and rows of one width", () => {
  expect(new Set(TABS.map((tab) => tab.name)).size).toBe(TABS.length);
  for (const tab of TABS) {
    expect(tab.name.length).toBeLessThanOrEqual(31);
    expect(tab.name).not.toMatch(/[:\\/?*[\]]/);
    expect(new Set(tab.rows.map((row) => row.length)).size, tab.name).toBe(1);
    for (const column of tab.text ?? [])
      for (const row of tab.rows) expect(typeof row[column]).toBe("string");
  }
});

test("counts of a day agree with one another", () => {
  for (const row of DAILY.flatMap((tab) => recordsOf(tab, 2))) {
    const chain = [
      "聊天人数(原咨询人数)",
      "接待人数",
      "询单人数",
      "询单->最终下单人数",
      "询单->最终付款人数",
    ];
    const counts = chain.map((header) => row[header]).filter((cell) => typeof cell === "number");
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    const [payers, sales] = [Number(row.销售人数), row.销售额];
    expect(Number(row.销售量)).toBeGreaterThanOrEqual(payers);
    expect(Number(row.下单笔数)).toBeGreaterThanOrEqual(Number(row.关闭笔数) + payers);
    if (typeof sales === "number") {
      expect(sales / payers).toBeGreaterThan(190);
      expect(sales / payers).toBeLessThan(280);
      expect(Number(sales.toFixed(2))).toBe(sales);
    }
  }
});

test("conversion of a month lies between 30 and 50 percent", () => {
  for (const tab of DAILY) {
    for (const agent of AGENTS) {
      const rows = recordsOf(tab, 2).filter((row) => row.客服昵称 === `松果家居:${agent.nick}`);
      if (rows.length === 0) continue;
      const sum = (header: string): number =>
        rows.reduce((total, row) => total + (Number(row[header]) || 0), 0);
      const conversion = sum("询单->最终付款人数") / sum("询单人数");
      expect(conversion, `${tab.name} ${agent.nick}`).toBeGreaterThan(0.3);
      expect(conversion, `${tab.name} ${agent.nick}`).toBeLessThan(0.5);
    }
  }
});

test("one row for a person and day, and only while employed", () => {
  const seen = new Set<string>();
  for (const row of DAILY.flatMap((tab) => recordsOf(tab, 2))) {
    const key = `${dateOf(row.日期)} ${row.客服昵称}`;
    expect(seen).not.toContain(key);
    seen.add(key);
    const agent = AGENTS.find((candidate) => row.客服昵称 === `松果家居:${candidate.nick}`);
    if (!agent) continue;
    expect(dateOf(row.日期) >= agent.hired && (!agent.left || dateOf(row.日期) <= agent.left)).toBe(true);
  }
});

test("refunds and attendance agree with the daily report", () => {
  MONTHLY.forEach((tab, index) => {
    const daily = recordsOf(DAILY[index] ?? expect.fail("no daily tab"), 2);
    const clock = TABS.filter((candidate) => candidate.name.startsWith("考勤"))[index];
    for (const row of recordsOf(tab, 6)) {
      const days = daily.filter((day) => day.客服昵称 === row.旺旺昵称);
      const sales = days.reduce((sum, day) => sum + (Number(day.销售额) || 0), 0);
      expect(Number(row.成功退款金额)).toBeLessThan(sales * 0.1);
      const agent = AGENTS.find((candidate) => row.旺旺昵称 === `松果家居:${candidate.nick}`);
      const attended = recordsOf(clock ?? expect.fail("no clock"), 0).find(
        (entry) => entry.姓名 === agent?.zh,
      );
      expect(attended?.出勤天数).toBe(days.length);
      expect(Number(attended?.应出勤天数)).toBeGreaterThanOrEqual(days.length);
    }
  });
});

test("the wrong pastes are these and no others", () => {
  const odd = DAILY.flatMap((tab) =>
    recordsOf(tab, 2).flatMap((row) =>
      Object.entries(row)
        .filter(
          ([header, cell]) => !["日期", "客服昵称", "回复率"].includes(header) && typeof cell !== "number",
        )
        .map(([header, cell]) => `${dateOf(row.日期).slice(0, 7)} ${row.客服昵称} ${header} ${String(cell)}`),
    ),
  );
  expect(odd).toEqual([
    expect.stringMatching(/^2026-08 松果家居:石头 接待人数 [０-９]+$/),
    "2026-09 松果家居:阿哲 销售额 约5200",
    "2026-10 松果家居:安安 询单->最终付款人数 延迟统计",
  ]);
  const known = AGENTS.map((agent) => `松果家居:${agent.nick}`);
  const strangers = DAILY.flatMap((tab) => recordsOf(tab, 2)).filter(
    (row) => !known.includes(String(row.客服昵称)),
  );
  expect(strangers.map((row) => `${dateOf(row.日期).slice(0, 7)} ${row.客服昵称}`)).toEqual([
    "2026-09 松果家居:测试号",
  ]);
});

test("the tab pasted twice repeats rows of August exactly", () => {
  const again = TABS.find((tab) => tab.name.endsWith("(1)"));
  const august = new Set(DAILY[0]?.rows.map((row) => JSON.stringify(row)));
  expect(again?.rows.length).toBe(31);
  for (const row of again?.rows ?? []) expect(august).toContain(JSON.stringify(row));
});

test("reports end with their summary rows", () => {
  for (const tab of DAILY) expect(tab.rows.slice(-2).map((row) => row[1])).toEqual(["汇总", "均值"]);
  for (const tab of MONTHLY) {
    expect(tab.rows.slice(-6).map((row) => row[0])).toEqual([
      "汇总值",
      "平均值",
      "全店汇总值",
      "全店平均值",
      "同行同层优秀",
      "同行同层均值",
    ]);
  }
});

describe.each(
  PACKS.flatMap((pack) => LANGUAGES.map((lang) => ({ name: `${pack.name} ${lang}`, pack, lang }))),
)("rules of $name", ({ pack, lang }) => {
  const rules = sampleRules(pack, lang);
  const staff = rules.staff ?? [];

  test("write known columns and every required one", () => {
    for (const spec of RULE_TABS) {
      for (const row of rules[spec.kind] ?? []) {
        expect(spec.columns.map((column) => column.key)).toEqual(expect.arrayContaining(Object.keys(row)));
        for (const column of spec.columns) if (column.required) expect(row).toHaveProperty(column.key);
      }
    }
  });

  test("twelve people in two teams on the pack's plan, paid by grade or by base pay", () => {
    expect(new Set(staff.map((row) => row.person)).size).toBe(12);
    expect(new Set(staff.map((row) => row.team)).size).toBe(2);
    expect(new Set(staff.map((row) => row.plan))).toEqual(new Set([pack.tabs(lang).pay?.[0]?.plan]));
    const graded = pack.tabs(lang).grades !== undefined;
    for (const row of staff) {
      expect(row.grade !== undefined).toBe(graded);
      expect(row.basePay !== undefined).toBe(!graded);
    }
  });

  test("every name in the pasted tabs is an account, and no account has two owners", () => {
    const owners = new Map<string, string>();
    for (const row of staff) {
      for (const account of [String(row.person), ...String(row.accounts).split("；")]) {
        const owner = owners.get(personKey(account));
        expect(owner === undefined || owner === row.person, account).toBe(true);
        owners.set(personKey(account), String(row.person));
      }
    }
    const columns = {
      赤兔日报: "客服昵称",
      自制报表: "旺旺昵称",
      售后登记: "客服",
      客户跟进: "客服",
      考勤: "姓名",
    };
    const strangers = new Set<string>();
    for (const [prefix, column] of Object.entries(columns)) {
      const tail = { 赤兔日报: 2, 自制报表: 6 }[prefix] ?? 0;
      for (const tab of TABS.filter(
        (candidate) => candidate.name.startsWith(prefix) && !candidate.name.endsWith(")"),
      )) {
        for (const row of recordsOf(tab, tail)) {
          if (!owners.has(personKey(String(row[column])))) strangers.add(String(row[column]));
        }
      }
    }
    expect([...strangers]).toEqual(["松果家居:测试号"]);
  });

  test("targets cover sales of the three months; adjustments are for people of the month", () => {
    const shop = (rules.targets ?? []).filter((row) => row.appliesTo === "*");
    const sales = shop.filter((row) => row.metric === "sales");
    expect(sales.map((row) => `${row.month} ${row.metric}`)).toEqual([
      "2026-08 sales",
      "2026-09 sales",
      "2026-10 sales",
    ]);
    const people = staff.map((row) => row.person);
    for (const row of rules.targets ?? []) expect([...people, "*"]).toContain(row.appliesTo);
    for (const row of rules.adjustments ?? []) expect(people).toContain(row.person);
  });

  test("pays everybody in October, with a score where the pack has one", () => {
    const rows = { ...packTabs(pack, lang), ...rules };
    const tabs = Object.entries(rows).map(([kind, list]) => ruleGrid(kind as RuleTabKind, list ?? []));
    const grids = [...tabs, ...TABS.map(({ name, rows: cells }) => ({ name, rows: cells.map(gridRow) }))];
    const { result } = computeMonth(grids, OCTOBER, lang);
    expect(result.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(result.people).toHaveLength(12);
    const scored = (packTabs(pack, lang).scoring ?? []).some((row) => !isWithoutPoints(row));
    for (const { person, total, score, items } of result.people) {
      expect(total, person).not.toBeNull();
      expect(score !== null, person).toBe(scored);
      expect(items.filter(({ missing }) => missing).map(({ item }) => item)).toEqual([]);
    }
  });

  test("sources name a tab and columns that exist, and measures of the catalogue", () => {
    const register = TABS.find((tab) => tab.name === rules.sources?.[0]?.tab);
    const header = register?.rows[0] ?? [];
    for (const row of rules.sources ?? []) {
      expect(header).toContain(row.column);
      expect(MEASURES.map((measure) => measure.name)).toContain(row.measure);
    }
    expect(header).toEqual(expect.arrayContaining(["客服", "登记日期", "处理状态"]));
  });
});
