import { showRange } from "../engine/calendar";
import type { DayRange } from "../engine/cell";
import { Exact } from "../engine/exact";
import {
  emptySeries,
  type FactSeries,
  type PackedCell,
  type UnreadableCell,
  unpackCell,
  WHOLE_MONTH,
} from "../engine/facts";
import { cellName, type Issue, issueAt } from "../engine/issue";
import type { SeriesByPerson } from "./export-reader";
import { compareText } from "./table";

/** Facts of one measure from exports of one layout, of single days or of one span of days. */
export interface Contribution {
  /** Names the tabs, for a fixed order. */
  readonly source: string;
  /** Null: facts of single days. */
  readonly span: DayRange | null;
  readonly derived: boolean;
  readonly people: SeriesByPerson;
}

/** A fact with the days it covers. */
interface Piece {
  readonly span: DayRange;
  readonly isDaily: boolean;
  readonly derived: boolean;
  readonly value: Exact | string;
  readonly cell: PackedCell;
}

/** What merging needs to know for its messages. */
export interface MergeContext {
  readonly tabs: readonly string[];
  readonly measure: string;
  readonly rollup: "sum" | "max";
  /** The days of facts that Sources gives for the month as a whole. */
  readonly month: DayRange;
  /** Name on Staff by person key. */
  readonly nameOf: (key: string) => string;
}

/**
 * Brings together one measure's facts from several layouts, person by person. Days that only one
 * of them has are added. Where two cover the same days, equal totals count once; different ones
 * are an error that holds the person. Figures that were given win over recomputed ones.
 */
export function mergeContributions(
  contributions: readonly Contribution[],
  context: MergeContext,
): { people: SeriesByPerson; issues: Issue[] } {
  const [only] = contributions;
  if (only && contributions.length === 1) return { people: only.people, issues: [] };
  const ordered = [...contributions].sort(byFineness(context.month));
  const keys = new Set(ordered.flatMap(({ people }) => [...people.keys()]));
  const merger = new Merger(context);
  const people: SeriesByPerson = new Map();
  for (const key of keys) people.set(key, merger.mergePerson(key, ordered));
  return { people, issues: [...merger.issues, ...merger.repeats()] };
}

/** Given before recomputed, days before spans, short before long; names settle the rest. */
function byFineness(month: DayRange): (a: Contribution, b: Contribution) => number {
  const lengthOf = ({ first, last }: DayRange) => last - first + 1;
  const isWhole = ({ people }: Contribution) =>
    [...people.values()].some(({ days }) => days.includes(WHOLE_MONTH));
  const length = (one: Contribution) => (one.span ? lengthOf(one.span) : isWhole(one) ? lengthOf(month) : 0);
  return (a, b) =>
    Number(a.derived) - Number(b.derived) || length(a) - length(b) || compareText(a.source, b.source);
}

/** Two tabs that give the same figures; their days where these differ. */
interface Repeat {
  readonly tab: string;
  readonly other: string;
  readonly days: { readonly days: string; readonly otherDays: string } | null;
  count: number;
}

class Merger {
  readonly issues: Issue[] = [];
  /** Figures of the person at hand that two exports give differently: nobody may use them. */
  private disputed: UnreadableCell[] = [];
  private readonly repeated = new Map<string, Repeat>();

  constructor(private readonly context: MergeContext) {}

  mergePerson(key: string, contributions: readonly Contribution[]): FactSeries {
    const merged = emptySeries();
    let pieces: Piece[] = [];
    this.disputed = [];
    for (const contribution of contributions) {
      const series = contribution.people.get(key);
      if (!series) continue;
      merged.unreadable.push(...series.unreadable);
      pieces = this.join(key, pieces, piecesOf(series, contribution, this.context.month));
    }
    merged.unreadable.push(...this.disputed);
    for (const { isDaily, span, value, cell } of pieces) {
      merged.days.push(isDaily ? span.first : WHOLE_MONTH);
      merged.values.push(value);
      merged.cells.push(cell);
    }
    return merged;
  }

  /** Adds what is new to the pieces; what covers the same days is compared. */
  private join(key: string, pieces: Piece[], added: readonly Piece[]): Piece[] {
    let result = pieces;
    const isNew = (piece: Piece) => !pieces.some((known) => overlaps(known.span, piece.span));
    for (const group of groupBySpan(added)) {
      const [first] = group;
      if (!first) continue;
      if (isNew(first)) {
        result = [...result, ...group];
        continue;
      }
      const covered = pieces.filter((known) => overlaps(known.span, first.span));
      result = this.settle(key, result, covered, group);
    }
    return result;
  }

