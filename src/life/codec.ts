import { Exact } from "../engine/exact";

/**
 * Data as JSON text and back, with the two kinds of values that JSON lacks: exact numbers are the
 * text `~7/36`, maps are `{"~map": [[key, value], …]}`. A text of its own that begins with `~` gets
 * a second one.
 */

const MAP_KEY = "~map";

/** JSON text of plain data that may hold exact numbers and maps. The same data gives the same text. */
export function encode(data: unknown): string {
  return JSON.stringify(prepare(data));
}

function prepare(value: unknown): unknown {
  if (typeof value === "string") return value.startsWith("~") ? `~${value}` : value;
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Exact) return `~${value.toFraction()}`;
  if (Array.isArray(value)) return value.map(prepare);
  if (value instanceof Map)
    return { [MAP_KEY]: [...value].map(([key, item]) => [prepare(key), prepare(item)]) };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, prepare(item)]));
}

/** The data of a text made by {@link encode}. Throws for a text that is none. */
export function decode(text: string): unknown {
  return restore(JSON.parse(text));
}

function restore(value: unknown): unknown {
  if (typeof value === "string") return restoreText(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(restore);
  const entries = Object.entries(value);
  const [first] = entries;
  if (first && entries.length === 1 && first[0] === MAP_KEY && Array.isArray(first[1]))
    return new Map(first[1].map((pair: unknown) => restorePair(pair)));
  return Object.fromEntries(entries.map(([key, item]) => [key, restore(item)]));
}

function restorePair(pair: unknown): [unknown, unknown] {
  if (!Array.isArray(pair)) throw new Error("a map holds pairs");
  return [restore(pair[0]), restore(pair[1])];
}

function restoreText(text: string): string | Exact {
  if (!text.startsWith("~")) return text;
  if (text.startsWith("~~")) return text.slice(1);
  const [numerator = "", denominator = "1"] = text.slice(1).split("/");
  const [n, d] = [Exact.parse(numerator), Exact.parse(denominator)];
  if (!n || !d || d.isZero()) throw new Error("no exact number");
  return n.over(d);
}

/** Signs a cell of a record tab holds at most; Google takes 50,000. */
const CHUNK = 40_000;

/** A long text in pieces that fit a cell; never half of a sign that takes two units. */
export function intoChunks(text: string): string[] {
  const chunks: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + CHUNK, text.length);
    if (end < text.length && /[\ud800-\udbff]/.test(text[end - 1] ?? "")) end--;
    chunks.push(text.slice(start, end));
    start = end;
  }
  return chunks;
}
