import { Exact } from "../engine/exact";
import { findLabel, type Lang, label } from "../text/labels";
import { renderMessage } from "../text/render";
import { LOOKS } from "./looks";
import { type TabRows, text } from "./tab";
import type { CheckedBenchmark, CheckedProposal, MonthView } from "./view";

const MOST_LINES = 8;
/** Fewer rows of people tell nothing about a table, and no dates make it no data. */
const LEAST_READ = 1;

/**
 * What a tab that nothing recognised looks like, a line each: the columns of people and dates, then
 * the rows that Sources would need. No lines for a tab that has neither people nor dates.
 */
export function proposalLines(proposal: CheckedProposal | undefined, lang: Lang): string[] {
  if (!proposal) return [];
  const named = (role: string) => proposal.columns.find((column) => column.role === role)?.header ?? "";
  const person = proposal.read >= LEAST_READ ? named("person") : "";
  if (person === "" && named("date") === "") return [];
  const head = renderMessage({ code: "looks-like", values: { person, date: named("date") } }, lang);
  const rows = proposal.rows.slice(0, MOST_LINES).map(({ measure, how, column, where, certainty }) => {
    const guess = certainty === "guess" ? label("guess", lang) : "";
    const values = { measure, how: findLabel(`how.${how}`, lang) ?? how, column, where, guess };
    return renderMessage({ code: "looks-like.row", values }, lang);
  });
  return [head, ...rows];
}

/** The section with what summary and peer rows of the pasted tabs say; none without such rows. */
export function addBenchmarks(rows: TabRows, { checked, lang, measures }: MonthView): void {
  const found = checked.flatMap(({ tab, benchmarks = [] }) =>
    benchmarks.filter(({ of }) => of !== "agents").map((row) => ({ tab, row })),
  );
  if (found.length === 0) return;
  rows.skip();
  rows.add([text(label("benchmarks", lang), LOOKS.section)]);
  const headers = (["readTab", "benchmarkRow", "benchmarkOf", "benchmarkFigures"] as const).map((key) =>
    text(label(key, lang), LOOKS.header),
  );
  rows.add(headers);
  const nameOf = (measure: string) => measures?.get(measure)?.[lang] ?? measure;
  for (const { tab, row } of found) {
    rows.add([
      text(tab, LOOKS.strongWrapped),
      text(row.label, LOOKS.wrapped),
      text(findLabel(`of.${row.of}`, lang) ?? row.of, LOOKS.wrapped),
      text(figuresOf(row, nameOf).join(lang === "zh" ? "；" : "; "), LOOKS.wrapped),
    ]);
  }
}

function figuresOf({ values, rates }: CheckedBenchmark, nameOf: (measure: string) => string): string[] {
  return [
    ...values.map(({ measure, value }) => `${nameOf(measure)} ${value.toText(2)}`),
    ...rates.map(({ header, isRate, value }) => `${header} ${shownRate(value, isRate)}`),
  ];
}

function shownRate(value: Exact, isRate: boolean): string {
  return isRate ? `${value.times(Exact.HUNDRED).toFixed(2)}%` : value.toText(2);
}
