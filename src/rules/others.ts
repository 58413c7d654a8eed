import type { Day, Month } from "../engine/calendar";
import { isUsableName, parseFormula } from "../engine/formula/parse";
import { type Issue, issueAt } from "../engine/issue";
import { nameKey, personKey } from "../engine/name";
import type { Grade, ProfileDays } from "../engine/plan";
import type { How, SourceRow } from "../engine/source";
import { MEASURES } from "./catalogue";
import type { RuleRow } from "./row";
import { groupBy, versionInForce, withDates } from "./versions";
import { HOW_WORDS } from "./words";

/** The Grades in force in a month, in the order of the tab, blank moves filled (READINGS 3.21). */
export function readGrades(rows: readonly RuleRow[], month: Month, issues: Issue[]): Grade[] {
  const current = [...groupBy(rows, (row) => personKey(row.text("grade"))).values()].flatMap((group) => {
    const version = versionInForce(withDates(group), month, issues);
    const [first, second] = version.filter(({ undated }) => !undated);
    const row = (first ?? version[0])?.row;
    if (first && second) {
      const values = { grade: first.row.text("grade"), other: String(second.row.place("grade").row ?? "") };
      first.row.report("grade", { code: "grade-twice", values });
    }
    const undated = version.filter((one) => one.undated && one.row !== row);
    row?.problems.push(...undated.flatMap((one) => one.row.problems));
    return row ? [row] : [];
  });
  const names = current.map((row) => row.requiredText("grade"));
  return current.map((row, index) => {
    const name = names[index] ?? "";
    const basePay = row.number("basePay")?.value ?? null;
    if (basePay === null && row.isBlank("basePay")) row.report("basePay", { code: "blank-cell", values: {} });
    const moves = {
      met3: moveOf(row, "met3", names[index + 1] ?? name, names),
      met2: moveOf(row, "met2", name, names),
      met1: moveOf(row, "met1", names[0] ?? name, names),
      met0: moveOf(row, "met0", "review", names),
    };
    issues.push(...row.problems);
    return {
      name,
      basePay,
      basePayAt: row.place("basePay"),
      moves,
      place: row.place("grade"),
      problems: row.problems,
    };
  });
}

function moveOf(row: RuleRow, key: string, standard: string, names: readonly string[]): string {
  const text = row.text(key);
  if (text === "") return standard;
  if (nameKey(text) === "review" || text === "待人事复核" || text === "待人事覆核") return "review";
  const known = names.find((name) => personKey(name) === personKey(text));
  if (known === undefined) row.report(key, { code: "unknown-grade-move", values: { grade: text } });
  return known ?? standard;
}

/** The profiles of a month by day; days outside the Calendar are `normal`. Overlaps are errors. */
export function readCalendar(
  rows: readonly RuleRow[],
  month: Month,
  issues: Issue[],
): { profiles: ProfileDays[]; problems: Issue[] } {
  const problems: Issue[] = [];
  const byDay = new Map<Day, { profile: string; row: RuleRow }>();
  for (const row of rows) {
    const [from, to, profile] = [row.date("from"), row.date("to"), row.requiredText("profile")];
    if (from === null && row.isBlank("from")) row.report("from", { code: "blank-cell", values: {} });
    if (to === null && row.isBlank("to")) row.report("to", { code: "blank-cell", values: {} });
    if (from !== null && to !== null && to < from)
      row.report("to", { code: "calendar-ends-before-it-begins", values: {} });
    problems.push(...row.problems);
    if (from !== null && to !== null) problems.push(...cover(byDay, { profile, row, from, to }, month));
  }
  issues.push(...problems);
  const profiles = new Map<string, Day[]>();
  for (let day = month.first; day <= month.last; day++) {
    const profile = nameKey(byDay.get(day)?.profile ?? "normal") || "normal";
    profiles.set(profile, [...(profiles.get(profile) ?? []), day]);
  }
  return { profiles: [...profiles].map(([profile, days]) => ({ profile, days })), problems };
}

