import { describe, expect, it } from "vitest";
import type { BookSheet } from "../../src/local/book.ts";
import { describeChecks } from "../../src/report/checks";
import { describeDashboard } from "../../src/report/dashboard/dashboard";
import { describePayroll } from "../../src/report/payroll";
import { describePayslips } from "../../src/report/payslips";
import { describeScorecard } from "../../src/report/scorecard";
import { describeStatements } from "../../src/report/statements/statements";
import type { TabDescription } from "../../src/report/tab";
import type { MonthView } from "../../src/report/view";
import { commitTabs } from "../../src/sheets/writer";
import { line, person, shop, view } from "../report/fixtures";
import { smallShop } from "../report/small-shop";
import { dumpBook, type Workbook, workbook } from "./workbook";

function tabsOf(month: MonthView): TabDescription[] {
  return [
    describeScorecard(month),
    describeDashboard(month, true),
    describePayroll(month),
    describePayslips(month),
    describeStatements(month),
    describeChecks(month),
  ];
}

function cell({ book }: Workbook, tab: string, row: number, column: number) {
  const sheet = book.sheets.find(({ name }) => name === tab);
  return sheet?.formulas.get(row, column) ?? sheet?.values.get(row, column);
}

function type({ book }: Workbook, tab: string, row: number, column: number, value: string | number) {
  book.sheets.find(({ name }) => name === tab)?.values.set(row, column, value);
}

function formulasOf(sheet: BookSheet): string[] {
  const found: string[] = [];
  for (let row = 1; row <= sheet.lastRow(); row++) {
    for (let column = 1; column <= sheet.lastColumn(); column++)
      found.push(sheet.formulas.get(row, column) ?? "");
  }
  return found.filter((formula) => formula !== "");
}

const NAMES = [
  "Sheet1",
  "Scorecard 2026-10",
  "Dashboard 2026-10",
  "Payroll 2026-10",
  "Payslips 2026-10",
  "Statements 2026-10",
  "Checks 2026-10",
];
/** Column of Social insurance in the shop's payroll: 7 of the person, 3 components, adjustments, gross. */
const INSURANCE = 13;
const NOTE = 20;

