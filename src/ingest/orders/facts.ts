import type { Day, Month } from "../../engine/calendar";
import { Exact } from "../../engine/exact";
import { emptySeries, type FactSeries, type PackedCell } from "../../engine/facts";
import type { Issue } from "../../engine/issue";
import type { Person } from "../../engine/roster";
import { type SeriesByPerson, seriesOf } from "../export-reader";

/** Collects facts of single days by measure and person; days outside the month are left out. */
export class FactSink {
  readonly byMeasure = new Map<string, SeriesByPerson>();
  /** Facts of the shop as a whole. */
  readonly shop: FactSeries = emptySeries();
  private readonly counted = new Map<string, Set<number>>();
  private readonly buyers = new Map<string, number>();

  constructor(
    private readonly people: readonly Person[],
    private readonly month: Month,
  ) {}

  private isInside(day: Day): boolean {
    return day >= this.month.first && day <= this.month.last;
  }

  private series(measure: string, person: number): FactSeries | null {
    const owner = this.people[person];
    if (!owner) return null;
    let series = this.byMeasure.get(measure);
    if (!series) {
      series = new Map();
      this.byMeasure.set(measure, series);
    }
    return seriesOf(series, owner.key);
  }

  /** Adds a figure of a person (by index; nobody's are left out). */
  add(measure: string, person: number, day: Day, value: Exact, cell: PackedCell): void {
    const series = this.isInside(day) ? this.series(measure, person) : null;
    if (series) push(series, day, value, cell);
  }

  /** Counts a buyer once a person and day. */
  addBuyer(measure: string, person: number, day: Day, buyer: string, cell: PackedCell): void {
    if (person < 0 || !this.isInside(day)) return;
    const known = this.counted.get(measure) ?? new Set<number>();
    this.counted.set(measure, known);
    const slot = person * this.month.days + day - this.month.first;
    const key = this.indexOf(buyer) * this.people.length * this.month.days + slot;
    if (known.has(key)) return;
    known.add(key);
    this.add(measure, person, day, Exact.ONE, cell);
  }

  private indexOf(buyer: string): number {
    const known = this.buyers.get(buyer);
    if (known !== undefined) return known;
    this.buyers.set(buyer, this.buyers.size);
    return this.buyers.size - 1;
  }

  addShop(day: Day, value: Exact, cell: PackedCell): void {
    if (this.isInside(day)) push(this.shop, day, value, cell);
  }

  /** Notes that a figure of a person cannot be read. */
  fail(measure: string, person: number, day: Day, cell: PackedCell, issue: Issue): void {
    this.series(measure, person)?.unreadable.push({ day, cell, issue });
  }

  failShop(day: Day, cell: PackedCell, issue: Issue): void {
    this.shop.unreadable.push({ day, cell, issue });
  }
}

function push(series: FactSeries, day: Day, value: Exact, cell: PackedCell): void {
  series.days.push(day);
  series.values.push(value);
  series.cells.push(cell);
}
