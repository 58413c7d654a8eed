import type { Month } from "../engine/calendar";
import { Exact, type Rounding } from "../engine/exact";
import { parseFormula } from "../engine/formula/parse";
import { type Issue, issueAt } from "../engine/issue";
import { nameKey } from "../engine/name";
import type { PayRow } from "../engine/plan";
import type { Settings } from "../engine/settings";
import type { RuleRow } from "./row";
import { groupBy, versionInForce, withDates } from "./versions";
import { findWord, ROUNDING_WORDS } from "./words";

/** Pay rows in force by `nameKey` of the plan, with the plan's name as written. */
export type PayTables = ReadonlyMap<string, { readonly name: string; readonly rows: readonly PayRow[] }>;

/** Reads the Pay tab as it holds in a month (READINGS 3.14, 3.19). A blank Round is as Settings say. */
export function readPay(
  rows: readonly RuleRow[],
  month: Month,
  settings: Pick<Settings, "rounding" | "broken">,
  issues: Issue[],
): PayTables {
  const plans = new Map<string, { name: string; rows: PayRow[] }>();
  for (const [key, group] of groupBy(rows, (row) => nameKey(row.text("plan")))) {
    const version = versionInForce(withDates(group), month, issues).map(({ row }) => row);
    const read = markTwice(version.map((row) => readRow(row, settings, issues)));
    if (read.length > 0) plans.set(key, { name: version[0]?.text("plan") ?? "", rows: read });
    issues.push(
      ...read.flatMap(({ problems, formula, onlyIf }) => [
        ...problems,
        ...formula.problems,
        ...(onlyIf?.problems ?? []),
      ]),
    );
  }
  return plans;
}

function readRow(row: RuleRow, settings: Pick<Settings, "rounding" | "broken">, issues: Issue[]): PayRow {
  row.requiredText("plan");
  const component = row.requiredText("component");
  const { problem } = parseFormula(component);
  // The line is paid; only a formula that names it is refused.
  if (problem?.code === "name-is-cell-reference") issues.push(row.issue("warning", "component", problem));
  const formula = row.formula("formula");
  if (!formula) row.report("formula", { code: "formula-blank", values: { item: component } });
  const { step, rounding } = readRound(row, settings);
  return {
    component,
    label: { en: row.text("label"), zh: row.text("labelZh") },
    formula: formula ?? { text: "", node: null, place: row.place("formula"), problems: [] },
    onlyIf: row.formula("onlyIf"),
    step,
    rounding,
    place: row.place("component"),
    problems: row.problems,
  };
}

const ROUND = /^(\d+(?:\.\d+)?|\.\d+)\s*(.*)$/;
const ROUNDINGS: Readonly<Record<"up" | "down" | "even", Rounding>> = {
  up: "up",
  down: "down",
  even: "half-even",
};

/** A step such as `0.01`, `1` or `10`, half-up, or the step and `up`, `down` or `even`; blank: as Settings say. */
function readRound(
  row: RuleRow,
  settings: Pick<Settings, "rounding" | "broken">,
): { step: Exact; rounding: Rounding } {
  const standard = settings.rounding;
  const text = row.text("round").normalize("NFKC");
  if (text === "") {
    const unset = settings.broken.get("rounding");
    if (unset) row.problems.push(unset);
    return standard;
  }
  const match = ROUND.exec(text);
  const step = match ? Exact.parse(match[1] ?? "") : null;
  const words = match?.[2] ?? "";
  const word = words === "" ? null : findWord(ROUNDING_WORDS, words);
  if (!step || step.sign() <= 0 || (words !== "" && !word)) {
    row.report("round", { code: "round-unreadable", values: { text } });
    return standard;
  }
  return { step, rounding: word ? ROUNDINGS[word] : "half-up" };
}

/** A component's name means one amount: the same name twice is an error of both rows. */
function markTwice(rows: readonly PayRow[]): PayRow[] {
  const readable = rows.filter(({ problems }) => problems.length === 0);
  const groups = groupBy(readable, ({ component }) => nameKey(component));
  return rows.map((row) => {
    const other = (groups.get(nameKey(row.component)) ?? []).find((one) => one !== row);
    if (!other || row.component === "" || row.problems.length > 0) return row;
    const values = { component: row.component, other: String(other.place.row ?? "") };
    return { ...row, problems: [...row.problems, issueAt("error", "component-twice", row.place, values)] };
  });
}
