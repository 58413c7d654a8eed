import type { FieldDictionary, RankedField } from "./fields";
import type { Header } from "./header";

/** Measures in seconds: their columns may hold durations in any form. */
export const SECONDS_MEASURES = new Set([
  "response_seconds",
  "first_response_seconds",
  "resolution_seconds",
  "online_seconds",
]);

/** Measures that are amounts of money: alone among figures they may be below zero. */
export const MONEY_MEASURES = new Set([
  "closed_amount",
  "sales",
  "refunds",
  "postage",
  "assisted_amount",
  "silent_sales",
  "aftersale_cost",
  "repeat_sales",
  "referral_sales",
  "ad_spend",
  "ad_sales",
]);

/** Columns found for each field of one header row. */
export class Columns {
  private readonly found = new Map<string, { column: number; rank: number; header: Header }[]>();
  /** Number of measures and of what measures are recomputed from. */
  readonly figures: number;
  /** The figures where the row has a column of agents too, else 0. */
  readonly score: number;

  constructor(
    readonly headers: readonly Header[],
    dictionary: FieldDictionary,
  ) {
    headers.forEach((header, column) => {
      for (const known of dictionary.find(header)) this.add(known, column, header);
    });
    for (const candidates of this.found.values())
      candidates.sort((a, b) => a.rank - b.rank || a.column - b.column);
    const figures = [...this.found.keys()].filter((key) => /^(?:measure|helper) /.test(key));
    this.figures = figures.length;
    this.score = this.all("agent").length > 0 ? figures.length : 0;
  }

  private add({ field, rank }: RankedField, column: number, header: Header): void {
    // Minutes late are no times late: a count whose header says a unit of time is another figure.
    if (field.kind === "measure" && header.unit.isTime && !SECONDS_MEASURES.has(field.name)) return;
    const key = "name" in field ? `${field.kind} ${field.name}` : field.kind;
    const known = this.found.get(key);
    if (known) known.push({ column, rank, header });
    else this.found.set(key, [{ column, rank, header }]);
  }

  /** Every column of a field, the likeliest first. */
  all(key: string): readonly number[] {
    return (this.found.get(key) ?? []).map(({ column }) => column);
  }

  first(key: string): number | null {
    return this.all(key)[0] ?? null;
  }

  /** Names of the measures for which there is a column. */
  measures(): string[] {
    return [...this.found.keys()].filter((key) => key.startsWith("measure ")).map((key) => key.slice(8));
  }

  /** The column of a field; two columns under one header are ambiguous. */
  pick(key: string): { column: number; rival: number | null } | null {
    const candidates = this.found.get(key) ?? [];
    const [best] = candidates;
    if (!best) return null;
    const equals = candidates.filter(({ rank }) => rank === best.rank);
    const inTime = equals.find(({ header }) => header.unit.isTime) ?? best;
    const rival = equals.find((other) => other !== inTime && other.header.key === inTime.header.key);
    return { column: inTime.column, rival: rival?.column ?? null };
  }
}