describe("commitTabs", () => {
  it("makes the tabs of a month, leaves no stage and frees the lock", () => {
    const wb = workbook();
    expect(commitTabs(wb.services, tabsOf(view(shop())), "payroll")).toEqual({ kind: "done", dropped: [] });
    expect(wb.book.sheets.map(({ name, hidden }) => [name, hidden])).toEqual(
      NAMES.map((name) => [name, false]),
    );
    expect(wb.world.locked).toBe(false);
    expect(wb.book.activeSheet?.name).toBe("Payroll 2026-10");
  });

  it("gives the same bytes when it runs twice", () => {
    const wb = workbook();
    commitTabs(wb.services, tabsOf(view(shop())), "payroll");
    const once = dumpBook(wb.book);
    commitTabs(wb.services, tabsOf(view(shop())), "payroll");
    expect(dumpBook(wb.book)).toEqual(once);
  });

  it("leaves nothing of a longer earlier run", () => {
    const wb = workbook();
    const many = Array.from({ length: 9 }, (_, n) =>
      person(`p${n}`, "80", [line("base", "1"), line("extra", "2")]),
    );
    commitTabs(wb.services, tabsOf(view(many)), "payroll");
    commitTabs(wb.services, tabsOf(view(shop())), "payroll");
    const fresh = workbook();
    commitTabs(fresh.services, tabsOf(view(shop())), "payroll");
    expect(dumpBook(wb.book)).toEqual(dumpBook(fresh.book));
  });

  it("keeps what HR typed by person, when rows and columns move and in the other language", () => {
    const wb = workbook();
    commitTabs(wb.services, tabsOf(view(shop())), "payroll");
    type(wb, "Payroll 2026-10", 5, INSURANCE, 412);
    type(wb, "Payroll 2026-10", 6, INSURANCE, 300.5);
    type(wb, "Payroll 2026-10", 6, NOTE, "=not a formula");
    const [rain, north, ming] = shop();
    if (!rain || !north || !ming) throw new Error("a shop of three");
    const moved = [ming, north, person("新人", "60", [line("base", "1800"), line("housing", "9")]), rain];
    const outcome = commitTabs(wb.services, tabsOf(view(moved, "zh")), "payroll");
    expect(outcome).toEqual({ kind: "done", dropped: [] });
    expect(wb.book.sheets.map(({ name }) => name)).toEqual(NAMES);
    expect(cell(wb, "Payroll 2026-10", 6, INSURANCE + 1)).toBe(300.5);
    expect(cell(wb, "Payroll 2026-10", 6, NOTE + 1)).toBe("=not a formula");
    expect(cell(wb, "Payroll 2026-10", 8, INSURANCE + 1)).toBe(412);
    expect(cell(wb, "Payroll 2026-10", 5, INSURANCE + 1)).toBeUndefined();
  });

  it("moves a typed formula with its row and shows the typed deductions on the slip", () => {
    const wb = workbook();
    commitTabs(wb.services, tabsOf(view(shop())), "payroll");
    const payroll = wb.book.sheets.find(({ name }) => name === "Payroll 2026-10");
    payroll?.formulas.set(5, INSURANCE, "=ROUND(L5*8%,2)+L$5+LOG10(L15)");
    payroll?.values.set(5, INSURANCE, 202.25);
    payroll?.values.set(5, INSURANCE + 1, 10);
    const people = shop().reverse();
    commitTabs(wb.services, tabsOf(view(people)), "payroll");
    // The components now stand in another order, but as many: the columns are where they were.
    expect(cell(wb, "Payroll 2026-10", 7, INSURANCE)).toBe("=ROUND(L7*8%,2)+L$7+LOG10(L15)");
    const slips = describePayslips(view(people));
    const sum = slips.typedSums.find((each) => each.person === "小雨");
    expect(cell(wb, "Payslips 2026-10", sum?.row ?? 0, sum?.column ?? 0)).toBe(212.25);
  });

  it("says whose typed cells are gone", () => {
    const wb = workbook();
    commitTabs(wb.services, tabsOf(view(shop())), "payroll");
    type(wb, "Payroll 2026-10", 5, INSURANCE, 412);
    const outcome = commitTabs(wb.services, tabsOf(view(shop().slice(1))), "payroll");
    expect(outcome).toEqual({ kind: "done", dropped: ["小雨"] });
  });

  it.each([
    '=HYPERLINK("x")',
    "+1",
    "-1",
    "@x",
    "\tx",
    "\rx",
    "01234",
    "1/2",
    "TRUE",
    "'quoted",
  ])("keeps the name %j as text", (name) => {
    const wb = workbook();
    commitTabs(wb.services, tabsOf(view([person(name, "80", [line("base", "1")])])), "payroll");
    const formulas = wb.book.sheets.flatMap((sheet) => formulasOf(sheet));
    expect(
      formulas.filter((formula) => !/^=(SUM\([A-Z]+\d+:[A-Z]+\d+\)|[A-Z]+\d+-[A-Z]+\d+)$/.test(formula)),
    ).toEqual([]);
    expect(cell(wb, "Payroll 2026-10", 5, 2)).toBe(name);
  });

  it("refuses to overwrite a tab of somebody else", () => {
    const wb = workbook();
    wb.book.addSheet("Payroll 2026-10").values.set(1, 1, "mine");
    const before = dumpBook(wb.book);
    expect(commitTabs(wb.services, tabsOf(view(shop())), "payroll")).toEqual({
      kind: "taken",
      tab: "Payroll 2026-10",
    });
    expect(dumpBook(wb.book)).toEqual(before);
  });

  it("touches nothing while another run holds the lock", () => {
    const wb = workbook();
    wb.world.lockedElsewhere = true;
    expect(commitTabs(wb.services, tabsOf(view(shop())), "payroll")).toEqual({ kind: "busy" });
    expect(wb.book.sheets).toHaveLength(1);
  });

  it("follows a tab that was renamed", () => {
    const wb = workbook();
    commitTabs(wb.services, tabsOf(view(shop())), "payroll");
    const payroll = wb.book.sheets.find(({ name }) => name === "Payroll 2026-10");
    if (payroll) payroll.name = "Oct pay";
    commitTabs(wb.services, tabsOf(view(shop())), "payroll");
    expect(wb.book.sheets.map(({ name }) => name)).toEqual(
      NAMES.map((name) => (name === "Payroll 2026-10" ? "Oct pay" : name)),
    );
  });

  it("makes the same number of calls for 10, 100 and 1,000 people", () => {
    const count = (people: number) => {
      const wb = workbook();
      const month = view(
        Array.from({ length: people }, (_, n) => person(`p${n}`, "80", [line("base", "1")])),
      );
      const tabs = tabsOf(month);
      commitTabs(wb.services, tabs, "payroll");
      const first = wb.guard.total;
      commitTabs(wb.services, tabs, "payroll");
      return [first, wb.guard.total - first];
    };
    const [[few = 0, fewAgain = 0], hundred, thousand] = [count(10), count(100), count(1000)];
    for (const [first = 0, again = 0] of [hundred ?? [], thousand ?? []]) {
      // A larger grid is asked for once a stage: three calls more each.
      expect(first - few).toBeLessThanOrEqual(18);
      expect(again - fewAgain).toBeLessThanOrEqual(18);
    }
    expect(few).toBeLessThan(330);
    expect(fewAgain).toBeLessThan(450);
  });
});

