/**
 * Chats and orders to figures of people and days, beside a hand-written loop and DuckDB. The loop
 * must give the same figures, to the cent: a difference ends the bench.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Month } from "../../src/engine/calendar";
import type { Exact } from "../../src/engine/exact";
import type { Facts } from "../../src/engine/facts";
import type { Grid } from "../../src/engine/grid";
import { DEFAULT_SOURCE_SETTINGS } from "../../src/engine/settings-sources";
import { readChats } from "../../src/ingest/chat/read";
import { ingest } from "../../src/ingest/ingest";
import { projectRoot } from "../../src/local/project.ts";
import { chatGrid, chatRoster, DAYS, FIRST_DAY, orderGrid } from "./chats";
import { peers, print, race, time } from "./clock";
import { openDuck } from "./duck";
import { countByHand, type HandFigures } from "./hand";

const LINES = 1_000_000;
const ORDERS = 20_000;
const MONEY = new Set(["sales"]);

/** Ends the bench where a measure of the product is not what the loop counted. */
function assertSame(facts: Facts, counted: HandFigures, people: readonly { key: string }[]): number {
  for (const [measure, expected] of counted) {
    const found = new Float64Array(expected.length);
    people.forEach(({ key }, person) => {
      const series = facts.measures.get(measure)?.byPerson.get(key);
      series?.days.forEach((day, at) => {
        const value = (series.values[at] as Exact).toNumber();
        const slot = person * DAYS + day - FIRST_DAY;
        found[slot] = (found[slot] as number) + (MONEY.has(measure) ? Math.round(value * 100) : value);
      });
    });
    const wrong = found.findIndex((value, slot) => value !== expected[slot]);
    if (wrong >= 0) {
      throw new Error(`${measure}, slot ${wrong}: ${found[wrong]} by ingest, ${expected[wrong]} by hand`);
    }
  }
  return counted.size;
}

/** Peak memory in MB of a fresh process that makes the tables and reads them once. */
function peakMemory(): number {
  const launch = join(projectRoot, "src", "local", "launch.mjs");
  const args = [launch, join(projectRoot, "test", "bench", "peak.ts"), String(LINES), String(ORDERS)];
  return Number(execFileSync(process.execPath, args, { encoding: "utf8" }));
}

function growth(month: Month): string[][] {
  const roster = chatRoster();
  const rows = [0.25, 0.5, 1].map((part) => {
    const [lines, orders] = [LINES * part, ORDERS * part];
    const grids = [chatGrid(lines), orderGrid(orders, lines)];
    const ours = time(() => ingest({ grids, month, roster, sources: [] }), 3);
    const perLine = ((ours.cpuMs * 1000) / lines).toFixed(2);
    return [`${lines} lines, ${orders} orders`, ours.cpuMs.toFixed(0), perLine];
  });
  return [["", "CPU ms", "µs a line"], ...rows];
}

async function raceWithDuck(chats: Grid, orders: Grid, counted: HandFigures): Promise<string[][]> {
  const duck = await openDuck();
  if (!duck) return [["DuckDB is not installed here: npm install --no-save @duckdb/node-api", "", "", ""]];
  const loaded = await duck.load(chats, orders);
  const queried = await duck.query();
  duck.close();
  const total = (measure: string) => (counted.get(measure) ?? new Float64Array()).reduce((a, b) => a + b, 0);
  const expected = [total("received"), total("response_seconds"), total("sales")];
  const found = [queried.received, queried.responseSeconds, queried.cents];
  if (String(found) !== String(expected)) throw new Error(`DuckDB gives ${found}, the loop ${expected}`);
  return [
    ["DuckDB, one thread, query alone", queried.ms.toFixed(0), "", ""],
    ["DuckDB, one thread, load", loaded.toFixed(0), "", ""],
  ];
}

/** Measures chats alone, and chats with orders under the standard rule, in one run. */
export async function benchEvents(month: Month): Promise<void> {
  const roster = chatRoster();
  const chats = chatGrid(LINES);
  const orders = orderGrid(ORDERS, LINES);
  const [chatsByHand, chatsByUs] = race([
    () => countByHand(chats, null),
    () => readChats([chats], roster, month, DEFAULT_SOURCE_SETTINGS),
  ] as const);
  print(
    `Chats: ${LINES} lines to the measures of 30 people and 31 days`,
    peers([
      ["hand-written loop, six figures, unchecked", chatsByHand],
      ["readChats, seventeen measures, repeats left out", chatsByUs],
    ]),
  );
  const [byHand, byUs] = race([
    () => countByHand(chats, orders),
    () => ingest({ grids: [chats, orders], month, roster, sources: [] }),
  ] as const);
  const same = assertSame(byUs.result.facts, byHand.result, roster.people);
  print(
    `Chats and orders: ${LINES} lines, ${ORDERS} orders, attribution; ${same} measures the same by both`,
    [
      ...peers([
        ["hand-written loop, unchecked", byHand],
        ["ingest, all measures with places and reasons", byUs],
      ]),
      ...(await raceWithDuck(chats, orders, byHand.result)),
    ],
  );
  print("The same at three sizes", growth(month));
  console.log(
    `\nPeak memory of a fresh process with ${LINES} lines and ${ORDERS} orders: ${peakMemory()} MB`,
  );
}
