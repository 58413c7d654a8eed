import { type Day, isoOfDay, type Month, showRange } from "../engine/calendar";
import { Exact } from "../engine/exact";
import { emptySeries, type FactSeries, unpackCell, WHOLE_MONTH } from "../engine/facts";
import { cellName, type Issue, issueAt } from "../engine/issue";
import type { SourceSettings } from "../engine/settings-sources";
import type { SeriesByPerson } from "./export-reader";
import type { Contribution, MergeContext } from "./merge";

/** One measure as exports give it and as single events (orders, chats) give it. */
export interface Origins {
  readonly exports: readonly Contribution[];
  /** The exports brought together. */
  readonly merged: SeriesByPerson;
  readonly events: SeriesByPerson;
  readonly month: Month;
  readonly priority: SourceSettings["sourcePriority"];
}

/**
 * Brings exports and events together, person by person. On days that an export covers the two must
 * agree, else the winner of Settings (`source_priority`) counts, or whoever needs the measure is held.
 * On other days the events count. Figures that an export gives only by a rate give way to events.
 */
export function joinOrigins(
  context: MergeContext,
  origins: Origins,
): { people: SeriesByPerson; issues: Issue[] } {
  return new OriginJoiner(context, origins).join();
}

class OriginJoiner {
  private readonly covered: ReadonlySet<Day>;
  private readonly eventDays: { readonly first: Day; readonly last: Day };
  private readonly issues: Issue[] = [];
  private readonly same = new Map<string, number>();
  private readonly overruled = new Map<string, number>();

  constructor(
    private readonly context: MergeContext,
    private readonly origins: Origins,
  ) {
    this.covered = coveredDays(origins.exports);
    this.eventDays = daysOfSeries(origins.events);
  }

  join(): { people: SeriesByPerson; issues: Issue[] } {
    const { merged, events } = this.origins;
    const people: SeriesByPerson = new Map(merged);
    for (const [key, series] of events) {
      const exported = merged.get(key);
      people.set(key, exported ? this.joinPerson(key, exported, series) : series);
    }
    return {
      people,
      issues: [
        ...this.issues,
        ...this.told("figures-twice", this.same),
        ...this.told("figures-overruled", this.overruled),
      ],
    };
  }

  private joinPerson(key: string, exported: FactSeries, events: FactSeries): FactSeries {
    const isRecomputed = this.origins.exports.every(({ derived }) => derived);
    const day = this.differingDay(exported, events);
    const outside = (at: Day) => !this.covered.has(at);
    if (day === null) {
      this.note(this.same, events, exported);
      return combine(exported, pick(events, outside));
    }
    if (isRecomputed || this.origins.priority === "events") {
      if (!isRecomputed) this.note(this.overruled, exported, events);
      return combine(
        events,
        pick(exported, (at) => at !== WHOLE_MONTH && !this.isEventDay(at)),
      );
    }
    if (this.origins.priority === "exports") {
      this.note(this.overruled, events, exported);
      return combine(exported, pick(events, outside));
    }
    return this.dispute(key, day, exported, events);
  }

  private isEventDay(day: Day): boolean {
    return day >= this.eventDays.first && day <= this.eventDays.last;
  }

  /** The first covered day on which the two differ, `WHOLE_MONTH` for totals; null where they agree. */
  private differingDay(exported: FactSeries, events: FactSeries): Day | null {
    if (exported.days.includes(WHOLE_MONTH)) {
      const within = pick(events, (day) => this.covered.has(day));
      return this.total(exported).equals(this.total(within)) ? null : WHOLE_MONTH;
    }
    const [left, right] = [byDay(exported), byDay(events)];
    for (const day of [...this.covered].sort((a, b) => a - b)) {
      const [a, b] = [left.get(day), right.get(day)];
      if ((a || b) && !this.totalOf(a ?? []).equals(this.totalOf(b ?? []))) return day;
    }
    return null;
  }

  private total(series: FactSeries): Exact {
    return this.totalOf(series.values.filter((value) => value instanceof Exact));
  }

  private totalOf(values: readonly Exact[]): Exact {
    if (this.context.rollup === "sum") return Exact.sum(values);
    return values.reduce((a, b) => a.max(b), Exact.ZERO);
  }

  /** Neither counts: the figures stand as a cell that cannot be read. */
  private dispute(key: string, day: Day, exported: FactSeries, events: FactSeries): FactSeries {
    const at = (series: FactSeries) => series.cells[Math.max(0, series.days.indexOf(day))] ?? 0;
    const [cell, other] = [exported.cells.length > 0 ? at(exported) : 0, at(events)];
    const place = unpackCell(cell);
    const there = unpackCell(other);
    const { first, last } = this.origins.month;
    const values = {
      person: this.context.nameOf(key),
      measure: this.context.measure,
      day: day === WHOLE_MONTH ? showRange({ first, last }) : isoOfDay(day),
      other: `${this.tabOf(other)}!${cellName(there.row, there.column)}`,
    };
    const issue = issueAt(
      "error",
      "figures-contradict",
      { tab: this.tabOf(cell), row: place.row, column: place.column },
      values,
    );
    this.issues.push(issue);
    const rest = pick(events, (on) => !this.covered.has(on));
    return { ...rest, unreadable: [...rest.unreadable, ...exported.unreadable, { day, cell, issue }] };
  }

  private tabOf(cell: number): string {
    return this.context.tabs[unpackCell(cell).tabIndex] ?? "";
  }

  private note(notes: Map<string, number>, loser: FactSeries, winner: FactSeries): void {
    const key = `${this.tabOf(loser.cells[0] ?? 0)}\n${this.tabOf(winner.cells[0] ?? 0)}`;
    notes.set(key, (notes.get(key) ?? 0) + 1);
  }

  private told(code: string, notes: ReadonlyMap<string, number>): Issue[] {
    return [...notes].map(([key, count]) => {
      const [tab = "", other = ""] = key.split("\n");
      return issueAt("info", code, { tab }, { other, measure: this.context.measure, count: String(count) });
    });
  }
}

function coveredDays(exports: readonly Contribution[]): Set<Day> {
  const days = new Set<Day>();
  for (const { span, people } of exports) {
    if (span) for (let day = span.first; day <= span.last; day++) days.add(day);
    else for (const series of people.values()) for (const day of series.days) days.add(day);
  }
  return days;
}

function daysOfSeries(people: SeriesByPerson): { first: Day; last: Day } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { days } of people.values()) {
    for (const day of days) {
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }
  return { first, last };
}

function byDay(series: FactSeries): Map<Day, Exact[]> {
  const days = new Map<Day, Exact[]>();
  series.days.forEach((day, index) => {
    const value = series.values[index];
    if (!(value instanceof Exact)) return;
    const known = days.get(day);
    if (known) known.push(value);
    else days.set(day, [value]);
  });
  return days;
}

/** The entries of a series on some of its days. */
function pick(series: FactSeries, keeps: (day: Day) => boolean): FactSeries {
  const kept = emptySeries();
  series.days.forEach((day, index) => {
    if (!keeps(day)) return;
    kept.days.push(day);
    kept.values.push(series.values[index] ?? Exact.ZERO);
    kept.cells.push(series.cells[index] ?? 0);
  });
  kept.unreadable.push(...series.unreadable.filter(({ day }) => keeps(day)));
  return kept;
}

function combine(a: FactSeries, b: FactSeries): FactSeries {
  return {
    days: [...a.days, ...b.days],
    values: [...a.values, ...b.values],
    weights: [],
    cells: [...a.cells, ...b.cells],
    unreadable: [...a.unreadable, ...b.unreadable],
  };
}