describe("charts", () => {
  const month = () => smallShop();
  const board = (lang: "en" | "zh" = "en") => [describeDashboard(smallShop(lang), true)];

  it("are drawn over the dashboard's figures", () => {
    const wb = workbook();
    commitTabs(wb.services, board(), "dashboard");
    const sheet = wb.book.findSheet("Dashboard 2026-10");
    const described = describeDashboard(month(), true).charts?.list ?? [];
    expect(described).toHaveLength(5);
    expect(sheet?.charts.map(({ type, options }) => [type, options.title])).toEqual(
      described.map(({ kind, title }) => [kind.toUpperCase(), title]),
    );
    expect(sheet?.charts.map(({ ranges }) => ranges.map(({ area }) => area.top))).toEqual(
      described.map(({ ranges }) => ranges.map(({ row }) => row)),
    );
    expect(sheet?.hidesGridlines).toBe(true);
  });

  it("are replaced by a new run, in either language, and people's own stay", () => {
    const wb = workbook();
    commitTabs(wb.services, board(), "dashboard");
    const sheet = wb.services.SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Dashboard 2026-10");
    const own = sheet
      ?.newChart()
      .setChartType(wb.services.Charts.ChartType.LINE)
      .addRange(sheet.getRange(1, 1, 2, 2))
      .setOption("title", "mine")
      .setPosition(1, 1, 0, 0)
      .build();
    if (own) sheet?.insertChart(own);
    const titles = () => wb.book.findSheet("Dashboard 2026-10")?.charts.map(({ options }) => options.title);
    const ours = describeDashboard(month(), true).charts?.list.map(({ title }) => title) ?? [];
    expect(titles()).toEqual([...ours, "mine"]);
    commitTabs(wb.services, board(), "dashboard");
    expect(titles()).toEqual(["mine", ...ours]);
    commitTabs(wb.services, board("zh"), "dashboard");
    const chinese = describeDashboard(smallShop("zh"), true).charts?.list.map(({ title }) => title) ?? [];
    expect(titles()).toEqual(["mine", ...chinese]);
    commitTabs(wb.services, [describeDashboard(month(), false)], "dashboard");
    expect(titles()).toEqual(["mine", ...ours.slice(0, -1)]);
  });
});