function cover(
  byDay: Map<Day, { profile: string; row: RuleRow }>,
  { profile, row, from, to }: { profile: string; row: RuleRow; from: Day; to: Day },
  month: Month,
): Issue[] {
  const clashes = new Set<RuleRow>();
  for (let day = Math.max(from, month.first); day <= Math.min(to, month.last); day++) {
    const other = byDay.get(day);
    if (other) clashes.add(other.row);
    byDay.set(day, { profile, row });
  }
  return [...clashes].map((other) =>
    issueAt(
      "error",
      "calendar-overlap",
      row.place("from"),
      { other: String(other.place("from").row ?? "") },
      row.text("from"),
    ),
  );
}

/** A measure that cannot be read because its row on Sources is wrong. */
export interface BrokenSource {
  readonly measure: string;
  readonly issue: Issue;
}

/** Names of the catalogue's measures by their Chinese ones: `退款金额` on Sources gives `refunds`, as in formulas. */
const CATALOGUE_NAMES: ReadonlyMap<string, string> = new Map(
  MEASURES.map(({ name, zh }) => [nameKey(zh), name]),
);

/**
 * The Sources tab with blanks taken from the row above of the same Source (READINGS 3.13).
 *
 * @param metricRows those of Metrics: one without a formula has a measure of its own name, also of a Chinese one that
 * the catalogue knows.
 */
export function readSources(
  rows: readonly RuleRow[],
  metricRows: readonly RuleRow[],
  issues: Issue[],
): { sources: SourceRow[]; broken: BrokenSource[] } {
  const sources: SourceRow[] = [];
  const broken: BrokenSource[] = [];
  const above = new Map<string, SourceRow>();
  const given = metricRows.filter((row) => row.isBlank("formula")).map((row) => nameKey(row.text("metric")));
  const ownNames = new Set(given);
  for (const row of rows) {
    const source = readSource(row, above.get(nameKey(row.text("source"))) ?? null, ownNames);
    above.set(nameKey(source.source), source);
    if (row.problems.length === 0) sources.push(source);
    for (const issue of row.problems) broken.push({ measure: source.measure, issue });
    issues.push(...row.problems);
  }
  return { sources, broken };
}

function readSource(row: RuleRow, above: SourceRow | null, ownNames: ReadonlySet<string>): SourceRow {
  const typed = row.requiredText("measure");
  const key = nameKey(typed);
  const measure = (ownNames.has(key) ? undefined : CATALOGUE_NAMES.get(key)) ?? typed;
  if (measure !== "" && !isUsableName(measure)) {
    row.report(
      "measure",
      parseFormula(measure).problem ?? { code: "formula-bad-name", values: { name: measure } },
    );
  }
  const how: How = row.word("how", HOW_WORDS) ?? "sum";
  const source: SourceRow = {
    source: row.requiredText("source"),
    tab: row.text("tab") || (above?.tab ?? ""),
    personColumn: row.text("personColumn") || (above?.personColumn ?? ""),
    dateColumn: row.text("dateColumn") || (above?.dateColumn ?? ""),
    measure,
    how,
    column: row.text("column"),
    weightColumn: row.text("weightColumn"),
    where: row.liveFormula("where") || row.text("where"),
    place: row.place("measure"),
    columns: {
      tab: row.column("tab"),
      personColumn: row.column("personColumn"),
      dateColumn: row.column("dateColumn"),
      column: row.column("column"),
      weightColumn: row.column("weightColumn"),
      where: row.column("where"),
    },
  };
  if (source.tab === "") row.report("tab", { code: "blank-cell", values: {} });
  if (source.column === "" && how !== "count")
    row.report("column", { code: "source-needs-column", values: { how } });
  if (how === "weighted" && source.weightColumn === "")
    row.report("weightColumn", { code: "source-needs-weight", values: {} });
  return source;
}
