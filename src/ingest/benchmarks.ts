import { type Reading, readNumber, readSeconds } from "../engine/cell";
import { Exact } from "../engine/exact";
import type { GridCell } from "../engine/grid";
import { fieldKey } from "./header";
import type { Layout } from "./layout";
import type { Input } from "./recipes";
import type { Benchmark } from "./recognised";
import { cellText } from "./table";

const HIGHEST_FRACTION = Exact.scaled(15, 1);

/** What a summary row sums up, by the words in its label. */
const KINDS: readonly (readonly [Benchmark["of"], RegExp])[] = [
  ["peers-best", /同行.*优秀|peer.*best/],
  ["peers", /同行|peer/],
  ["shop", /全店|店铺|shop|store/],
];

/**
 * A summary or peer row of an export (汇总, 均值, 同行同层优秀) as figures to compare with: counts
 * and amounts by measure, rates and averages by metric, as the row shows them. Such rows count for
 * nobody. What cannot be read, and a rate above 1.5 without a percent sign, is left out.
 */
export function readBenchmark(layout: Layout, row: number): Benchmark {
  const { grid } = layout.table;
  const cells = grid.rows[row] ?? [];
  const label = (cells.map(cellText).find((text) => text.trim() !== "") ?? "").trim();
  const values = layout.outputs.flatMap(({ recipe, measure }) => {
    const input = recipe.kind === "direct" ? layout.inputs[recipe.input] : undefined;
    const value = input ? figureOf(input, cells) : null;
    return value ? [{ measure, value }] : [];
  });
  const rates = layout.rates.flatMap(({ metric, input }) => {
    const value = figureOf(input, cells);
    const header = layout.table.headers[input.column]?.text ?? "";
    return value ? [{ metric, header, isRate: input.as === "rate", value }] : [];
  });
  const key = fieldKey(label);
  const of = KINDS.find(([, words]) => words.test(key))?.[0] ?? "agents";
  return { label, of, row: row + 1, values, rates };
}

function figureOf(input: Input, cells: readonly GridCell[]): Exact | null {
  const cell = cells[input.column] ?? "";
  const reading: Reading<Exact> = input.as === "seconds" ? readSeconds(cell, input.form) : readNumber(cell);
  if (reading.kind !== "value") return null;
  if (input.as === "number") return reading.value.times(Exact.integer(input.factor));
  if (input.as === "seconds" || reading.percent) return reading.value;
  if (input.isPercent) return reading.value.over(Exact.HUNDRED);
  return reading.value.compare(HIGHEST_FRACTION) > 0 ? null : reading.value;
}
