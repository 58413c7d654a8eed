import { dayFromParts, isoOfDay, monthFromParts, parseMonth } from "../../src/engine/calendar";
import { Exact } from "../../src/engine/exact";
import { type Facts, unpackCell, WHOLE_MONTH } from "../../src/engine/facts";
import type { Grid, GridCell } from "../../src/engine/grid";
import { cellName, type Issue } from "../../src/engine/issue";
import { personKey } from "../../src/engine/name";
import { buildRoster, type Roster } from "../../src/engine/roster";
import type { SourceRow } from "../../src/engine/source";
import { type Ingested, type IngestInput, ingest } from "../../src/ingest/ingest";
import { MEASURES } from "../../src/rules/catalogue";

/** A person of the roster: name, other accounts, first and last day worked. */
export type Someone = readonly [name: string, accounts?: string, hired?: string, left?: string];

export function dayOf(iso: string): number {
  const [year, month, day] = iso.split("-").map(Number);
  const found = dayFromParts(year ?? 0, month ?? 0, day ?? 0);
  if (found === null) throw new Error(iso);
  return found;
}

export function rosterOf(...people: readonly Someone[]): Roster {
  return buildRoster(
    people.map(([name, accounts = "", hired, left], index) => ({
      key: personKey(name),
      name,
      accounts: [name, ...accounts.split(";")].map(personKey).filter((account) => account !== ""),
      assignments: [
        {
          from: null,
          team: "A",
          manager: "",
          managerEmail: "",
          email: "",
          plan: "p",
          grade: "",
          basePay: null,
          hired: hired ? dayOf(hired) : null,
          left: left ? dayOf(left) : null,
          probationUntil: null,
          place: { tab: "Staff", row: index + 2 },
          unreadable: [],
        },
      ],
      problems: [],
    })),
  );
}

/** A tab from lines; cells are separated by `|`, and plain decimals are numbers as in a sheet. */
export function tab(name: string, ...lines: readonly string[]): Grid {
  return { name, rows: lines.map((line) => line.split("|").map(typed)) };
}

function typed(text: string): GridCell {
  const cell = text.trim();
  return /^-?\d+(?:\.\d+)?$/.test(cell) && cell.length < 12 ? Number(cell) : cell;
}

export function source(measure: string, parts: Partial<SourceRow>): SourceRow {
  return {
    source: "s",
    tab: "Raw",
    personColumn: "agent",
    dateColumn: "date",
    measure,
    how: "sum",
    column: "",
    weightColumn: "",
    where: "",
    place: { tab: "Sources", row: 2 },
    columns: { tab: 2, personColumn: 3, dateColumn: 4, column: 7, weightColumn: 8, where: 9 },
    ...parts,
  };
}

export function run(
  input: Partial<Omit<IngestInput, "month">> & { grids: readonly Grid[]; month?: string },
): Ingested {
  const month = parseMonth(input.month ?? "2026-10") ?? monthFromParts(2026, 10);
  if (!month) throw new Error("no month");
  return ingest({
    roster: rosterOf(["小雨", "shop:小雨"], ["小雪"], ["Ann"], ["Bob"]),
    sources: [],
    catalogue: MEASURES,
    ...input,
    month,
  });
}

/** One line per fact, sorted: `sales 小雨 2026-10-01 12.5`. Cells are left out unless asked for. */
export function lines(facts: Facts, withCells = false): string[] {
  const all: string[] = [];
  for (const [key, measure] of facts.measures) {
    const series = [...measure.byPerson.entries(), ...(measure.shop ? ([["*", measure.shop]] as const) : [])];
    for (const [person, { days, values, weights, cells, unreadable }] of series) {
      days.forEach((day, index) => {
        const value = values[index];
        const weight = weights[index];
        const parts = [
          key,
          person,
          day === WHOLE_MONTH ? "month" : isoOfDay(day),
          value instanceof Exact ? value.toText(9) : value,
        ];
        if (weight) parts.push(`×${weight.toText(9)}`);
        if (withCells) parts.push(place(facts, cells[index] ?? 0));
        all.push(parts.join(" "));
      });
      for (const { cell, issue } of unreadable)
        all.push(`${key} ${person} ${place(facts, cell)} ${issue.code}`);
    }
    for (const issue of measure.broken) all.push(`${key} broken ${issue.code}`);
  }
  return all.sort();
}

function place(facts: Facts, cell: number): string {
  const { tabIndex, row, column } = unpackCell(cell);
  return `${facts.tabs[tabIndex]}!${cellName(row, column)}`;
}

/** The sum of a person's values of a measure, as text; `none` without facts. */
export function total(facts: Facts, measure: string, person: string): string {
  const series = facts.measures.get(measure)?.byPerson.get(personKey(person));
  const values = (series?.values ?? []).filter((value) => value instanceof Exact);
  return values.length === 0 ? "none" : Exact.sum(values).toText(9);
}

/** Severity, code and place of each issue, sorted. */
export function told(issues: readonly Issue[]): string[] {
  return issues
    .map(({ severity, code, tab: name, cell, holds }) =>
      [
        severity,
        code,
        `${name ?? ""}${cell ? `!${cell}` : ""}`,
        ...(holds ? [`holds ${holds.join(",")}`] : []),
      ].join(" "),
    )
    .sort();
}
