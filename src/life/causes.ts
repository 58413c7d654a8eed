import { Exact } from "../engine/exact";
import { type FactSeries, type Facts, type PackedCell, unpackCell } from "../engine/facts";
import type { Value } from "../engine/formula/value";
import type { Place } from "../engine/issue";
import { nameKey, personKey } from "../engine/name";
import type { ChangedFigure, LateCause, PersonResult, RunResult } from "../engine/result";
import type { Trace } from "../engine/trace";
import type { Difference } from "./corrections";

/** So many cells of a cause are kept; the others are counted. */
const MOST_CELLS = 5;

/** A figure behind a line that comes from no other one, as it was used. */
interface Leaf {
  readonly figure: ChangedFigure;
  readonly unit: LateCause["unit"];
  readonly value: Value;
}

/**
 * What changed behind the lines of a closed month between the data it was paid from and those of today: the person's
 * own measures with the cells of today's rows, and values of the team. Names of colleagues are in none of it.
 */
export function withCauses(
  differences: readonly Difference[],
  then: RunResult,
  now: RunResult,
): readonly Difference[] {
  const [before, after] = [peopleOf(then), peopleOf(now)];
  return differences.map((one) => {
    const key = personKey(one.person);
    const leaves = (person: PersonResult | undefined) => leavesOf(person, one.component);
    const changed = changes(leaves(before.get(key)), leaves(after.get(key)));
    if (changed.length === 0) return one;
    const causes = changed.map((cause) => ({
      ...cause,
      ...newCells(cause.figure, key, then.facts, now.facts),
    }));
    return { ...one, causes };
  });
}

function peopleOf({ people }: RunResult): ReadonlyMap<string, PersonResult> {
  return new Map(people.map((one) => [personKey(one.person), one]));
}

/** The figures behind a line of pay, each once. */
function leavesOf(person: PersonResult | undefined, component: string): ReadonlyMap<string, Leaf> {
  const found = new Map<string, Leaf>();
  if (person) new Gathering(person, found).addLine(component);
  return found;
}

/** Goes through the traces of one person's month. */
class Gathering {
  /** Lines and the score are gone through once. */
  private readonly seen = new Set<string>();

  constructor(
    private readonly person: PersonResult,
    private readonly found: Map<string, Leaf>,
  ) {}

  addLine(component: string): void {
    const key = nameKey(component);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    for (const line of this.person.pay.filter((one) => nameKey(one.component) === key))
      for (const trace of [line.trace(), line.conditionTrace()]) if (trace) this.add(trace);
  }

  private add(trace: Trace): void {
    if (trace.kind === "literal") return;
    if (trace.kind === "name") this.addName(trace);
    else if (trace.kind === "call" && trace.origin.members) this.keep(trace, trace.asked?.text ?? "");
    else for (const operand of trace.operands) this.add(operand);
  }

  private addName(trace: Extract<Trace, { kind: "name" }>): void {
    const { name, origin, isTarget } = trace;
    const key = nameKey(name);
    if (origin.formula) this.add(origin.formula);
    else if (key === "score") this.addScore();
    else if (!origin.cells && !origin.place && this.person.pay.some((one) => nameKey(one.component) === key))
      this.addLine(name);
    else if (!isTarget) this.keep(trace, "");
  }

  private addScore(): void {
    if (this.seen.has("score")) return;
    this.seen.add("score");
    for (const item of this.person.items) {
      const trace = item.trace();
      if (trace) this.add(trace);
    }
  }

  private keep(trace: Extract<Trace, { kind: "name" | "call" }>, asked: string): void {
    const { name, unit, value } = trace;
    const figure: ChangedFigure =
      trace.kind === "name"
        ? { kind: "name", name, ...(trace.label && { label: trace.label }) }
        : { kind: "call", name, ...(trace.asked && { asked: trace.asked }) };
    this.found.set(`${nameKey(name)}\n${asked}`, { figure, unit, value });
  }
}

/** What differs of the figures that both used: where one took another branch, it did so by one of them. */
function changes(
  then: ReadonlyMap<string, Leaf>,
  now: ReadonlyMap<string, Leaf>,
): Omit<LateCause, "cells" | "more">[] {
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((key) => {
    const [old, today] = [then.get(key), now.get(key)];
    const leaf = today ?? old;
    const [was, is] = [numberOf(old), numberOf(today)];
    if (!leaf || !old || !today || sameNumber(was, is)) return [];
    return [{ figure: leaf.figure, unit: leaf.unit, was, now: is }];
  });
}

function numberOf(leaf: Leaf | undefined): Exact | null {
  return leaf?.value instanceof Exact ? leaf.value : null;
}

function sameNumber(one: Exact | null, other: Exact | null): boolean {
  return one && other ? one.equals(other) : one === other;
}

/** The cells of today's entries of a measure that were not there then, wherever their rows stand now. */
function newCells(
  figure: ChangedFigure,
  person: string,
  then: Facts,
  now: Facts,
): Pick<LateCause, "cells" | "more"> {
  const of = ({ measures }: Facts) => measures.get(nameKey(figure.name))?.byPerson.get(person);
  const today = figure.kind === "name" ? of(now) : undefined;
  if (!today) return { cells: [], more: 0 };
  const left = entriesOf(of(then));
  const cells = today.cells.filter((_, index) => {
    const known = left.indexOf(entryOf(today, index));
    if (known >= 0) left.splice(known, 1);
    return known < 0;
  });
  const places = cells.slice(0, MOST_CELLS).map((cell) => placeOf(cell, now.tabs));
  return { cells: places, more: cells.length - places.length };
}

function entriesOf(series: FactSeries | undefined): string[] {
  return series?.cells.map((_, index) => entryOf(series, index)) ?? [];
}

function entryOf({ days, values, weights }: FactSeries, index: number): string {
  const text = (value: Exact | string | undefined) =>
    value instanceof Exact ? value.toFraction() : `"${value ?? ""}"`;
  return `${days[index]} ${text(values[index])} ${text(weights[index])}`;
}

function placeOf(cell: PackedCell, tabs: readonly string[]): Place {
  const { tabIndex, row, column } = unpackCell(cell);
  return { tab: tabs[tabIndex] ?? "", row, column };
}
