import { describe, expect, test } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import { explainItem } from "../../src/report/explain";
import type { PackRow } from "../../src/rules/pack";
import { findPack, packTabs } from "../../src/rules/packs/index";
import { CASE_FILES, type CaseFile, caseGrids, type PackCase, warningsMet } from "../engine/cases";
import { computeMonth } from "../month";

type Rules = NonNullable<PackCase["rules"]>;

/** Cells that hold thresholds, rates and amounts. */
const MOVED = [
  ["bands", "threshold"],
  ["scoring", "formula"],
  ["pay", "formula"],
  ["pay", "onlyIf"],
] as const;

/** A number as it is typed, one smallest step further: a hundredth of a percent, or one. */
function stepped(text: string, step: 1 | -1): string {
  const percent = text.endsWith("%");
  const moved = Number.parseFloat(text) + step * (percent ? 0.01 : 1);
  return percent ? `${moved.toFixed(2)}%` : String(moved);
}

/** The pack's rows with one number moved, for every threshold and every number in a formula. */
function* mutants({ pack: name, lang }: CaseFile): Generator<{ what: string; rules: Rules }> {
  const tabs = packTabs(findPack(name) ?? expect.fail(`no pack ${name}`), lang);
  for (const [kind, key] of MOVED) {
    const rows = tabs[kind] ?? [];
    for (const [index, row] of rows.entries()) {
      for (const [cell, what] of movedCells(row[key])) {
        const moved: PackRow = { ...row, [key]: cell };
        yield {
          what: `${row.profile ?? ""} ${row.table ?? row.item ?? row.component} ${String(row[key])}: ${what}`.trim(),
          rules: { [kind]: rows.map((other, at) => (at === index ? moved : other)) },
        };
      }
    }
  }
}

function movedCells(cell: string | number | undefined): [cell: string | number, what: string][] {
  if (cell === undefined) return [];
  const text = String(cell);
  const numbers = [...text.matchAll(/(?<![\w"])\d+(?:\.\d+)?%?(?![^"]*"[^"]*(?:"[^"]*"[^"]*)*$)/g)];
  // A 0 inside a formula is a start of counting, no threshold.
  const moving = text.startsWith("=") ? numbers.filter((found) => found[0] !== "0") : numbers;
  return moving.flatMap((found) =>
    ([1, -1] as const).map((step): [string | number, string] => {
      const number = stepped(found[0], step);
      const moved = text.slice(0, found.index) + number + text.slice(found.index + found[0].length);
      return [typeof cell === "number" ? Number(moved) : moved, `${found[0]} becomes ${number}`];
    }),
  );
}

/** Whether every expected number of a case comes out; an error is a failure too. */
function holds({ pack, lang }: CaseFile, one: PackCase): boolean {
  const month = parseMonth(one.month);
  if (!month) throw new Error(`no month ${one.month}`);
  const { result } = computeMonth(caseGrids(pack, lang, one), month, "en");
  return Object.entries(one.expect.people).every(([name, wanted]) => {
    const person = result.people.find((found) => found.person === name);
    const items = new Map(person?.items.map((item) => [item.item, item.points?.toFixed(2)]));
    const gates = new Map(person?.items.map((item) => [item.item, item.met]));
    const explained = (name: string): string => {
      const found = person?.items.find((item) => item.item === name);
      return found ? explainItem(found, result.facts.tabs, "en") : "";
    };
    return (
      (wanted.total === undefined || person?.total?.toFixed(2) === wanted.total) &&
      (wanted.score === undefined || person?.score?.toFixed(2) === wanted.score) &&
      Object.entries(wanted.items ?? {}).every(([item, points]) => items.get(item) === points) &&
      Object.entries(wanted.met ?? {}).every(([item, met]) => gates.get(item) === met) &&
      (wanted.warned === undefined ||
        warningsMet(result.issues, name).join("\n") === wanted.warned.join("\n")) &&
      Object.entries(wanted.because ?? {}).every(([item, part]) => explained(item).includes(part))
    );
  });
}

/** A share of people between 19.99 % and 20 %, or 49.99 % and 50 %, needs a group of thousands. */
const OUT_OF_REACH: ReadonlySet<string> = new Set([
  "Highest performance pay 20%: 20% becomes 19.99%",
  "Highest performance pay 50%: 50% becomes 49.99%",
]);

/** Moving any threshold by its smallest step makes a case fail. */
describe.each(CASE_FILES)("thresholds of $pack", (file) => {
  const { cases } = file;

  test("are each held by a case", () => {
    expect(cases.every((one) => holds(file, one))).toBe(true);
    const reachable = [...mutants(file)].filter(({ what }) => !OUT_OF_REACH.has(what));
    const survivors = reachable.filter(({ rules }) =>
      cases.every(
        (one) =>
          Object.keys(rules).some((kind) => one.rules?.[kind as keyof Rules] !== undefined) ||
          holds(file, { ...one, rules: { ...one.rules, ...rules } }),
      ),
    );
    expect(survivors.map(({ what }) => what)).toEqual([]);
  });
});
