/** What somebody types over the tabs of a locked month reaches no file; HR is told before sharing. */
import { expect, it } from "vitest";
import { lock, sheetOf } from "../life/shop";
import { outcomeOf, preview, seenBy, share, withPay } from "./harness";
import { seatOf, shop } from "./world";

const MIA = "mia@shop.example";
const TYPED = 987_654.32;

it("a number typed over Payroll and Scorecard", () => {
  const [seat, clean] = [seatOf(shop()), seatOf(shop())];
  for (const one of [seat, clean]) lock(one, "2026-10");
  expect(preview(seat).notes).toEqual(preview(clean).notes);
  for (const name of ["Payroll 2026-10", "Scorecard 2026-10"]) {
    const { values } = sheetOf(seat, name);
    for (let row = 1; row <= 40; row++) {
      for (let column = 1; column <= 12; column++)
        if (typeof values.get(row, column) === "number") values.set(row, column, TYPED);
    }
  }
  const told = preview(seat).notes.filter((note) => note.includes("does not show what was locked"));
  expect(told.map((note) => note.split("!")[0])).toEqual(["Payroll 2026-10", "Scorecard 2026-10"]);
  for (const one of [seat, clean]) share(one, [withPay(MIA)]);
  expect(outcomeOf(seat)).toBe(outcomeOf(clean));
  expect(seenBy(seat, MIA)).not.toMatch(/987,?654/);
});
