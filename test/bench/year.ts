/** A year in one workbook: each month is pasted, generated, checked and approved in the local host. */
import { Book } from "../../src/local/book.ts";
import { Host } from "../../src/local/host.ts";
import { fillBook } from "../worked/book-of";
import { print } from "./clock";
import { pastedTabs, shopOf } from "./shop";

const PEOPLE = 10;
/** The days of each month of 2027. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function request(host: Host, message: Readonly<Record<string, string>>): void {
  const answer = host.run("api", [JSON.stringify(message)]);
  const parsed = (typeof answer === "string" ? JSON.parse(answer) : {}) as { error?: unknown };
  if (parsed.error !== undefined) throw new Error(`${message.action}: ${JSON.stringify(parsed.error)}`);
}

/** Milliseconds of processor time, and service calls, that a piece of work takes. */
function cost(host: Host, work: () => void): { cpuMs: number; calls: number } {
  (globalThis as { gc?: () => void }).gc?.();
  const [before, calls] = [process.cpuUsage(), host.totalCalls];
  work();
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1000, calls: host.totalCalls - calls };
}

/** The cheapest of three: a collection of garbage that happens to fall into one is no part of the work. */
function cheapest(once: () => { cpuMs: number; calls: number }): { cpuMs: number; calls: number } {
  const [first, ...more] = [once(), once(), once()];
  return more.reduce((best, one) => (one.cpuMs < best.cpuMs ? one : best), first ?? { cpuMs: 0, calls: 0 });
}

/** A month of the year: what generating and what locking it took. */
function playMonth(host: Host, book: Book, month: string, days: number) {
  fillBook(book, pastedTabs(PEOPLE, month, days));
  const generate = cheapest(() => cost(host, () => request(host, { action: "run", month })));
  const lock = cost(host, () => {
    request(host, { action: "step", month, step: "check" });
    request(host, { action: "step", month, step: "approve" });
  });
  console.error(`${month}: ${generate.cpuMs.toFixed(0)} and ${lock.cpuMs.toFixed(0)} ms`);
  return { month, generate, lock };
}

/** Prints what each month takes beside the first of the year; a month before it warms the machine up. */
export function benchYear(): void {
  const months = DAYS.map((_, index) => `2027-${String(index + 1).padStart(2, "0")}`);
  const rules = () => shopOf(PEOPLE, months);
  const warm = fillBook(new Book("warm"), rules());
  playMonth(new Host({ book: warm }), warm, months[0] ?? "", 31);
  const book = fillBook(new Book("year"), rules());
  const host = new Host({ book });
  const played = months.map((month, index) => playMonth(host, book, month, DAYS[index] ?? 30));
  const first = played[0];
  if (!first) return;
  const ratio = (a: number, b: number) => (a / b).toFixed(2);
  print(`A year of ${PEOPLE} people in one workbook, CPU ms and service calls`, [
    ["", "generate", "ratio", "calls", "check and approve", "ratio", "calls"],
    ...played.map(({ month, generate, lock }) => [
      month,
      generate.cpuMs.toFixed(0),
      ratio(generate.cpuMs, first.generate.cpuMs),
      String(generate.calls),
      lock.cpuMs.toFixed(0),
      ratio(lock.cpuMs, first.lock.cpuMs),
      String(lock.calls),
    ]),
  ]);
}