  private settle(key: string, pieces: Piece[], covered: readonly Piece[], group: readonly Piece[]): Piece[] {
    const [known] = covered;
    const [other] = group;
    if (!known || !other || known.derived !== other.derived) return pieces;
    if (known.derived && known.isDaily !== other.isDaily) return pieces;
    const sum = this.total(covered);
    const isSame = sum.equals(this.total(group));
    const isNothing = isSame && sum.isZero();
    const parted = isNothing ? undefined : covered.find((piece) => isParted(piece.span, other.span));
    if (isSame && !parted) {
      this.noteRepeat(known, other, isNothing ? other.span : spanOf(covered));
      return pieces;
    }
    const issue = parted ? this.partedIssue(key, parted, other) : this.contradiction(key, known, other);
    this.issues.push(issue);
    this.disputed.push({ day: other.isDaily ? other.span.first : WHOLE_MONTH, cell: other.cell, issue });
    return pieces.filter((piece) => !covered.includes(piece));
  }

  private total(pieces: readonly Piece[]): Exact {
    const values = pieces.map(({ value }) => value).filter((value) => value instanceof Exact);
    if (this.context.rollup === "sum") return Exact.sum(values);
    return values.reduce((a, b) => a.max(b), Exact.ZERO);
  }

  /** Equal totals of unequal periods: nothing happened on the other days, or one of the two is old. */
  private noteRepeat(known: Piece, other: Piece, whole: DayRange): void {
    const [tab, otherTab] = [this.tabOf(other.cell), this.tabOf(known.cell)];
    const isSame = known.isDaily || other.isDaily || sameDays(whole, other.span);
    const days = isSame ? null : { days: showRange(other.span), otherDays: showRange(whole) };
    const key = `${tab}\n${otherTab}\n${days?.days ?? ""}`;
    const pair = this.repeated.get(key);
    if (pair) pair.count++;
    else this.repeated.set(key, { tab, other: otherTab, days, count: 1 });
  }

  /** Two periods with some days in common and some not: whatever they say, nobody can add them up. */
  private partedIssue(key: string, known: Piece, other: Piece): Issue {
    const { row, column } = unpackCell(other.cell);
    const at = unpackCell(known.cell);
    const values = {
      person: this.context.nameOf(key),
      measure: this.context.measure,
      day: showRange(other.span),
      otherDay: showRange(known.span),
      other: `${this.tabOf(known.cell)}!${cellName(at.row, at.column)}`,
    };
    return issueAt("error", "periods-overlap", { tab: this.tabOf(other.cell), row, column }, values);
  }

  private contradiction(key: string, known: Piece, other: Piece): Issue {
    const name = this.context.nameOf(key);
    const { row, column } = unpackCell(other.cell);
    const at = unpackCell(known.cell);
    const values = {
      person: name,
      measure: this.context.measure,
      day: showRange(other.span),
      other: `${this.tabOf(known.cell)}!${cellName(at.row, at.column)}`,
    };
    const place = { tab: this.tabOf(other.cell), row, column };
    return issueAt("error", "figures-contradict", place, values);
  }

  private tabOf(cell: PackedCell): string {
    return this.context.tabs[unpackCell(cell).tabIndex] ?? "";
  }

  /** One note for each pair of tabs that give the same figures. */
  repeats(): Issue[] {
    const { measure } = this.context;
    return [...this.repeated.values()].map(({ tab, other, days, count }) => {
      const values = { other, measure, count: String(count) };
      return days
        ? issueAt("warning", "figures-twice-other-days", { tab }, { ...values, ...days })
        : issueAt("info", "figures-twice", { tab }, values);
    });
  }
}

function overlaps(a: DayRange, b: DayRange): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** Whether two periods overlap, and neither holds the other. */
function isParted(a: DayRange, b: DayRange): boolean {
  return overlaps(a, b) && (a.first - b.first) * (a.last - b.last) > 0;
}

function sameDays(a: DayRange, b: DayRange): boolean {
  return a.first === b.first && a.last === b.last;
}

function spanOf(pieces: readonly Piece[]): DayRange {
  const first = Math.min(...pieces.map(({ span }) => span.first));
  return { first, last: Math.max(...pieces.map(({ span }) => span.last)) };
}

function piecesOf(series: FactSeries, { span, derived }: Contribution, month: DayRange): Piece[] {
  return series.days.map((day, index) => ({
    span: span ?? (day === WHOLE_MONTH ? month : { first: day, last: day }),
    isDaily: span === null && day !== WHOLE_MONTH,
    derived,
    value: series.values[index] ?? Exact.ZERO,
    cell: series.cells[index] ?? 0,
  }));
}

/** Pieces of the same days, which are several accounts of one person, belong together. */
function groupBySpan(pieces: readonly Piece[]): Piece[][] {
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const key = `${piece.span.first}-${piece.span.last}`;
    const group = groups.get(key);
    if (group) group.push(piece);
    else groups.set(key, [piece]);
  }
  return [...groups.values()];
}
