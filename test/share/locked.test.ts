import { expect, it } from "vitest";
import { RUNS_TAB } from "../../src/life/runs";
import { marksOf, paidOf, SNAPSHOTS_TAB, snapshotRows } from "../../src/life/snapshot";
import { computePrepared } from "../../src/month";
import { bookOf } from "../worked/book-of";
import { compute } from "./bench";
import { MONTH, preview, seenBy, share, withPay } from "./harness";
import { gridsOf, shop, sit, type Team } from "./world";

const [alpha, beta] = shop() as [Team, Team];
const MIA = "mia@shop.example";

/** The records of October locked as the shop stood then. */
function records(teams: readonly Team[]) {
  const { closing } = compute(teams);
  const { result } = computePrepared(closing.prepared, "en");
  const grids = gridsOf(teams);
  const raw = grids.filter(({ name }) => name === "Raw export");
  const stored = { format: 1, month: MONTH, run: `${MONTH} #1`, lang: "en", closed: null } as const;
  const rules = grids.filter(({ name }) => name !== "Raw export" && name !== "History");
  const paid = paidOf(result);
  const { data } = closing.prepared;
  const rows = snapshotRows({
    ...stored,
    rules,
    data,
    tabs: marksOf(raw),
    differences: [],
    lateTabs: [],
    paid,
  });
  const approved = RUNS_TAB.columns.map(
    ({ key }) => ({ month: MONTH, action: "approved", run: `${MONTH} #1` })[key as string] ?? "",
  );
  return [
    { name: "Runs", rows: [RUNS_TAB.columns.map(({ en }) => en), approved] },
    { name: "Snapshots", rows: [SNAPSHOTS_TAB.columns.map(({ en }) => en), ...rows] },
  ];
}

it("shares a locked month as it was locked, to whom Staff names today", () => {
  const now = [{ ...alpha, agents: alpha.agents.map((one) => ({ ...one, sales: 1, base: 9999.99 })) }, beta];
  const open = sit(bookOf(gridsOf(now)));
  share(open, [withPay(MIA)]);
  expect(seenBy(open, MIA)).toContain("9999.99");
  const moved = now.map((team) => ({ ...team, manager: "Nina", email: "nina@shop.example" }));
  const locked = sit(bookOf([...gridsOf(moved), ...records([alpha, beta])]));
  expect(preview(locked).state).toBe("approved");
  share(locked, [withPay("nina@shop.example")]);
  const seen = seenBy(locked, "nina@shop.example");
  expect(seen).toContain("2345.67");
  expect(seen).not.toContain("9999.99");
});
