import type { Month } from "../engine/calendar";
import { type Grid, isBlank } from "../engine/grid";
import type { Roster } from "../engine/roster";
import { readBenchmark } from "./benchmarks";
import { dateOfRow, datingOf } from "./dates";
import type { FieldDictionary } from "./fields";
import { type Layout, recogniseShopLayout } from "./layout";
import { proposeSources } from "./propose";
import type { RecognisedTab } from "./recognised";
import { staffHeaders } from "./staff-list";
import { RowSorter } from "./table";
import { Tally } from "./tally";

/** What describing a tab that no reader claimed needs. */
export interface UnclaimedInput {
  readonly grid: Grid;
  readonly tabIndex: number;
  readonly roster: Roster;
  readonly dictionary: FieldDictionary;
  readonly month: Month;
}

/**
 * Describes a tab that no reader claimed: a table of the shop's own figures, which count for nobody
 * and of which peer rows are kept as benchmarks, or else an unknown table with what it looks like.
 */
export function describeUnclaimed(tab: RecognisedTab, input: UnclaimedInput): RecognisedTab {
  if (tab.as !== "unknown" || input.grid.rows.every((row) => row.every(isBlank))) return tab;
  const shop = recogniseShopLayout(input.grid, input.tabIndex, input.dictionary);
  if (shop) return describeShop(tab, shop, input.month);
  const proposal = proposeSources(input);
  if (!proposal) return tab;
  const people = staffHeaders(proposal, input.grid.rows);
  if (!people) return { ...tab, proposal };
  return { ...tab, why: { code: "tab-like-staff", values: { headers: people.join(", ") } } };
}

function describeShop(tab: RecognisedTab, layout: Layout, month: Month): RecognisedTab {
  const { table, dateColumn, outputs } = layout;
  const tally = new Tally();
  const sorter = new RowSorter(table, null, dateColumn, () => false);
  const dating = datingOf(table, dateColumn, month);
  const benchmarks: RecognisedTab["benchmarks"][number][] = [];
  let first = Number.MAX_SAFE_INTEGER;
  let last = 0;
  for (let row = table.firstRow; row < table.grid.rows.length; row++) {
    const cells = table.grid.rows[row] ?? [];
    const kind = sorter.kindOf(cells);
    if (kind === "summary") benchmarks.push(readBenchmark(layout, row));
    tally.leaveOut(kind === "data" ? "of-shop" : kind, row);
    const date = kind === "data" ? dateOfRow(dating, cells) : "undated";
    if (typeof date === "string" || date.kind !== "day") continue;
    first = Math.min(first, date.day);
    last = Math.max(last, date.day);
  }
  const headers = outputs.map(({ column }) => table.headers[column]?.text ?? "");
  return {
    ...tab,
    as: "shop",
    why: { code: "tab-of-shop", values: { headers: [...new Set(headers)].join(", ") } },
    headerRow: table.headerRow + 1,
    firstDay: last === 0 ? null : first,
    lastDay: last === 0 ? null : last,
    rowsLeftOut: [...tally.counts].map(([reason, count]) => ({ reason, count })),
    benchmarks,
  };
}
