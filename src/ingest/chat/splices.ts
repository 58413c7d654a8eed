import type { Grid } from "../../engine/grid";
import { compareText } from "../table";
import type { Accounts } from "./accounts";
import { isStatusWord } from "./marks";
import { shapeOf } from "./shape";
import { textLines } from "./text-lines";

/** What of a tab's text is read, where it was pasted in pieces that overlap. */
export interface Part {
  /** The first line that is read, counted from 0: those before it stand in the tab before. */
  readonly from: number;
  /** Index of the tab that this one goes on from; null for the beginning of a text. */
  readonly after: number | null;
  /** Another tab goes on from this one. */
  readonly goesOn: boolean;
}

/** A tab of pasted text. */
interface Piece {
  /** Index among the grids. */
  readonly index: number;
  readonly grid: Grid;
}

/** A tab with its lines that say something, and where each stands among all lines. */
interface Text {
  readonly piece: Piece;
  readonly lines: readonly string[];
  readonly at: readonly number[];
}

/** So many last lines of one text are the first of another. */
interface Overlap {
  readonly first: Text;
  readonly second: Text;
  readonly count: number;
}

/**
 * The parts of texts that were copied in pieces: where the last lines of one tab stand again at the head
 * of another, the second goes on behind them. Of several tabs the longest overlap counts. The order of
 * tabs changes nothing.
 */
export function partsOf(pieces: readonly Piece[], accounts: Accounts): ReadonlyMap<number, Part> {
  const parts = new Map<number, Part>();
  if (pieces.length < 2) return parts;
  const texts = pieces.map(textOf).sort((a, b) => compareText(a.piece.grid.name, b.piece.grid.name));
  const partOf = (index: number): Part => parts.get(index) ?? { from: 0, after: null, goesOn: false };
  for (const { first, second, count } of overlapsOf(texts, accounts)) {
    const [before, after] = [partOf(first.piece.index), partOf(second.piece.index)];
    if (before.goesOn || after.after !== null || follows(first, second, parts)) continue;
    parts.set(first.piece.index, { ...before, goesOn: true });
    const from = (second.at[count - 1] ?? 0) + 1;
    parts.set(second.piece.index, { ...after, from, after: first.piece.index });
  }
  return parts;
}

/** Tabs such that each stands behind the one that it goes on from. */
export function inOrderOfParts<T extends Piece>(tabs: readonly T[], parts: ReadonlyMap<number, Part>): T[] {
  const depth = ({ index }: Piece): number => {
    let steps = 0;
    for (let at = parts.get(index)?.after ?? null; at !== null; at = parts.get(at)?.after ?? null) steps++;
    return steps;
  };
  return tabs
    .map((tab) => ({ tab, steps: depth(tab) }))
    .sort((a, b) => a.steps - b.steps)
    .map(({ tab }) => tab);
}

function textOf(piece: Piece): Text {
  const lines: string[] = [];
  const at: number[] = [];
  let line = 0;
  for (const { text } of textLines(piece.grid, piece.grid.rows.length)) {
    const plain = text.trim();
    if (plain !== "" && !isStatusWord(plain)) {
      lines.push(plain);
      at.push(line);
    }
    line++;
  }
  return { piece, lines, at };
}

/** All overlaps of two texts in which a time stands, the longest first: two texts may well both say 好的. */
function overlapsOf(texts: readonly Text[], accounts: Accounts): Overlap[] {
  const byHead = new Map<string, Text[]>();
  for (const text of texts) {
    const [head] = text.lines;
    if (head !== undefined) byHead.set(head, [...(byHead.get(head) ?? []), text]);
  }
  const found: Overlap[] = [];
  for (const first of texts) {
    first.lines.forEach((line, from) => {
      for (const second of byHead.get(line) ?? []) {
        if (second === first || !isTail(first.lines, from, second.lines)) continue;
        const common = first.lines.slice(from);
        if (common.some((text) => shapeOf(text, accounts).kind !== "text"))
          found.push({ first, second, count: common.length });
      }
    });
  }
  return found.sort((a, b) => b.count - a.count);
}

/** Whether all lines from one on are the first lines of another text. */
function isTail(lines: readonly string[], from: number, head: readonly string[]): boolean {
  if (lines.length - from > head.length) return false;
  for (let at = from; at < lines.length; at++) if (lines[at] !== head[at - from]) return false;
  return true;
}

/** Whether the first text goes on from the second already: then the second cannot go on from it. */
function follows({ piece }: Text, second: Text, parts: ReadonlyMap<number, Part>): boolean {
  let at: number | null = piece.index;
  while (at !== null) {
    if (at === second.piece.index) return true;
    at = parts.get(at)?.after ?? null;
  }
  return false;
}
