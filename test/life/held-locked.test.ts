/** Somebody who was held when a month was locked is not forgotten, and a month without any pay is not locked. */
import { describe, expect, test } from "vitest";
import { askAndAdvance } from "../../src/approve";
import { done, refused } from "../api/shop";
import type { Workbook } from "../sheets/workbook";
import { dump, lock, records, salesTab, sheetOf, shop } from "./shop";

const OCTOBER = { month: "2026-10" };
const NOVEMBER = { month: "2026-11" };
const SAID = "was held when 2026-10 was locked";

/** The row of a tab (from 1) that begins with these texts. */
function rowOf(wb: Workbook, name: string, ...texts: readonly string[]): number {
  const { values } = sheetOf(wb, name);
  for (let row = 2; row < 50; row++)
    if (texts.every((text, index) => String(values.get(row, index + 1)) === text)) return row;
  throw new Error(`no row ${texts.join()} on ${name}`);
}

function put(wb: Workbook, name: string, row: number, column: number, value: string | number): void {
  sheetOf(wb, name).values.set(row, column, value);
}

/** What holds D in October, and how it is mended. D is paid 1,800.00 there: 55 points give no bonus. */
const CAUSES: readonly [string, (wb: Workbook) => void, (wb: Workbook) => void, string][] = [
  [
    "a rule that cannot be read",
    (wb) => put(wb, "Staff", rowOf(wb, "Staff", "D"), 4, "18oo"),
    (wb) => put(wb, "Staff", rowOf(wb, "Staff", "D"), 4, 1800),
    "Staff",
  ],
];

describe.each(CAUSES)("held by %s", (_name, spoil, mend, tab) => {
  const locked = () => {
    const wb = shop(salesTab("Sales November", "2026-11"));
    spoil(wb);
    lock(wb, "2026-10");
    return wb;
  };

  test("each later month says so until the month is reopened", () => {
    const wb = locked();
    expect(records(wb, "Runs").at(-1)?.[7]).toBe("1");
    mend(wb);
    done(wb, "run", NOVEMBER);
    const checks = dump(wb, "Checks 2026-11");
    expect(checks.split(`D ${SAID}`)).toHaveLength(2);
    for (const word of ["Held then because", tab, "reopen 2026-10 with a reason"])
      expect(checks).toContain(word);
    lock(wb, "2026-11");
    done(wb, "run", { month: "2026-12" });
    expect(dump(wb, "Checks 2026-12").split(`D ${SAID}`)).toHaveLength(2);

    done(wb, "step", { ...OCTOBER, step: "reopen", reason: "base pay of D" });
    lock(wb, "2026-10");
    done(wb, "run", { month: "2026-12" });
    expect(dump(wb, "Checks 2026-12")).not.toContain(SAID);
  });

  test("and so where late data are not looked for any more", () => {
    const wb = locked();
    const settings = wb.book.addSheet("Settings");
    ["Setting", "Value", "late_months", 0].forEach((value, index) => {
      settings.reach(2, 2);
      settings.values.set(1 + Math.floor(index / 2), 1 + (index % 2), value);
    });
    done(wb, "run", NOVEMBER);
    expect(dump(wb, "Checks 2026-11")).toContain(`D ${SAID}`);
  });
});

test("somebody held by pasted data is named until the mended data pay", () => {
  const wb = shop(salesTab("Sales November", "2026-11"));
  const sales = rowOf(wb, "Sales October", "C");
  put(wb, "Sales October", sales, 3, "12o000");
  lock(wb, "2026-10");
  const held = Number(records(wb, "Runs").at(-1)?.[7]);
  expect(held).toBeGreaterThan(0);
  done(wb, "run", NOVEMBER);
  expect(dump(wb, "Checks 2026-11").split(SAID)).toHaveLength(held + 1);
  put(wb, "Sales October", sales, 3, 120000);
  done(wb, "run", NOVEMBER);
  expect(dump(wb, "Checks 2026-11")).not.toContain(SAID);
  expect(dump(wb, "Payroll 2026-11")).toContain("2026-10");
  lock(wb, "2026-11");
  done(wb, "run", { month: "2026-12" });
  expect(dump(wb, "Checks 2026-12")).not.toContain(SAID);
});

test("a month in which everybody is held is neither checked nor approved; with one who is not, it is", () => {
  const wb = shop();
  for (const person of ["A", "B", "C", "D"]) put(wb, "Staff", rowOf(wb, "Staff", person), 4, "?");
  done(wb, "run", OCTOBER);
  const { code, error } = refused(wb, "step", { ...OCTOBER, step: "check" });
  expect(code).toBe("life.all-held");
  expect(error).toContain("2026-10");
  put(wb, "Staff", rowOf(wb, "Staff", "A"), 4, 3000);
  lock(wb, "2026-10");
  expect(done(wb, "life", OCTOBER)).toMatchObject({ state: "approved", people: 4, held: 3 });
});

test.each([
  ["en", "a locked month keeps its rules", "the next month pays the difference"],
  ["zh", "锁定后沿用当时的规则", "差额会计入下月"],
])("the dialog (%s) says what becomes of who is held by rules, and by data", (lang, rules, data) => {
  const wb = shop();
  put(wb, "Staff", rowOf(wb, "Staff", "D"), 4, "?");
  done(wb, "run", OCTOBER);
  Object.assign(wb.world, { userLocale: lang === "zh" ? "zh-CN" : "en" });
  const prompts: string[] = [];
  wb.world.answer = ({ prompt }) => {
    prompts.push(prompt);
    return { button: prompts.length === 1 ? "OK" : "CLOSE", text: "2026-10" };
  };
  askAndAdvance(wb.services);
  for (const words of [rules, data]) expect(prompts[1]).toContain(words);
});
