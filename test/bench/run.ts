/**
 * `npm run bench`: the main job at three sizes, stage by stage; the scoring of one month and the
 * parsing of cells beside hand-written loops; the cold start of Code.js. Times are medians in
 * milliseconds of one run on one machine; compare ratios.
 */
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { parseMonth } from "../../src/engine/calendar";
import { readNumber } from "../../src/engine/cell";
import { withBroken } from "../../src/engine/facts";
import type { Grid } from "../../src/engine/grid";
import { runMonth } from "../../src/engine/run";
import { DEFAULT_SOURCE_SETTINGS } from "../../src/engine/settings-sources";
import { kpiScore } from "../../src/functions/functions";
import { readChats } from "../../src/ingest/chat/read";
import { ingest } from "../../src/ingest/ingest";
import { Book } from "../../src/local/book.ts";
import { Host } from "../../src/local/host.ts";
import { projectRoot } from "../../src/local/project.ts";
import { generateMonth } from "../../src/month";
import { MEASURES } from "../../src/rules/catalogue";
import { readRules } from "../../src/rules/read";
import { chatGrid, chatRoster, countChatsByHand } from "./chats";
import { messyCells, parseByHand, scoreByHand, scoringTable } from "./peers";
import { MONTH, shopOf } from "./shop";

const ROUNDS = 5;
const month = parseMonth(MONTH);
if (!month) throw new Error("no month");

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function time<T>(work: () => T, rounds = ROUNDS): { ms: number; result: T } {
  let result = work();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    result = work();
    return performance.now() - start;
  });
  return { ms: median(times), result };
}

function bookOf(grids: readonly Grid[]): Book {
  const book = new Book("bench");
  for (const { name, rows } of grids) {
    const sheet = book.addSheet(name);
    for (const [r, row] of rows.entries()) {
      for (const [c, cell] of row.entries()) {
        if (cell === "" || typeof cell === "object") continue;
        sheet.reach(r + 1, c + 1);
        sheet.values.set(r + 1, c + 1, cell);
      }
    }
  }
  return book;
}

function benchSize(people: number): string[] {
  if (!month) return [];
  const grids = shopOf(people);
  const rules = time(() => readRules(grids, month));
  const { book, rawGrids, sources, brokenSources, closed } = rules.result;
  const facts = time(() =>
    ingest({ grids: rawGrids, month, roster: book.roster, sources, catalogue: MEASURES }),
  );
  const run = time(() => runMonth(book, withBroken(facts.result.facts, brokenSources), closed));
  const whole = time(
    () =>
      generateMonth(grids, month, "en", [
        "scorecard",
        "dashboard",
        "payroll",
        "payslips",
        "statements",
        "checks",
      ]),
    3,
  );
  const report = whole.ms - rules.ms - facts.ms - run.ms;
  (globalThis as { gc?: () => void }).gc?.();
  const calls = serviceCalls(grids);
  const cells = [rules.ms, facts.ms, run.ms, report, whole.ms].map((ms) => ms.toFixed(1));
  return [String(people), ...cells, String(calls), `${Math.round(process.memoryUsage().rss / 2 ** 20)}`];
}

function serviceCalls(grids: readonly Grid[]): number {
  const host = new Host({ book: bookOf(grids) });
  host.answers.push({ button: "OK", text: MONTH });
  const before = host.totalCalls;
  host.run("generateMonthlyPayroll");
  return host.totalCalls - before;
}

function table(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows
    .map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join("  "))
    .join("\n");
}

console.log("Main job: people × 31 days × 20 measures, milliseconds a stage\n");
console.log(
  table([
    ["people", "rules", "ingest", "run", "report", "in all", "service calls", "memory MB"],
    ...[10, 100, 1000].map(benchSize),
  ]),
);

const { values, headers, scoring, bands, thresholds, weights } = scoringTable(10_000);
const hand = time(() => scoreByHand(values, thresholds, weights), 15);
const ours = time(() => kpiScore(values, headers, scoring, bands), 7);
console.log("\nScoring 10,000 rows × 8 banded metrics\n");
console.log(
  table([
    ["", "ms", "ratio"],
    ["hand-written loop over doubles", hand.ms.toFixed(2), "1.0"],
    ["KPISCORE over the same rows", ours.ms.toFixed(2), (ours.ms / hand.ms).toFixed(1)],
  ]),
);

const cells = messyCells(2_400_000);
const lean = time(() => parseByHand(cells), 3);
const parsed = time(
  () => cells.reduce<number>((count, cell) => count + (readNumber(cell).kind === "value" ? 1 : 0), 0),
  3,
);
console.log("\nParsing 2,400,000 messy cells, with kind and reason\n");
console.log(
  table([
    ["", "ms", "ratio"],
    ["hand-written single-pass parser to doubles", lean.ms.toFixed(0), "1.0"],
    ["readNumber, exact", parsed.ms.toFixed(0), (parsed.ms / lean.ms).toFixed(1)],
  ]),
);

const chats = chatGrid(1_000_000);
const chatPeople = chatRoster();
const counted = time(() => countChatsByHand(chats.rows));
const readAll = time(() => readChats([chats], chatPeople, month, DEFAULT_SOURCE_SETTINGS));
console.log("\nChats: 1,000,000 lines to the measures of 30 people and 31 days\n");
console.log(
  table([
    ["", "ms", "ratio"],
    ["hand-written loop, six figures, unchecked", counted.ms.toFixed(0), "1.0"],
    [
      "readChats, seventeen measures, repeats left out",
      readAll.ms.toFixed(0),
      (readAll.ms / counted.ms).toFixed(1),
    ],
  ]),
);

/** Milliseconds that a fresh process takes to compile and evaluate Code.js. */
function evaluateCold(file: string): number {
  const script = `const text = require("node:fs").readFileSync(process.argv[1], "utf8");
    const vm = require("node:vm");
    const context = vm.createContext({});
    const start = performance.now();
    new vm.Script(text).runInContext(context);
    console.log(performance.now() - start);`;
  return Number(execFileSync(process.execPath, ["-e", script, file], { encoding: "utf8" }));
}

const codeFile = join(projectRoot, "dist", "Code.js");
const colds = Array.from({ length: 15 }, () => evaluateCold(codeFile));
console.log("\nCode.js, which Sheets evaluates for every custom function\n");
console.log(
  table([
    ["size KB", "cold evaluation ms"],
    [(statSync(codeFile).size / 1024).toFixed(1), median(colds).toFixed(1)],
  ]),
);
