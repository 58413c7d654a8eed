/** Scoring of agent-months: as a custom function, and all the way to pay with its trace. */
import { parseMonth } from "../../src/engine/calendar";
import type { Grid, GridCell } from "../../src/engine/grid";
import { runMonth } from "../../src/engine/run";
import { kpiScore } from "../../src/functions/functions";
import { ingest } from "../../src/ingest/ingest";
import { MEASURES } from "../../src/rules/catalogue";
import { readRules } from "../../src/rules/read";
import { peers, print, race } from "./clock";
import { METRICS, payByHand, scoreByHand, scoringTable } from "./peers";
import { MONTH } from "./shop";

const ROWS = 10_000;

const nameOf = (index: number) => `Agent ${index + 1}`;

/** The workbook of the same rows: a person each, paid 3,000 and 20 a point. */
function workbookOf({ values, scoring, bands }: ReturnType<typeof scoringTable>): Grid[] {
  const staff = values.map((_, index): GridCell[] => [nameOf(index), "T", "Bench", 3000]);
  return [
    { name: "Staff", rows: [["Person", "Team", "Plan", "Base pay"], ...staff] },
    { name: "Scoring", rows: scoring },
    { name: "Bands", rows: bands },
    {
      name: "Pay",
      rows: [
        ["Plan", "Component", "Formula"],
        ["Bench", "base pay", "=base"],
        ["Bench", "bonus", "=score*20"],
      ],
    },
    {
      name: "Metrics",
      rows: [
        ["Metric", "Formula", "Unit", "Better"],
        ...METRICS.map((metric) => [metric, "", "count", "higher"]),
      ],
    },
    {
      name: `Values_${MONTH}`,
      rows: [["客服昵称", ...METRICS], ...values.map((row, index): GridCell[] => [nameOf(index), ...row])],
    },
    {
      name: "Sources",
      rows: [
        ["Source", "Tab", "Person column", "Measure", "How", "Column"],
        ...METRICS.map((metric) => ["values", `Values_${MONTH}`, "客服昵称", metric, "sum", metric]),
      ],
    },
  ];
}

/** Rules and facts of the workbook, ready to be computed. */
function prepared(grids: readonly Grid[]) {
  const month = parseMonth(MONTH);
  if (!month) throw new Error("no month");
  const { book, rawGrids, sources, issues } = readRules(grids, month);
  const wrong = issues.filter(({ severity }) => severity === "error");
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong[0]));
  const { roster, settings } = book;
  const data = ingest({ grids: rawGrids, month, roster, sources, catalogue: MEASURES, settings });
  return { book, facts: data.facts };
}

/** Prints the table; the loop's totals must be the product's, to the cent. */
export function benchScoring(): void {
  const table = scoringTable(ROWS);
  const { values, headers, scoring, bands, thresholds, weights } = table;
  const { book, facts } = prepared(workbookOf(table));
  const [byHand, paidByHand, byUs, paid] = race([
    () => scoreByHand(values, thresholds, weights),
    () => payByHand(values, thresholds, weights),
    () => kpiScore(values, headers, scoring, bands) as number[][],
    () => runMonth(book, facts),
  ] as const);
  byHand.result.forEach((score, row) => {
    if (byUs.result[row]?.[0] !== score)
      throw new Error(`row ${row}: ${byUs.result[row]} by us, ${score} by hand`);
  });
  const total = paidByHand.result.reduce((sum, { total: cents }) => sum + cents, 0);
  if (paid.result.total.toFixed(2) !== (total / 100).toFixed(2)) {
    throw new Error(`${paid.result.total.toFixed(2)} by us, ${total} cents by hand`);
  }
  print(
    `Scoring ${ROWS} rows × 8 banded metrics; scores and total pay the same by both`,
    peers([
      ["hand-written loop over doubles", byHand],
      ["KPISCORE over the same rows", byUs],
    ]),
  );
  print(
    "The same to pay, with trace",
    peers([
      ["hand-written loop, hits and lines kept", paidByHand],
      ["runMonth, facts to results", paid],
    ]),
  );
}
