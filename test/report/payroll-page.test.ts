/** Payroll of the packs with the most components is as wide as a page; what its short headers stand for stays known. */
import { describe, expect, it } from "vitest";
import type { BookSheet } from "../../src/local/book.ts";
import { done, sampleShop, tab, type Workbook } from "../api/shop";

const NAME = "Payroll 2026-10";

function columnOf(sheet: BookSheet, header: string): number {
  for (let column = 1; column <= sheet.lastColumn(); column++)
    if (sheet.values.get(4, column) === header) return column;
  throw new Error(`no column ${header}`);
}

function payroll(pack: string): { wb: Workbook; sheet: BookSheet } {
  const wb = sampleShop(pack);
  done(wb, "run", { month: "2026-10", kinds: ["payroll"] });
  return { wb, sheet: tab(wb, NAME) };
}

const widthOf = (sheet: BookSheet) =>
  Array.from({ length: sheet.lastColumn() }, (_, index) => sheet.columnWidths.get(index + 1) ?? 100).reduce(
    (sum, width) => sum + width,
  );

describe("Payroll in English", () => {
  // 20 columns without components, and three, two and three of them.
  it.each(["simple-reception", "seasonal", "template-t1"])("of %s is at most 980 pixels wide", (pack) => {
    const { sheet } = payroll(pack);
    expect(widthOf(sheet)).toBeLessThanOrEqual(980);
    expect(sheet.styles.get(5, 8)?.fontSize).toBe(8);
  });

  it("keeps what HR typed under a header that was shortened, and under the full one", () => {
    const { wb, sheet } = payroll("simple-reception");
    const [other, sign] = [columnOf(sheet, "Other ded."), columnOf(sheet, "Sign")];
    expect(sheet.notes.get(4, other)).toBe("Other deductions");
    sheet.values.set(5, other, 12.5);
    sheet.values.set(5, sign, "seen");
    sheet.values.set(4, sign, "Signature");
    done(wb, "run", { month: "2026-10", kinds: ["payroll"] });
    expect(sheet.values.get(4, sign)).toBe("Sign");
    expect([sheet.values.get(5, other), sheet.values.get(5, sign)]).toEqual([12.5, "seen"]);
  });

  it("explains a cell under a short header like one under the full name", () => {
    const { wb, sheet } = payroll("simple-reception");
    const at = (header: string) => String.fromCharCode(64 + columnOf(sheet, header));
    const words = (header: string) => done(wb, "explain", { tab: NAME, cell: `${at(header)}5` }).sentence;
    expect(words("#")).toContain("A running number.");
    expect(words("Other ded.")).toContain("HR's own entry");
    expect(words("Deducted")).toContain("The sum of the deductions");
    const adjusted = Array.from({ length: 12 }, (_, index) => index + 5).find(
      (row) => typeof sheet.values.get(row, columnOf(sheet, "Adj.")) === "number",
    );
    expect(done(wb, "explain", { tab: NAME, cell: `${at("Adj.")}${adjusted}` }).figure?.kind).toBe("pay");
  });
});
