/** Every request: on the sample shop, on an empty workbook, on broken rules, and with nonsense in it. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Action } from "../../src/api/contract";
import { answerRequest } from "../../src/commands";
import { workbook } from "../sheets/workbook";
import {
  ask,
  done,
  draftFrom,
  load,
  refused,
  rowOf,
  sampleShop,
  save,
  tab,
  tableIn,
  tabsOf,
  type Workbook,
} from "./shop";

const READING: Action[] = [
  "state",
  "rules",
  "whatIf",
  "needs",
  "checkFormula",
  "worked",
  "data",
  "propose",
  "explain",
  "selection",
];

describe("state", () => {
  it("says what an empty workbook needs", () => {
    const state = done(workbook(), "state");
    expect(state).toMatchObject({
      workbook: "empty",
      readOnly: null,
      readiness: { level: "need", text: "Need: rules", pane: "rules" },
      steps: { rules: false, staff: false, data: false, payroll: false },
      months: [],
      month: null,
      plans: [],
    });
    expect(state.packs[0]).toMatchObject({ name: "eight-part", label: "Eight-part score, team sales" });
  });

  it("takes the month given by hand where the workbook names none, and there only", () => {
    const wb = workbook();
    done(wb, "setUp", { pack: "simple-reception", month: "2026-10" });
    expect(done(wb, "state")).toMatchObject({ month: null, months: [], readiness: { text: "Need: month" } });
    const given = done(wb, "state", { month: "2026-10" });
    expect(given).toMatchObject({ month: "2026-10", months: ["2026-10"] });
    expect(given.readiness.text).not.toBe("Need: month");
    expect(done(wb, "state", { month: "October" }).month).toBeNull();
    const shop = done(sampleShop(), "state", { month: "2031-01" });
    expect(shop.month).toBe("2026-10");
    expect(shop.months).not.toContain("2031-01");
  });

  it("says by its fingerprint that anything was changed, and that nothing was", () => {
    const wb = sampleShop();
    const { seen } = done(wb, "state");
    expect(done(wb, "state").seen).toBe(seen);
    rowOf(wb.book.sheets, 0).values.set(40, 1, "x");
    const changed = done(wb, "state").seen;
    expect(changed).not.toBe(seen);
    wb.book.addSheet("pasted").values.set(1, 1, "客服");
    expect(done(wb, "state").seen).not.toBe(changed);
  });

  it("tells pasted tabs without rules apart", () => {
    const wb = workbook();
    rowOf(wb.book.sheets, 0).values.set(1, 1, "客服");
    expect(done(wb, "state").workbook).toBe("no-rules");
  });

  it("offers months, plans and versions of a filled one, in the language of the request", () => {
    const wb = sampleShop();
    const state = done(wb, "state", { lang: "zh" });
    expect(state).toMatchObject({
      workbook: "ready",
      months: ["2026-10", "2026-09", "2026-08"],
      month: "2026-10",
      plans: [{ plan: "Eight-part", versions: [null], inForce: null, people: 12 }],
      steps: { rules: true, staff: true, data: true, payroll: false },
      readiness: { level: "warning", text: "2 条待留意" },
    });
    expect(Object.keys(state.fingerprints)).toContain("scoring");
  });

  it("names the smallest gap: points of weight, then people held", () => {
    const wb = sampleShop();
    tab(wb, "Scoring").values.set(2, 7, 25);
    expect(done(wb, "state").readiness).toMatchObject({
      text: "Need: 5 points of weight",
      pane: "rules",
      at: { tab: "Scoring", cell: "G2" },
    });
    tab(wb, "Scoring").values.set(2, 7, 30);
    tab(wb, "Staff").values.set(2, 8, "12,5");
    expect(done(wb, "state").readiness).toMatchObject({
      level: "need",
      text: "1 decision for 1 person",
      at: { tab: "Staff", cell: "H2" },
    });
    // The same fault in the same column is the same decision.
    tab(wb, "Staff").values.set(3, 8, "13,5");
    expect(done(wb, "state").readiness.text).toBe("1 decision for 2 people");
    expect(done(wb, "state", { lang: "zh" }).readiness.text).toBe("1 项待处理（2 人）");
    // Another tab is another one.
    tab(wb, "Settings").values.set(30, 1, "no such setting");
    tab(wb, "Targets").values.set(2, 4, "12,5");
    expect(done(wb, "state").readiness.text).toMatch(/^[2-9] decisions for /);
  });

  it("says whether anything that it depends on changed: a cell, a tab of a month, who may edit", () => {
    const wb = sampleShop();
    const changed = (mark: string | undefined) => done(wb, "changes", { mark: mark ?? "" }).changed;
    let { mark } = done(wb, "state");
    expect(changed(mark)).toBe(false);
    expect(changed("")).toBe(true);
    const steps: (() => void)[] = [
      () => tab(wb, "Staff").values.set(2, 8, 4321),
      () => done(wb, "run", { kinds: ["payroll"] }),
      () => {
        tab(wb, "Bands").protections = [
          { range: null, description: "", warningOnly: false, editors: ["a@example.com"], unprotected: [] },
        ];
        Object.assign(wb.world, { person: { email: "b@example.com", isOwner: false } });
      },
    ];
    for (const step of steps) {
      step();
      expect(changed(mark)).toBe(true);
      mark = done(wb, "state").mark;
      expect(changed(mark)).toBe(false);
    }
  });

  it("says who may not edit, and why", () => {
    const wb = sampleShop();
    tab(wb, "Bands").protections = [
      { range: null, description: "", warningOnly: false, editors: ["boss@example.com"], unprotected: [] },
    ];
    Object.assign(wb.world, { person: { email: "agent@example.com", isOwner: false } });
    const state = done(wb, "state");
    expect(state.readOnly).toMatch(/Bands is protected/);
    const rules = load(wb);
    const draft = draftFrom(rules.model);
    rowOf(tableIn(draft, "commission").rows, 0).result = "0.5%";
    const before = tabsOf(wb);
    expect(save(wb, rules, draft)).toMatchObject({ code: "save.protected" });
    expect(tabsOf(wb)).toEqual(before);
  });
});

describe("rules", () => {
  const rules = () => load(sampleShop());

  it("gives every row with where it stands", () => {
    const { model, links, versions, nextFrom } = rules();
    expect(model.items.map(({ item, weight }) => [item, weight])).toEqual([
      ["Sales attainment", "30"],
      ["Conversion", "20"],
      ["Average order value", "15"],
      ["Reply rate", "10"],
      ["First response", "10"],
      ["After-sale cost", "5"],
      ["After-sale cases", "5"],
      ["Attendance", "5"],
    ]);
    expect(links["scoring-2"]).toEqual({ tab: "Scoring", cell: "D2" });
    expect(links["pay-3"]).toEqual({ tab: "Pay", cell: "C3" });
    expect([versions, nextFrom]).toEqual([[null], "2026-11-01"]);
  });

  it("calls what is measured by the reader's word for it", () => {
    const wb = sampleShop("eight-part", "zh");
    const { tables } = done(wb, "rules", { plan: "", lang: "zh" });
    const words = tables.map(({ measured }) => measured).filter((one) => one !== "");
    expect(words).toContain("达成率：销售额");
    expect(words).toContain("咨询转化率");
    expect(words.join()).not.toMatch(/[a-z]_/);
    const data = done(wb, "data", { lang: "zh" });
    const said = JSON.stringify([data.problems, data.tabs.map(({ problems }) => problems)]);
    expect(said).toContain("首次响应总秒数、首次响应次数 由其还原");
    expect(said).not.toMatch(/first_response|inquirers|final_payers/);
  });

  it("says where each of the team stands on a table, and what it is for", () => {
    const { tables } = rules();
    const sales = tables.find(({ table }) => table === "sales attainment");
    expect(sales).toMatchObject({
      direction: "rising",
      unit: "%",
      measured: "target met: Sales",
      usedByItems: ["Sales attainment"],
      usedByPay: [],
      result: "percent of weight",
      mode: null,
    });
    expect(sales?.people).toHaveLength(12);
    const commission = tables.find(({ table }) => table === "commission");
    expect(commission).toMatchObject({
      unit: "%",
      usedByPay: ["performance"],
      result: "rate",
      mode: "whole",
    });
    for (const { at, row } of commission?.people ?? []) {
      const value = Number(at.value);
      expect(row).toBe(value >= 1.2 ? "bands-37" : value >= 1 ? "bands-38" : "bands-39");
    }
  });

  it("turns a whole-amount table into slices and back", () => {
    const wb = sampleShop("simple");
    const first = load(wb);
    const table = first.tables.find(({ table: name }) => name === "commission");
    expect(table).toMatchObject({ mode: "whole", otherMode: { "pay-3": '=MARGINAL("commission",sales)' } });
    const draft = draftFrom(first.model);
    rowOf(draft.pay, 1).formula = '=MARGINAL("commission",sales)';
    save(wb, first, draft);
    expect(load(wb).tables.find(({ table: name }) => name === "commission")).toMatchObject({
      mode: "slices",
      otherMode: { "pay-3": '=(sales*RATE("commission",sales))' },
    });
  });

  it("offers names in both languages", () => {
    const { names } = rules();
    const of = (name: string) => names.find((one) => one.name === name);
    expect(of("sales")).toMatchObject({
      kind: "metric",
      label: { en: "Sales", zh: "销售额" },
      unit: "money",
    });
    expect(of("score")).toMatchObject({ kind: "built-in" });
    expect(of("performance")).toMatchObject({ kind: "component" });
    expect(of("ATTAINMENT")).toMatchObject({ kind: "function", insert: "ATTAINMENT(" });
    expect(of("commission")).toMatchObject({ kind: "table", insert: '"commission"' });
    for (const { help, name } of names) expect([help.en, help.zh].includes(""), name).toBe(false);
  });

  it("shows broken rules as they are, with their problems at the fields", () => {
    const wb = sampleShop();
    tab(wb, "Scoring").values.set(2, 7, "3o");
    tab(wb, "Bands").values.set(5, 4, "perhaps");
    const { model, problems } = load(wb);
    expect(rowOf(model.items, 0).weight).toBe("3o");
    expect(problems.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["items/scoring-2/weight", "tables/sales attainment/bands-5/when"]),
    );
  });

  it("refuses a plan and a day that do not exist", () => {
    const wb = sampleShop();
    expect(refused(wb, "rules", { plan: "nobody's" }).error).toContain("Eight-part");
    expect(refused(wb, "rules", { plan: "", from: "soon" })).toMatchObject({ field: "from" });
    expect(refused(wb, "rules", { plan: "", month: "Octember" })).toMatchObject({ field: "month" });
  });
});

describe("formulas", () => {
  let wb: Workbook;
  let draft: ReturnType<typeof draftFrom>;
  beforeAll(() => {
    wb = sampleShop();
    draft = draftFrom(load(wb).model);
  });
  const check = (text: string, more: object = {}) =>
    done(wb, "checkFormula", { draft, field: { part: "pay", index: 1 }, text, ...more });

  it("computes for the chosen person, in words", () => {
    const answer = check("=base+score", { person: "Chen Bei" });
    expect(answer).toMatchObject({ person: "Chen Bei", problem: null });
    const base = load(wb).people.find(({ person }) => person === "Chen Bei");
    const staff = tab(wb, "Staff");
    const grades = tab(wb, "Grades");
    const grade =
      [2, 3, 4, 5, 6, 7, 8].find((row) => grades.values.get(row, 1) === staff.values.get(3, 7)) ?? 0;
    expect(staff.values.get(3, 1)).toBe("Chen Bei");
    const basePay = Number(grades.values.get(grade, 2));
    expect(Number(answer.value?.value)).toBeCloseTo(basePay + Number(base?.score), 2);
    expect(answer.because).toContain("score");
  });

  it.each([
    ["=score*slaes", "slaes", 7],
    ["=score*SUMM(1)", "SUMM", 7],
    ['=RATE("provision",sales)', "provision", 7],
  ])("marks what is wrong in %s", (text, word, from) => {
    const { problem, value } = check(text);
    expect(value).toBeNull();
    expect(problem?.message).toContain(word);
    expect([problem?.from, problem?.to]).toEqual([from, from + word.length]);
  });

  it("says that half a formula cannot be read", () => {
    expect(check("=score*(").problem).toMatchObject({ message: expect.stringMatching(/./) });
    expect(check("").problem).toBeNull();
  });

  it("completes the word at the caret in either language, and tables inside quotes", () => {
    const names = (text: string, caret?: number) =>
      check(text, caret === undefined ? {} : { caret }).offers.names.map(({ name }) => name);
    expect(names("=score*sal")[0]).toBe("sales");
    expect(names("=score*销售")).toContain("sales");
    expect(names("=ATT")).toContain("ATTAINMENT");
    expect(names('=RATE("comm')).toEqual(["commission"]);
    expect(check("=score*sal+1", { caret: 10 }).offers).toMatchObject({ from: 7, to: 10 });
  });

  it("offers only components above the row", () => {
    const names = check("=perf").offers.names.map(({ name }) => name);
    expect(names).not.toContain("performance");
  });

  it("works a table just below and at each threshold, all else as it is", () => {
    const { steps, component, person } = done(wb, "worked", { draft, table: "commission" });
    expect(component).toBe("performance");
    expect(steps.map(({ threshold, below }) => [threshold.text, below.at.text])).toEqual([
      ["100%", "99.99%"],
      ["120%", "119.99%"],
    ]);
    for (const { below, at, jump } of steps)
      expect(Number(jump)).toBeCloseTo(Number(at.amount) - Number(below.amount), 2);
    // 0.1 % to 0.2 % to 0.4 % of the same amount.
    const [first, second] = steps.map(({ at }) => Number(at.amount));
    expect(Math.abs((second ?? 0) - 2 * (first ?? 0))).toBeLessThanOrEqual(0.01);
    expect(load(wb).people.map((one) => one.person)).toContain(person);
  });

  it("refuses a field that the draft has not, and a table without a line", () => {
    expect(refused(wb, "checkFormula", { draft, field: { part: "pay", index: 9 }, text: "=1" }).field).toBe(
      "field",
    );
    expect(refused(wb, "checkFormula", { draft, field: { part: "name", index: 0 }, text: "=1" }).field).toBe(
      "field",
    );
    expect(refused(wb, "worked", { draft, table: "conversion" }).field).toBe("table");
  });
});

const DAILY = "赤兔日报_下单优先判定_2026-10";

describe("data and mapping", () => {
  it("names what each tab was taken for, with two samples a column", () => {
    const wb = sampleShop();
    const { tabs } = done(wb, "data");
    const daily = tabs.find(({ tab: name }) => name === DAILY);
    expect(daily).toMatchObject({ firstDay: "2026-10-01", lastDay: "2026-10-31", people: 12 });
    expect(daily?.columns.find(({ becomes }) => becomes === "Sales")?.samples).toHaveLength(2);
    expect(tabs.map(({ tab: name }) => name)).not.toContain("Sheet1");
  });

  it("groups equal faults by their repair, with cells to go to", () => {
    const wb = sampleShop();
    const sheet = tab(wb, DAILY);
    const rows = [12, 13, 14, 15, 16, 17];
    for (const row of rows) if (sheet.values.get(row, 8) !== undefined) sheet.values.set(row, 8, "12,5");
    const daily = done(wb, "data").tabs.find(({ tab: one }) => one === DAILY);
    const group = daily?.problems.find(({ severity }) => severity === "error");
    expect(group?.count).toBeGreaterThan(2);
    expect(group?.cells[0]?.cell).toMatch(/^H\d+$/);
    expect(group?.message).toContain("12,5");
  });

  it("proposes rows for a table of nobody's, writes them, and then reads it", () => {
    const wb = sampleShop();
    const sheet = wb.book.addSheet("自建登记");
    const cells = [
      ["日期", "客服", "返现金额", "备注"],
      [46298, "Zhou Xiaoyu", 38, "a"],
      [46299, "Chen Bei", 12.5, "b"],
      [46300, "Zhou Xiaoyu", 7, "c"],
    ];
    cells.forEach((row, r) => {
      row.forEach((cell, c) => {
        sheet.values.set(r + 1, c + 1, cell);
        if (typeof cell === "number" && c === 0)
          sheet.styles.set(r + 1, c + 1, { numberFormat: "yyyy-mm-dd" });
      });
    });
    const proposal = done(wb, "propose", { tab: "自建登记" });
    expect(proposal.columns.map(({ role, measure }) => measure || role)).toEqual([
      "date",
      "person",
      "返现金额",
      "ignore",
    ]);
    expect(proposal).toMatchObject({ headerRow: 1, read: 3, of: 3 });
    const saved = done(wb, "saveMapping", { rows: proposal.rows });
    expect(saved.written).toEqual([{ tab: "Sources", cells: 13 }]);
    const read = done(wb, "data").tabs.find(({ tab: name }) => name === "自建登记");
    expect(read).toMatchObject({ rows: 3, people: 2 });
    done(wb, "undoSave", { undo: saved.undo });
    expect(tabsOf(wb).Sources).toBe(tabsOf(sampleShop()).Sources);
  });

  it("offers to add up rows of one person and day, writes the rows, and then nobody is held for them", () => {
    const wb = sampleShop();
    const sheet = wb.book.addSheet("邮费登记");
    const cells = [
      ["日期", "客服", "邮费"],
      ["2026-10-03", "Zhou Xiaoyu", 38],
      ["2026-10-03", "Zhou Xiaoyu", 12],
    ];
    cells.forEach((row, r) => {
      for (const [c, cell] of row.entries()) sheet.values.set(r + 1, c + 1, cell);
    });
    const readOf = () => done(wb, "data").tabs.find(({ tab: name }) => name === "邮费登记");
    const before = readOf();
    expect(before?.sums).toMatchObject([{ tab: "邮费登记", measure: "postage", how: "sum" }]);
    expect(before).toMatchObject({
      rows: 1,
      leftOut: [{ reason: "Rows that contradict another row", count: 1 }],
    });
    expect(before?.problems[0]?.holds).toEqual(["Zhou Xiaoyu"]);
    done(wb, "saveMapping", { rows: before?.sums ?? [] });
    expect(readOf()).toMatchObject({ rows: 2, people: 1, state: "ok", problems: [], leftOut: [], sums: [] });
  });

  it("writes the name of a figure for its label or header, and refuses what formulas cannot use", () => {
    const wb = sampleShop();
    const row = {
      source: "x",
      tab: "x",
      personColumn: "客服",
      dateColumn: "",
      how: "sum",
      column: "数",
      weightColumn: "",
      where: "",
    };
    const measures = ["Orders paid", "接待人数", "询单最终付款人数", "返现金额"];
    done(wb, "saveMapping", { rows: measures.map((measure) => ({ ...row, measure })) });
    for (const name of ["paid_orders", "received", "final_payers", "返现金额"])
      expect(tabsOf(wb).Sources).toContain(name);
    expect(tabsOf(wb).Sources).not.toContain("Orders paid");
    const before = tabsOf(wb).Sources;
    const bad = refused(wb, "saveMapping", { rows: [{ ...row, measure: "Orders made" }] });
    expect(bad).toMatchObject({ code: "save.bad-figure", field: "rows" });
    expect(bad.error).toContain("Orders_made");
    expect(tabsOf(wb).Sources).toBe(before);
  });

  it("offers the known figures with labels and headers", () => {
    const wb = sampleShop();
    rowOf(wb.book.addSheet("x") && wb.book.sheets, wb.book.sheets.length - 1).values.set(1, 1, "客服");
    const { known } = done(wb, "propose", { tab: "x" });
    expect(known.find(({ name }) => name === "paid_orders")).toMatchObject({
      en: "Orders paid",
      zh: "付款笔数",
      also: ["付款笔数", "成交笔数", "销售订单数"],
    });
  });

  it("refuses an unknown tab and empty rows", () => {
    const wb = sampleShop();
    expect(refused(wb, "propose", { tab: "nowhere" }).error).toContain("nowhere");
    expect(refused(wb, "saveMapping", { rows: [] }).code).toBe("save.no-rows");
  });
});

describe("run and explain", () => {
  let wb: Workbook;
  beforeAll(() => {
    wb = sampleShop();
  });

  it("writes the tabs and says the stages in words", () => {
    const run = done(wb, "run", {});
    expect(run).toMatchObject({ month: "2026-10", people: 12, held: 0, errors: 0, warnings: 2 });
    expect(run.stages.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Read \d+ tabs$/),
      "Matched data and people",
      "Scored and paid 12 people",
      "Wrote 6 tabs",
    ]);
    for (const { seconds } of run.stages) expect(seconds).toMatch(/^\d+\.\d$/);
    expect(run.written).toEqual([
      "Scorecard 2026-10",
      "Dashboard 2026-10",
      "Payroll 2026-10",
      "Payslips 2026-10",
      "Statements 2026-10",
      "Checks 2026-10",
    ]);
    expect(done(wb, "state").steps.payroll).toBe(true);
  });

  it("writes only the kinds asked for", () => {
    const other = sampleShop();
    expect(done(other, "run", { kinds: ["checks", "nonsense"] }).written).toEqual(["Checks 2026-10"]);
  });

  it("explains a line of pay in four steps down to the pasted cells", () => {
    const payroll = tab(wb, "Payroll 2026-10");
    const answer = done(wb, "explain", { tab: "Payroll 2026-10", cell: "I5" });
    expect(answer.figure).toMatchObject({
      kind: "pay",
      person: payroll.values.get(5, 2),
      name: "Performance pay",
    });
    expect(Number(answer.figure?.amount)).toBe(payroll.values.get(5, 9));
    expect(answer.sentence).toMatch(/^Performance pay: [\d.]+ ÷ 100 × [\d,.]+ × 0\.\d% = [\d,.]+/);
    const sales = answer.data.find(({ text }) => text.startsWith("Sales "));
    expect(sales?.links.length).toBeLessThanOrEqual(20);
    expect(sales?.links[0]?.tab).toMatch(/^赤兔/);
    expect(answer.rule.map(({ links }) => links[0]?.tab)).toEqual(expect.arrayContaining(["Bands", "Pay"]));
    expect(answer.rule.some(({ text }) => /at least 1\d0%|otherwise/.test(text))).toBe(true);
    expect(answer.team).toEqual([
      {
        figure: "team average of sales",
        shown: expect.stringMatching(/^[\d,.]+$/),
        heads: expect.stringContaining("6 people"),
        canList: true,
      },
    ]);
    expect(answer.round).toMatch(/^half-up, 0\.01: [\d.]+ → [\d.]+$/);
    expect(answer.changed).toBe(false);
    const colleagues = load(wb)
      .people.map(({ person }) => person)
      .filter((name) => name !== answer.figure?.person);
    for (const name of colleagues) expect(JSON.stringify(answer)).not.toContain(name);
  });

  it("explains scores and items of the scorecard", () => {
    const sheet = tab(wb, "Scorecard 2026-10");
    const find = (wanted: string) => {
      for (let row = 1; row <= sheet.lastRow(); row++)
        if (String(sheet.values.get(row, 2) ?? "") === wanted) return row;
      throw new Error(wanted);
    };
    const header = find("Score item");
    const item = done(wb, "explain", { tab: sheet.name, cell: `H${header + 1}` });
    expect(item.figure).toMatchObject({ kind: "item", name: "Sales attainment", amount: expect.any(String) });
    expect(Number(item.figure?.amount)).toBe(sheet.values.get(header + 1, 8));
    expect(item.rule.map(({ links }) => links[0]?.tab)).toEqual(expect.arrayContaining(["Scoring", "Bands"]));
    const ranking = find("Person");
    const score = done(wb, "explain", { tab: sheet.name, cell: `E${ranking + 1}` });
    expect(score.figure).toMatchObject({ kind: "score", person: sheet.values.get(ranking + 1, 2) });
  });

  it("explains the selected cell, and says so for any other", () => {
    done(wb, "goTo", { tab: "Payroll 2026-10", cell: "I6" });
    expect(done(wb, "explain").at).toEqual({ tab: "Payroll 2026-10", cell: "I6" });
    expect(done(wb, "selection").at).toEqual({ tab: "Payroll 2026-10", cell: "I6" });
    expect(done(wb, "explain", { tab: "Staff", cell: "A2" })).toMatchObject({ figure: null });
    expect(done(wb, "explain", { tab: "Payroll 2026-10", cell: "A1" })).toMatchObject({ figure: null });
  });

  it("says where the rules changed since", () => {
    const other = sampleShop();
    done(other, "run", { kinds: ["payroll"] });
    for (let row = 37; row <= 39; row++) tab(other, "Bands").values.set(row, 6, 0.01);
    expect(done(other, "explain", { tab: "Payroll 2026-10", cell: "I5" }).changed).toBe(true);
  });

  it("compares with the month before where History has it", () => {
    const other = sampleShop();
    const history = other.book.addSheet("History");
    const rows = [
      ["Month", "Person", "Team", "Name", "Value"],
      ["2026-09", "Zhou Xiaoyu", "Pre-sale 1", "performance", 264],
      ["2026-09", "Zhou Xiaoyu", "Pre-sale 1", "sales", 120000],
      ["2026-09", "Zhou Xiaoyu", "Pre-sale 1", "score", 88],
    ];
    rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        history.values.set(r + 1, c + 1, cell);
        if (typeof cell === "string") history.styles.set(r + 1, c + 1, { numberFormat: "@" });
      });
    });
    done(other, "run", { kinds: ["payroll"] });
    const { before, figure } = done(other, "explain", { tab: "Payroll 2026-10", cell: "I5" });
    expect(figure?.person).toBe("Zhou Xiaoyu");
    expect(before).toMatchObject({ month: "2026-09", amount: "264.00" });
    expect(before?.reasons).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^score: 88\.00 points → 91\.00 points$/),
        expect.stringMatching(/^Sales: 120,000\.00 → /),
      ]),
    );
  });

  it("goes to a cell, and refuses one that does not exist", () => {
    expect(done(wb, "goTo", { tab: "Bands", cell: "14:14" }).at).toEqual({ tab: "Bands", cell: "A14" });
    expect(wb.book.activeSheet?.name).toBe("Bands");
    expect(refused(wb, "goTo", { tab: "nowhere", cell: "A1" }).field).toBe("tab");
    for (const cell of ["", "14", "ZZZ9", "A99999999", "A0", "=A1"])
      expect(refused(wb, "goTo", { tab: "Bands", cell }).field, cell).toBe("cell");
  });

  it("keeps the language in Settings", () => {
    const other = sampleShop();
    expect(done(other, "language", { lang: "zh" }).message).toContain("中文");
    expect(done(other, "run", { kinds: ["checks"] }).written).toEqual(["检查 2026-10"]);
  });
});

describe("set up", () => {
  it("writes targets of the first month to fill in, and lists of words", () => {
    const wb = workbook();
    expect(refused(wb, "setUp", { pack: "eight-part", month: "2026-13" })).toMatchObject({
      error: '"2026-13" is not a month. Type it like 2026-10.',
    });
    done(wb, "setUp", { pack: "eight-part", month: "2026-11" });
    const targets = tab(wb, "Targets");
    expect([1, 2, 3, 4].map((column) => targets.values.get(2, column) ?? "")).toEqual([
      "2026-11",
      "*",
      "sales",
      "",
    ]);
    expect(tab(wb, "Scoring").validations.get(2, 5)?.source).toMatchObject({
      values: expect.arrayContaining(["points", "bonus", "deduction", "gate"]),
    });
    expect(tab(wb, "Staff").validations.get(5, 6)?.source).toMatchObject({ values: ["Eight-part"] });
    expect(tab(wb, "Scoring").validations.get(2, 5)?.allowInvalid).toBe(true);
  });
});

describe("any request", () => {
  it.each(READING)("%s answers an empty workbook in words", (action) => {
    const answer = ask(workbook(), action, {});
    expect("error" in answer || answer.ok).toBeTruthy();
    if ("error" in answer) expect(answer.error).not.toBe("");
  });

  const nonsense: unknown[] = [
    null,
    1,
    "x",
    [],
    {},
    { plan: 7 },
    { plan: "Eight-part", items: "x", tables: [null, 3], pay: [[]], targets: {} },
  ];

  it.each([
    "whatIf",
    "checkFormula",
    "worked",
    "saveRules",
    "needs",
  ] as const)("%s never throws for a draft that is none, and writes nothing", (action) => {
    const wb = sampleShop();
    const before = tabsOf(wb);
    for (const draft of nonsense) {
      const answer = ask(wb, action, { draft, base: draft, fingerprints: draft, field: draft, text: draft });
      expect(typeof answer).toBe("object");
    }
    expect(tabsOf(wb)).toEqual(before);
  });

  it("refuses what is too long", () => {
    const text = JSON.stringify({ action: "state", pad: "x".repeat(1_000_001) });
    expect(JSON.parse(answerRequest(workbook().services, text)).error).toContain("too long");
  });

  it("keeps names with signs of HTML as they are, in plain text", () => {
    const wb = sampleShop();
    const name = "<img src=x onerror=alert(1)>";
    tab(wb, "Staff").values.set(2, 1, name);
    const { people } = load(wb);
    expect(people[0]?.person).toBe(name);
  });

  it("answers every message in both languages", () => {
    const wb = sampleShop();
    const english = refused(wb, "goTo", { tab: "nowhere", cell: "A1" }).error;
    const chinese = refused(wb, "goTo", { tab: "nowhere", cell: "A1", lang: "zh" }).error;
    expect(english).not.toBe(chinese);
    expect(chinese).toMatch(/[\u4e00-\u9fff]/);
  });
});
