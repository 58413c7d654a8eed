/**
 * `npm run bench`: the budgets of DESIGN 13, each beside its peers; `npm run bench -- events cells`
 * runs some of them, and `-- year` the long one, a year of locked months. Compare ratios, which are of processor time in one run: times are of one
 * machine, and what else it does moves them.
 */
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { parseMonth } from "../../src/engine/calendar";
import { readNumber } from "../../src/engine/cell";
import { projectRoot } from "../../src/local/project.ts";
import { median, peers, print, race } from "./clock";
import { benchEvents } from "./events";
import { benchJob } from "./job";
import { messyCells, parseByHand, parseByPatterns } from "./peers";
import { benchScoring } from "./scoring";
import { MONTH } from "./shop";
import { benchYear } from "./year";

const month = parseMonth(MONTH);
if (!month) throw new Error("no month");

function benchCells(): void {
  const cells = messyCells(2_400_000);
  const works = [
    () => parseByHand(cells),
    () => cells.reduce<number>((count, cell) => count + (readNumber(cell).kind === "value" ? 1 : 0), 0),
    () => parseByPatterns(cells),
  ] as const;
  const [lean, ours, patterns] = race(works, 3);
  if (ours.result !== lean.result || patterns.result !== lean.result)
    throw new Error(
      `numbers read: ${lean.result} by hand, ${ours.result} by us, ${patterns.result} by patterns`,
    );
  print(
    `Parsing ${cells.length} messy cells, with kind and reason; ${ours.result} numbers read by all three`,
    peers([
      ["hand-written single-pass parser, doubles and kinds kept", lean],
      ["readNumber, exact", ours],
      ["chain of regular expressions to doubles", patterns],
    ]),
  );
}

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

function benchCold(): void {
  const file = join(projectRoot, "dist", "Code.js");
  const colds = Array.from({ length: 15 }, () => evaluateCold(file));
  print("Code.js, which Sheets evaluates for every custom function", [
    ["size KB", "cold evaluation ms"],
    [(statSync(file).size / 1024).toFixed(1), median(colds).toFixed(1)],
  ]);
}

const SECTIONS: Readonly<Record<string, () => void | Promise<void>>> = {
  job: () => benchJob(month),
  scoring: benchScoring,
  cells: benchCells,
  events: () => benchEvents(month),
  cold: benchCold,
};
/** Takes minutes: only where it is asked for. */
const LONG_SECTIONS: typeof SECTIONS = { year: benchYear };
const ALL_SECTIONS = { ...SECTIONS, ...LONG_SECTIONS };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in ALL_SECTIONS));
if (unknown.length > 0) {
  console.error(`no section ${unknown.join(", ")}; there are ${Object.keys(ALL_SECTIONS).join(", ")}`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(wanted.length === 0 ? SECTIONS : ALL_SECTIONS)) {
  if (wanted.length === 0 || wanted.includes(name)) await bench();
}
