import { isRising, sortRows } from "../engine/bands";
import type { Month } from "../engine/calendar";
import { readNumber } from "../engine/cell";
import { Exact } from "../engine/exact";
import { type Issue, issueAt } from "../engine/issue";
import { nameKey } from "../engine/name";
import type { BandRow, BandTable, When } from "../engine/plan";
import { cellText, type RuleRow } from "./row";
import { groupBy, versionInForce, withDates } from "./versions";
import { WHEN_WORDS } from "./words";

/** Tables in force by plan (`nameKey`; empty for the shared ones), then by `nameKey` of the table. */
export type BandTables = ReadonlyMap<string, ReadonlyMap<string, BandTable>>;

/** Reads the Bands tab as it holds in a month (READINGS 3.14, 3.18). */
export function readBands(rows: readonly RuleRow[], month: Month, issues: Issue[]): BandTables {
  const plans = new Map<string, Map<string, BandTable>>();
  for (const [planKey, planRows] of groupBy(rows, (row) => nameKey(row.text("plan")))) {
    const tables = new Map<string, BandTable>();
    for (const [tableKey, tableRows] of groupBy(planRows, (row) => nameKey(row.text("table")))) {
      const version = versionInForce(withDates(tableRows), month, issues).map(({ row }) => row);
      const table = version.length > 0 ? readTable(version) : null;
      if (!table) continue;
      tables.set(tableKey, table);
      issues.push(...table.problems);
    }
    plans.set(planKey, tables);
  }
  return plans;
}

interface ReadBand extends BandRow {
  readonly row: RuleRow;
}

function readTable(rows: readonly RuleRow[]): BandTable {
  const bands = readRows(rows);
  const name = rows[0]?.text("table") ?? "";
  const thresholds = bands.filter(({ threshold }) => threshold !== null);
  const rising = thresholds.length === 0 || isRising(thresholds[0]?.when ?? "at least");
  const problems = [
    ...rows.flatMap((row) => row.problems),
    ...directionProblems(name, thresholds),
    ...equalProblems(
      name,
      bands.filter(({ row }) => row.problems.length === 0),
    ),
  ];
  return {
    name,
    direction: rising ? "rising" : "falling",
    rows: sortRows(bands, rising).map(({ row: _row, ...band }) => band),
    problems,
  };
}

/** A blank When repeats the row above of the same table; in the first row it is `at least`. */
function readRows(rows: readonly RuleRow[]): ReadBand[] {
  let when: When = "at least";
  return rows.flatMap((row) => {
    if (row.text("table") === "") row.requiredText("table");
    when = row.word("when", WHEN_WORDS) ?? when;
    const threshold = row.number("threshold")?.value ?? null;
    const unread = threshold === null && row.problems.length > 0;
    const result = readResult(row);
    if (unread || result === null) return [];
    const isPercent = result instanceof Exact && /[%％]\s*$/.test(row.text("result"));
    return [{ row, when, threshold, result, isPercent, place: row.place("result") }];
  });
}

/** A number where the cell reads as one; a text without digits is a word, such as a class. */
function readResult(row: RuleRow): Exact | string | null {
  const cell = row.cell("result");
  const reading = readNumber(cell);
  if (reading.kind === "value") return reading.value;
  const text = cellText(cell);
  if (reading.kind === "unreadable" && typeof cell === "string" && !/[\d#]/.test(text.normalize("NFKC")))
    return text;
  if (reading.kind === "missing") row.requiredText("result");
  if (reading.kind === "missing" && text === "") return null;
  row.report("result", reading.kind === "unreadable" ? reading.problem : { code: "blank-cell", values: {} });
  return null;
}

function directionProblems(name: string, rows: readonly ReadBand[]): Issue[] {
  const [first] = rows;
  if (!first) return [];
  return rows
    .filter(({ when }) => isRising(when) !== isRising(first.when))
    .map(({ row, when }) =>
      issueAt("error", "bands-mix-directions", row.place("when"), { table: name, when, first: first.when }),
    );
}

/** Equal thresholds with equal When, and a second "otherwise", contradict each other. */
function equalProblems(name: string, rows: readonly ReadBand[]): Issue[] {
  const groups = groupBy(rows, ({ when, threshold }) =>
    threshold ? `${when} ${threshold.toText(12)}` : "otherwise",
  );
  return [...groups.values()].flatMap(([first, second]) => {
    if (!first || !second) return [];
    const values = {
      table: name,
      other: String(first.place.row ?? ""),
      threshold: first.threshold?.toText(12) ?? "",
    };
    const code = first.threshold === null ? "otherwise-twice" : "threshold-twice";
    return [issueAt("error", code, second.row.place("threshold"), values)];
  });
}
