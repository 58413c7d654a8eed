import { beforeAll, describe, expect, it } from "vitest";
import { answerRequest, askAndGenerate, askAndSetUp, loadSample, showSteps } from "../../src/commands";
import type { Answer } from "../../src/local/world.ts";
import { buildMenu } from "../../src/menu";
import type { OutputKind } from "../../src/report/tab";
import { dumpBook, type Workbook, workbook } from "./workbook";

const ALL: OutputKind[] = ["scorecard", "dashboard", "payroll", "payslips", "statements", "checks"];
const OUTPUTS = [
  "Scorecard 2026-10",
  "Dashboard 2026-10",
  "Payroll 2026-10",
  "Payslips 2026-10",
  "Statements 2026-10",
  "Checks 2026-10",
];

function answering(wb: Workbook, ...answers: Answer[]): Workbook {
  wb.world.answer = () => answers.shift() ?? { button: "OK" };
  return wb;
}

function api(wb: Workbook, request: object): Record<string, unknown> {
  return JSON.parse(answerRequest(wb.services, JSON.stringify(request)));
}

function sampleBook(): Workbook {
  const wb = workbook();
  expect(api(wb, { action: "setUp", pack: "eight-part", lang: "en", sample: true })).toMatchObject({
    kept: [],
  });
  return wb;
}

function names(wb: Workbook): string[] {
  return wb.book.sheets.map(({ name }) => name);
}

describe("the menu", () => {
  it("is in the person's language", () => {
    const wb = workbook();
    buildMenu(wb.services);
    expect(wb.world.menu.map((entry) => entry?.caption ?? "-")).toEqual([
      "Set up workbook…",
      "Settings (sidebar)",
      "Check data",
      "-",
      "Generate scorecards",
      "Generate monthly payroll",
      "Approve and lock month…",
      "-",
      "Share with managers…",
      "Quarterly grade review",
      "Load sample data",
      "Help",
    ]);
    Object.assign(wb.world, { userLocale: "zh-CN" });
    buildMenu(wb.services);
    expect(wb.world.menu[5]?.caption).toBe("生成本月工资表");
  });

  it("shows the steps", () => {
    const wb = workbook();
    showSteps(wb.services);
    expect(wb.world.dialogs[0]?.prompt).toContain("Generate monthly payroll");
  });
});

describe("setting up", () => {
  it("lists the systems and takes a number, a name or a blank", () => {
    for (const typed of ["", "1", "eight-part"]) {
      const wb = answering(workbook(), { button: "OK", text: typed });
      expect(JSON.parse(askAndSetUp(wb.services)).written).toContain("Scoring");
      expect(wb.world.dialogs[0]?.prompt).toMatch(/1 {2}.*eight-part/);
    }
  });

  it("answers an unknown system with those that there are, and writes nothing", () => {
    const wb = answering(workbook(), { button: "OK", text: "nine-part" });
    expect(JSON.parse(askAndSetUp(wb.services)).error).toMatch(/no system "nine-part".*eight-part/);
    expect(names(wb)).toEqual(["Sheet1"]);
  });

  it("keeps the rule tabs that are there", () => {
    const wb = sampleBook();
    const before = dumpBook(wb.book);
    const again = api(wb, { action: "setUp", pack: "payslip", lang: "en" });
    expect(again.written).toEqual([]);
    expect(dumpBook(wb.book)).toEqual(before);
  });

  it("loads the sample into an empty workbook only", () => {
    const wb = workbook();
    expect(JSON.parse(loadSample(wb.services)).written).toContain("Staff");
    const before = dumpBook(wb.book);
    expect(JSON.parse(loadSample(wb.services)).error).toContain("empty workbook only");
    expect(dumpBook(wb.book)).toEqual(before);
  });

  it("writes formulas as text, with help on the headers", () => {
    const wb = sampleBook();
    const pay = wb.book.sheets.find(({ name }) => name === "Pay");
    expect(pay?.formulas.lastRow()).toBe(0);
    expect(String(pay?.values.get(2, 6))).toMatch(/^=/);
    expect(pay?.styles.get(150, 6)?.numberFormat).toBe("@");
    expect(pay?.notes.get(1, 6)).toBe("Amount in money.");
  });
});

