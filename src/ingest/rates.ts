import { type Reading, readNumber, type UnreadableReading } from "../engine/cell";
import { Exact } from "../engine/exact";
import type { GridCell } from "../engine/grid";
import { type Issue, issueAt } from "../engine/issue";
import type { Layout } from "./layout";
import type { DatedRow } from "./people";
import type { Input } from "./recipes";

/** Above this a plain number is no fraction. */
const HIGHEST_FRACTION = Exact.scaled(15, 1);

/** A plain number in a column of rates: a fraction, or a percentage where the header says `%`. */
export function readRate(
  reading: { readonly kind: "value"; readonly value: Exact; readonly percent: boolean },
  input: Input,
  isMixed: boolean,
  cell: GridCell,
): Reading<Exact> {
  if (input.isPercent) return { ...reading, value: reading.value.over(Exact.HUNDRED) };
  if (!isMixed || reading.value.compare(HIGHEST_FRACTION) <= 0) return reading;
  const text = String(cell).trim();
  const fraction = reading.value.over(Exact.HUNDRED).toText(8);
  return { kind: "unreadable", problem: { code: "rate-without-percent", values: { text, fraction } } };
}

/** What the cells of a column of rates are, all together. */
export interface RateCheck {
  /** The reading of every cell, where nobody can tell; else null. */
  readonly reading: UnreadableReading | null;
  readonly issue: Issue | null;
  /** Some cells carry a percent sign. */
  readonly mixed: boolean;
}

const CLEAR: RateCheck = { reading: null, issue: null, mixed: false };

/** A row of an export with its table. */
interface PlacedRow extends DatedRow {
  readonly layout: Layout;
}

/**
 * Decides columns of rates as a whole (DOMAIN B.10), over all tabs with one header: with percent
 * signs, or as fractions. A plain number above 1.5 where no cell has a percent sign is asked about.
 */
export class RateColumns {
  private readonly checks = new Map<string, RateCheck>();

  constructor(private readonly rows: readonly PlacedRow[]) {}

  /** What the cells of an input are; clear for inputs that are no rates. */
  check(layout: Layout, input: Input): RateCheck {
    if (input.as !== "rate" || input.isPercent) return CLEAR;
    const key = layout.table.headers[input.column]?.key ?? "";
    const known = this.checks.get(key);
    if (known) return known;
    const check = this.decide(key);
    this.checks.set(key, check);
    return check;
  }

  private decide(key: string): RateCheck {
    const columns = new Map<Layout, number>();
    let large: { row: PlacedRow; column: number; value: Exact } | null = null;
    for (const row of this.rows) {
      const { headers, grid } = row.layout.table;
      const column = columns.get(row.layout) ?? headers.findIndex((header) => header.key === key);
      columns.set(row.layout, column);
      const reading = readNumber(grid.rows[row.row]?.[column] ?? "");
      if (reading.kind !== "value") continue;
      if (reading.percent) return { ...CLEAR, mixed: true };
      if (!large && reading.value.compare(HIGHEST_FRACTION) > 0)
        large = { row, column, value: reading.value };
    }
    return large ? unclear(large.row, large.column, large.value) : CLEAR;
  }
}

function unclear({ layout, row }: PlacedRow, column: number, value: Exact): RateCheck {
  const { grid, headers } = layout.table;
  const text = value.toText(8);
  const header = headers[column]?.text ?? "";
  const values = { header, text, fraction: value.over(Exact.HUNDRED).toText(8) };
  const place = { tab: grid.name, row: row + 1, column: column + 1 };
  return {
    reading: { kind: "unreadable", problem: { code: "rate-column-unclear", values } },
    issue: issueAt("error", "rate-column-unclear", place, values, text),
    mixed: false,
  };
}
