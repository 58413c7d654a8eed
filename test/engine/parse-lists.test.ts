import { describe, expect, it } from "vitest";
import { isoOfDay } from "../../src/engine/calendar";
import { type Reading, readDate, readMonth, readNumber, readSeconds } from "../../src/engine/cell";
import type { DateReading } from "../../src/engine/cell-date";
import type { Exact } from "../../src/engine/exact";
import type { GridCell } from "../../src/engine/grid";
import { personKey } from "../../src/engine/name";
import { readOrderNumber } from "../../src/ingest/orders/number";
import { CELL_MESSAGES } from "../../src/text/messages/cell";
import { type Kind, type List, PARSES, REFUSES } from "./parse-lists";

const exact = (value: Exact) => value.toText(12);
const date = ({ day, seconds }: DateReading) => `${isoOfDay(day)}${seconds > 0 ? ` ${seconds}` : ""}`;

function told<T>(reading: Reading<T>, show: (value: T) => string): string {
  if (reading.kind === "value") return show(reading.value) + (reading.percent ? " %" : "");
  if (reading.kind === "missing") return reading.notReady ? "not ready" : "missing";
  return reading.problem.code;
}

const READERS: Readonly<Record<Kind, (cell: GridCell) => string>> = {
  number: (cell) => told(readNumber(cell), exact),
  seconds: (cell) => told(readSeconds(cell), exact),
  "minutes:seconds": (cell) => told(readSeconds(cell, { clock: "m:s" }), exact),
  date: (cell) => told(readDate(cell), date),
  "month first": (cell) => told(readDate(cell, "mdy"), date),
  month: (cell) => told(readMonth(cell), ({ text }) => text),
  order: (cell) => {
    const found = readOrderNumber(cell);
    return found.kind === "number" ? found.key : found.kind;
  },
  name: (cell) => personKey(String(cell)),
};

function casesOf(list: List): [kind: Kind, cell: GridCell, expected: string][] {
  return Object.entries(list).flatMap(([kind, cells]) =>
    cells.map(([cell, expected]): [Kind, GridCell, string] => [kind as Kind, cell, expected]),
  );
}

describe("texts that must parse", () => {
  it.each(casesOf(PARSES))("%s %j is %s", (kind, cell, expected) => {
    expect(READERS[kind](cell)).toBe(expected);
  });
});

describe("texts that must not parse", () => {
  it.each(casesOf(REFUSES))("%s %j: %s", (kind, cell, code) => {
    expect(READERS[kind](cell)).toBe(code);
    if (kind !== "order") expect(Object.keys(CELL_MESSAGES)).toContain(code);
  });
});

describe("the lists", () => {
  it("are long enough, and no text stands in both or twice", () => {
    const [parses, refuses] = [casesOf(PARSES), casesOf(REFUSES)];
    expect(Math.min(parses.length, refuses.length)).toBeGreaterThanOrEqual(120);
    const keys = [...parses, ...refuses].map(([kind, cell]) =>
      JSON.stringify([kind, Object.is(cell, -0) ? "-0" : cell]),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