describe("paper", () => {
  it("has rows of one height, and the typed deductions on each statement", () => {
    const wb = workbook();
    const tabs = [describePayroll(view(shop())), describeStatements(view(shop()))];
    commitTabs(wb.services, tabs, "payroll");
    type(wb, "Payroll 2026-10", 5, INSURANCE, 412);
    commitTabs(wb.services, tabs, "payroll");
    const sheet = wb.book.findSheet("Statements 2026-10");
    const heights = new Set(sheet?.rowHeights.values());
    expect([[...heights], sheet?.rowHeights.size]).toEqual([[21], tabs[1]?.rows.length]);
    const [first] = tabs[1]?.typedSums ?? [];
    expect(cell(wb, "Statements 2026-10", first?.row ?? 0, 2)).toBe(412);
  });
});

describe("a failure at any call", () => {
  const tabs = (month: MonthView) => [describePayroll(month), describePayslips(month)];
  const first = () => tabs(view(shop().slice(0, 2)));
  const second = () => tabs(view(shop()));

  function earlier(): Workbook {
    const wb = workbook();
    commitTabs(wb.services, first(), "payroll");
    type(wb, "Payroll 2026-10", 5, INSURANCE, 412);
    wb.guard.reset();
    return wb;
  }

  function outputsOf(wb: Workbook): Record<string, string> {
    const all = dumpBook(wb.book);
    return Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith("__")));
  }

  const cases = [
    ["before", "once"],
    ["after", "once"],
    ["before", "dead"],
    ["after", "dead"],
  ] as const;

  it.each(cases)("(%s, %s) leaves each tab as it was or complete, and a new run heals", (when, then) => {
    const old = outputsOf(earlier());
    const clean = earlier();
    commitTabs(clean.services, second(), "payroll");
    const done = outputsOf(clean);
    const total = clean.guard.total;
    for (let k = 1; k <= total; k++) {
      const wb = earlier();
      wb.guard.failure = { at: k, when, then };
      expect(() => commitTabs(wb.services, second(), "payroll"), `call ${k}`).toThrow();
      for (const [name, dump] of Object.entries(outputsOf(wb)))
        expect([old[name], done[name]], `${name} at call ${k}`).toContain(dump);
      wb.guard.reset();
      wb.world.locked = false;
      commitTabs(wb.services, second(), "payroll");
      expect(dumpBook(wb.book), `healed after call ${k}`).toEqual(done);
    }
  });

  it.each(
    cases,
  )("(%s, %s) on the dashboard leaves its figures and is healed with its charts", (when, then) => {
    const board = [describeDashboard(smallShop(), true)];
    const rerun = (k: number | null) => {
      const wb = workbook();
      commitTabs(wb.services, board, "dashboard");
      wb.guard.reset();
      if (k !== null) {
        wb.guard.failure = { at: k, when, then };
        expect(() => commitTabs(wb.services, board, "dashboard"), `call ${k}`).toThrow();
        expect(outputsOf(wb)).toEqual(figures);
        wb.guard.reset();
        wb.world.locked = false;
        commitTabs(wb.services, board, "dashboard");
      }
      return wb;
    };
    const clean = rerun(null);
    const figures = outputsOf(clean);
    const titlesOf = (wb: Workbook) =>
      wb.book.findSheet("Dashboard 2026-10")?.charts.map(({ options }) => options.title);
    commitTabs(clean.services, board, "dashboard");
    const total = clean.guard.total;
    for (let k = 1; k <= total; k++) {
      const healed = rerun(k);
      expect(titlesOf(healed), `call ${k}`).toEqual(titlesOf(clean));
      expect(dumpBook(healed.book)).toEqual(figures);
    }
  });

  it.each(cases)("(%s, %s) leaves a new tab absent or complete", (when, then) => {
    const clean = workbook();
    commitTabs(clean.services, second(), "payroll");
    const done = dumpBook(clean.book);
    for (let k = 1; k <= clean.guard.total; k++) {
      const wb = workbook();
      wb.guard.failure = { at: k, when, then };
      expect(() => commitTabs(wb.services, second(), "payroll"), `call ${k}`).toThrow();
      for (const [name, dump] of Object.entries(outputsOf(wb)))
        expect(dump, `${name} at call ${k}`).toBe(done[name]);
      wb.guard.reset();
      commitTabs(wb.services, second(), "payroll");
      expect(dumpBook(wb.book)).toEqual(done);
    }
  });
});