describe("generating", () => {
  let wb: Workbook;
  let result: { total: string; people: { person: string; total: string }[] };

  beforeAll(() => {
    wb = answering(sampleBook(), { button: "OK", text: "2026-10" });
    result = JSON.parse(askAndGenerate(wb.services, ALL, "payroll"));
  });

  it("writes the tabs of a month and says what it did", () => {
    expect(
      names(wb)
        .filter((name) => name !== "Runs")
        .slice(-6),
    ).toEqual(OUTPUTS);
    expect(wb.world.toasts.at(-1)?.message).toMatch(/^2026-10 · People: 12 · Held: 0/);
  });

  it("pays on the tab what the result says, to the cent", () => {
    const payroll = wb.book.sheets.find(({ name }) => name === "Payroll 2026-10");
    const shown = result.people.map(({ person }, index) => {
      const row = 5 + index;
      expect(payroll?.values.get(row, 2)).toBe(person);
      const gross = Array.from({ length: 30 }, (_, n) => n + 1).find((n) =>
        payroll?.formulas.get(row, n)?.startsWith("=SUM(H"),
      );
      let cents = 0;
      for (let column = 8; column < (gross ?? 8); column++) {
        cents += Math.round(Number(payroll?.values.get(row, column) ?? 0) * 100);
      }
      return { person, total: (cents / 100).toFixed(2) };
    });
    expect(shown).toEqual(result.people.map(({ person, total }) => ({ person, total })));
  });

  it("gives the same bytes again and ignores its own tabs", () => {
    // Runs is append-only: it has a row more.
    const { Runs: _run, ...before } = dumpBook(wb.book);
    expect(api(wb, { action: "generate", month: "2026-10" })).toEqual(result);
    const { Runs: _runs, ...after } = dumpBook(wb.book);
    expect(after).toEqual(before);
  });

  it("leaves every input tab alone", () => {
    const inputs = dumpBook(sampleBook().book);
    expect(dumpBook(wb.book)).toMatchObject(inputs);
  });

  it("offers the latest month for a blank", () => {
    const blank = answering(sampleBook(), { button: "OK", text: "" });
    expect(JSON.parse(askAndGenerate(blank.services, ["checks"], "checks")).month).toBe("2026-10");
    expect(blank.world.dialogs[0]?.prompt).toContain("2026-10");
  });

  it("writes nothing for a text that is no month, for Cancel, and while another run is on", () => {
    const other = sampleBook();
    const before = dumpBook(other.book);
    answering(other, { button: "OK", text: "Octember" });
    expect(JSON.parse(askAndGenerate(other.services, ALL, "payroll")).error).toBe(
      '"Octember" is not a month. Type it like 2026-10.',
    );
    answering(other, { button: "CANCEL", text: "2026-10" });
    expect(JSON.parse(askAndGenerate(other.services, ALL, "payroll"))).toHaveProperty("error");
    other.world.lockedElsewhere = true;
    expect(api(other, { action: "generate", month: "2026-10" }).error).toContain("running this month");
    expect(dumpBook(other.book)).toEqual(before);
  });

  it("checks without writing", () => {
    const other = sampleBook();
    const before = dumpBook(other.book);
    const checked = api(other, { action: "checkData", month: "2026-09" });
    expect((checked.issues as { severity: string }[]).some(({ severity }) => severity === "error")).toBe(
      true,
    );
    expect(dumpBook(other.book)).toEqual(before);
  });
});

describe("api", () => {
  it("lists the systems", () => {
    expect(api(workbook(), { action: "packs" }).packs).toContainEqual(
      expect.objectContaining({ name: "eight-part", en: expect.any(String), zh: expect.any(String) }),
    );
  });

  it.each(["constructor", "__proto__", "toString", "drop", ""])("refuses the action %j", (action) => {
    expect(api(workbook(), { action }).error).toContain("not known");
  });

  it.each(["", "nonsense", "[]", "null", '"packs"'])("refuses the text %j", (text) => {
    expect(JSON.parse(answerRequest(workbook().services, text)).error).toContain("not known");
  });
});
