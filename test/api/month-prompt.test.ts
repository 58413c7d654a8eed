/** What the dialog "Approve and lock month…" offers when nothing is typed. */
import { expect, it } from "vitest";
import { askAndAdvance } from "../../src/commands";
import { Book } from "../../src/local/book.ts";
import { lock, salesTab, shop } from "../life/shop";
import { type Workbook, workbook } from "../sheets/workbook";

/** The first question, called off. */
function questionOf(wb: Workbook): string {
  wb.world.answer = () => ({ button: "CANCEL" });
  askAndAdvance(wb.services);
  return wb.world.dialogs[0]?.prompt ?? "";
}

it("offers the month that the data name where none is recorded yet", () => {
  expect(questionOf(shop())).toBe("Which month? For example 2026-10. Blank: 2026-10");
});

it("offers the latest recorded month", () => {
  const wb = shop(salesTab("Sales November", "2026-11"));
  lock(wb, "2026-10");
  expect(questionOf(wb)).toBe("Which month? For example 2026-10. Blank: 2026-10");
});

it("offers nothing where there is no month at all", () => {
  expect(questionOf(workbook(Book.blank("empty")))).toBe("Which month? For example 2026-10.");
});
