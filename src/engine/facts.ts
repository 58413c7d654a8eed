import type { Day } from "./calendar";
import type { Exact } from "./exact";
import type { Issue } from "./issue";
import { nameKey } from "./name";

/**
 * How values of a measure are brought together over rows, days and people.
 * `sum` covers counts; `mean` is Σ value × weight ÷ Σ weight (`average` has weight 1 a row).
 */
export type Rollup = "sum" | "mean" | "min" | "max" | "distinct";

/** A cell packed into one number: see {@link packCell}. */
export type PackedCell = number;

const COLUMN_SPAN = 2 ** 15;
const ROW_SPAN = 2 ** 24;

/** Packs a cell into one safe integer: index of the tab in `Facts.tabs`, row and column from 1. */
export function packCell(tabIndex: number, row: number, column: number): PackedCell {
  return (tabIndex * ROW_SPAN + row) * COLUMN_SPAN + column;
}

/** The tab index, row and column of a packed cell. */
export function unpackCell(cell: PackedCell): { tabIndex: number; row: number; column: number } {
  const column = cell % COLUMN_SPAN;
  const rest = Math.floor(cell / COLUMN_SPAN);
  return { tabIndex: Math.floor(rest / ROW_SPAN), row: rest % ROW_SPAN, column };
}

/** Day of a fact that belongs to its month as a whole, because its table has no dates. */
export const WHOLE_MONTH: Day = 0;

/** A cell that is present but cannot be read; it holds whoever's pay needs it. */
export interface UnreadableCell {
  readonly day: Day;
  readonly cell: PackedCell;
  /** Ready to show, with place, found text and mend; severity `error`. */
  readonly issue: Issue;
}

/** One person's facts of one measure in the month: parallel arrays, one entry a cell read. */
export interface FactSeries {
  readonly days: Day[];
  /** Numbers; for `distinct` the (normalised) texts. */
  readonly values: (Exact | string)[];
  /** Weights, for `mean` only (else empty). */
  readonly weights: Exact[];
  /** Where each value stands. */
  readonly cells: PackedCell[];
  readonly unreadable: UnreadableCell[];
}

/** All facts of one measure in the month. */
export interface MeasureFacts {
  /** Name as in the catalogue or as first written in Sources. */
  readonly name: string;
  readonly rollup: Rollup;
  /** What a person without an entry has: 0 or no data (READINGS 3.13). */
  readonly absent: "zero" | "none";
  /** By `personKey` of the person's name on Staff. */
  readonly byPerson: Map<string, FactSeries>;
  /** Facts of the shop as a whole (a source without a person column); usable under SHOP. only. */
  readonly shop: FactSeries | null;
  /** Set where the measure cannot be read at all (its tab is missing, say): holds all who need it. */
  readonly broken: readonly Issue[];
}

/** The facts of one month. Only people on Staff are in them; other rows are issues. */
export interface Facts {
  /** Names of the raw tabs, by the index used in packed cells. */
  readonly tabs: readonly string[];
  /** By `nameKey` of the measure. */
  readonly measures: ReadonlyMap<string, MeasureFacts>;
}

/** An empty series, to be filled. */
export function emptySeries(): FactSeries {
  return { days: [], values: [], weights: [], cells: [], unreadable: [] };
}

/** The same facts with measures that cannot be read because the rule row that defines them is wrong. */
export function withBroken(
  facts: Facts,
  broken: readonly { readonly measure: string; readonly issue: Issue }[],
): Facts {
  const measures = new Map(facts.measures);
  for (const { measure, issue } of broken) {
    const key = nameKey(measure);
    const known = measures.get(key) ?? emptyMeasure(measure);
    measures.set(key, { ...known, broken: [...known.broken, issue] });
  }
  return { ...facts, measures };
}

/**
 * The same facts but for some people (by `personKey`), whose series are those of other facts. Their cells name tabs of
 * the other facts: what comes of it has amounts, and no places.
 */
export function withSeriesOf(facts: Facts, people: ReadonlySet<string>, other: Facts): Facts {
  const measures = new Map(facts.measures);
  for (const key of new Set([...facts.measures.keys(), ...other.measures.keys()])) {
    const [own, theirs] = [facts.measures.get(key), other.measures.get(key)];
    const known = own ?? theirs;
    if (!known) continue;
    const kept = [...(own?.byPerson ?? [])].filter(([person]) => !people.has(person));
    const taken = [...(theirs?.byPerson ?? [])].filter(([person]) => people.has(person));
    measures.set(key, {
      ...known,
      byPerson: new Map([...kept, ...taken]),
      shop: own?.shop ?? null,
      broken: own?.broken ?? [],
    });
  }
  return { ...facts, measures };
}

function emptyMeasure(name: string): MeasureFacts {
  return { name, rollup: "sum", absent: "none", byPerson: new Map(), shop: null, broken: [] };
}
