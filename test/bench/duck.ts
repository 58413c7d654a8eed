/** The main figures of chats and orders by DuckDB, where it is installed; nothing of ours needs it. */
import type { Grid } from "../../src/engine/grid";
import { DAY_SECONDS, FIRST_DAY } from "./chats";
import { median } from "./clock";

interface Appender {
  appendInteger(value: number): void;
  appendVarchar(value: string): void;
  endRow(): void;
  closeSync(): void;
}

interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
  createAppender(table: string): Promise<Appender>;
  closeSync(): void;
}

interface DuckModule {
  DuckDBInstance: {
    create(path: string, options: Record<string, string>): Promise<{ connect(): Promise<Connection> }>;
  };
}

/** Receptions, replies and responses: the lines of a pair in order of time, islands between silences. */
const CHATS = `
  WITH lagged AS (
    SELECT *, lag(side) OVER pair AS before, lag(time) OVER pair AS earlier
    FROM lines WINDOW pair AS (PARTITION BY customer, agent ORDER BY time)
  ), marked AS (
    SELECT *,
      sum(CASE WHEN time - earlier <= 1800 THEN 0 ELSE 1 END) OVER pair AS chat,
      max(CASE WHEN side = '买家' AND (before IS NULL OR before <> '买家') THEN time END) OVER pair AS asked
    FROM lagged WINDOW pair AS (PARTITION BY customer, agent ORDER BY time ROWS UNBOUNDED PRECEDING)
  ), dated AS (
    SELECT *, min(time) OVER (PARTITION BY customer, agent, chat) // ${DAY_SECONDS} AS day FROM marked
  ), receptions AS (
    SELECT agent, day, customer,
      count(*) FILTER (side = '客服' AND before = '买家') AS responses,
      sum(time - asked) FILTER (side = '客服' AND before = '买家') AS seconds,
      arg_min(time - asked, time) FILTER (side = '客服' AND before = '买家') AS first
    FROM dated GROUP BY agent, day, customer
  )
  SELECT agent, day, count(*) AS received, count(first) AS replied, sum(first) AS first,
    sum(responses) AS responses, sum(seconds) AS seconds
  FROM receptions GROUP BY agent, day`;

/** Order first: the last agent of seven days before the order, else before the payment. */
const ORDERS = `
  WITH spoken AS (SELECT * FROM lines WHERE side = '客服'),
  landed AS (
    SELECT orders.*, CASE WHEN orders.created - spoken.time <= ${7 * DAY_SECONDS} THEN agent END AS lander
    FROM orders ASOF LEFT JOIN spoken ON orders.buyer = spoken.customer AND orders.created >= spoken.time
  ), owned AS (
    SELECT landed.*,
      coalesce(lander, CASE WHEN landed.paid - spoken.time <= ${7 * DAY_SECONDS} THEN agent END) AS owner
    FROM landed ASOF LEFT JOIN spoken ON landed.buyer = spoken.customer AND landed.paid >= spoken.time
    WHERE landed.paid >= 0
  )
  SELECT owner, paid // ${DAY_SECONDS} AS day, count(*), count(DISTINCT buyer),
    sum(cents - least(cents, postage)), sum(items)
  FROM owned GROUP BY owner, day`;

/** A database of one thread in memory. */
export interface Duck {
  /** Milliseconds to load both tables. */
  load(chats: Grid, orders: Grid): Promise<number>;
  /** Milliseconds of the queries, the median of several; also the totals, to hold against the others. */
  query(): Promise<{ ms: number; received: number; responseSeconds: number; cents: number }>;
  close(): void;
}

/** Null where DuckDB is not installed. */
export async function openDuck(): Promise<Duck | null> {
  // By a name that the compiler does not follow: the package is no dependency.
  const name: string = "@duckdb/node-api";
  const module = await import(name).then(
    (found) => found as DuckModule,
    () => null,
  );
  if (!module) return null;
  const instance = await module.DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  return {
    load: (chats, orders) => load(connection, chats, orders),
    query: () => query(connection),
    close: () => connection.closeSync(),
  };
}

function secondsOf(cell: unknown): number {
  return cell === "" ? -1 : Math.round(((cell as { serial: number }).serial - FIRST_DAY) * DAY_SECONDS);
}

async function load(connection: Connection, chats: Grid, orders: Grid): Promise<number> {
  const start = performance.now();
  await connection.run(
    "CREATE TABLE lines(time INTEGER, customer VARCHAR, agent VARCHAR, side VARCHAR, text VARCHAR)",
  );
  await connection.run(
    "CREATE TABLE orders(buyer VARCHAR, cents INTEGER, postage INTEGER, items INTEGER, created INTEGER, paid INTEGER)",
  );
  const lines = await connection.createAppender("lines");
  for (const [time, ...texts] of chats.rows.slice(1)) {
    lines.appendInteger(secondsOf(time));
    for (const text of texts) lines.appendVarchar(text as string);
    lines.endRow();
  }
  lines.closeSync();
  const table = await connection.createAppender("orders");
  for (const [, buyer, paid, , postage, items, , created, paidAt] of orders.rows.slice(1)) {
    table.appendVarchar(buyer as string);
    const cents = [paid, postage].map((amount) => Math.round((amount as number) * 100));
    for (const value of [...cents, items as number, secondsOf(created), secondsOf(paidAt)])
      table.appendInteger(value);
    table.endRow();
  }
  table.closeSync();
  return performance.now() - start;
}

async function query(connection: Connection) {
  const times: number[] = [];
  let rows: { chats: unknown[][]; orders: unknown[][] } = { chats: [], orders: [] };
  for (let round = 0; round < 4; round++) {
    const start = performance.now();
    const chats = await connection.runAndReadAll(CHATS);
    const orders = await connection.runAndReadAll(ORDERS);
    if (round > 0) times.push(performance.now() - start);
    rows = { chats: chats.getRows(), orders: orders.getRows() };
  }
  const total = (from: unknown[][], column: number) =>
    from.reduce((sum, row) => sum + (row[0] === null ? 0 : Number(row[column])), 0);
  return {
    ms: median(times),
    received: total(rows.chats, 2),
    responseSeconds: total(rows.chats, 6),
    cents: total(rows.orders, 4),
  };
}
