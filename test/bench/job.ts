/** The main job: a month from pasted tabs to output tabs, stage by stage at three sizes. */
import type { Month } from "../../src/engine/calendar";
import { withBroken } from "../../src/engine/facts";
import type { Grid } from "../../src/engine/grid";
import { runMonth } from "../../src/engine/run";
import { ingest } from "../../src/ingest/ingest";
import { Book } from "../../src/local/book.ts";
import { Host } from "../../src/local/host.ts";
import { computePrepared, describeMonth, prepareMonth } from "../../src/month";
import { MEASURES } from "../../src/rules/catalogue";
import { readRules } from "../../src/rules/read";
import { fillBook } from "../worked/book-of";
import { print, time } from "./clock";
import { MONTH, shopOf } from "./shop";

const KINDS = ["scorecard", "dashboard", "payroll", "payslips", "statements", "checks"] as const;

function benchSize(month: Month, people: number): string[] {
  const grids = shopOf(people);
  const rules = time(() => readRules(grids, month));
  const { book, rawGrids, sources, brokenSources, closed } = rules.result;
  const facts = time(() =>
    ingest({ grids: rawGrids, month, roster: book.roster, sources, catalogue: MEASURES }),
  );
  const run = time(() => runMonth(book, withBroken(facts.result.facts, brokenSources), closed));
  const whole = time(() => describeMonth(computePrepared(prepareMonth(grids, month), "en"), KINDS), 3);
  const report = whole.cpuMs - rules.cpuMs - facts.cpuMs - run.cpuMs;
  const calls = serviceCalls(grids);
  const stages = [rules.cpuMs, facts.cpuMs, run.cpuMs, report, whole.cpuMs, whole.ms];
  return [
    String(people),
    ...stages.map((ms) => ms.toFixed(1)),
    String(calls),
    `${Math.round(process.memoryUsage().rss / 2 ** 20)}`,
  ];
}

function serviceCalls(grids: readonly Grid[]): number {
  const host = new Host({ book: fillBook(new Book("bench"), grids) });
  host.answers.push({ button: "OK", text: MONTH });
  const before = host.totalCalls;
  host.run("generateMonthlyPayroll");
  return host.totalCalls - before;
}

/** Prints the stages, the number of service calls, which does not grow with people, and the memory. */
export function benchJob(month: Month): void {
  print("Main job: people × 31 days × 20 measures, CPU milliseconds a stage", [
    ["people", "rules", "ingest", "run", "report", "in all", "on the clock", "service calls", "memory MB"],
    ...[10, 100, 1000].map((people) => benchSize(month, people)),
  ]);
}
