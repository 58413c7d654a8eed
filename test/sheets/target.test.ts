import { expect, test } from "vitest";
import type { TabDescription } from "../../src/report/tab";
import type { SheetSurface } from "../../src/sheets/surface";
import { findTarget, listTabs } from "../../src/sheets/target";

/** A sheet that only says its A1; `asked` notes the names of those that were. */
function sheetOf(name: string, a1: string, asked: string[]): { sheet: SheetSurface; name: string } {
  const getRange = () => {
    asked.push(name);
    return { getValues: () => [[a1]] };
  };
  return { name, sheet: { getLastRow: () => (a1 === "" ? 0 : 1), getRange } as unknown as SheetSurface };
}

const PAYROLL = {
  name: "Payroll 2026-10",
  stamps: ["Payroll 2026-10", "工资 2026-10"],
} as unknown as TabDescription;

test.each([
  ["under its name", "Payroll 2026-10", "Payroll 2026-10", "existing"],
  ["under its name in the other language", "工资 2026-10", "Payroll 2026-10", "existing"],
  ["under a new name", "Wages 2026-10", "Payroll 2026-10", "existing"],
  ["an empty tab of its name", "Payroll 2026-10", "", "existing"],
  ["something else of its name", "Payroll 2026-10", "mine", "taken"],
  ["only another month's", "Payroll 2026-09", "Payroll 2026-09", "new"],
])("a tab is found %s", (_how, name, a1, kind) => {
  const known = listTabs([sheetOf("Notes", "a", []), sheetOf(name, a1, [])], [PAYROLL]);
  expect(findTarget(PAYROLL, known).kind).toBe(kind);
});

test("outputs of other months are not looked into, however many there are", () => {
  const asked: string[] = [];
  const months = Array.from({ length: 9 }, (_, index) => `Payroll 2026-0${index + 1}`);
  const sheets = [...months, "Notes"].map((name) => sheetOf(name, name, asked));
  expect(findTarget(PAYROLL, listTabs(sheets, [PAYROLL])).kind).toBe("new");
  expect(asked).toEqual(["Notes"]);
});
