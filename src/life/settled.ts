/** Corrections that no month pays or takes back: HR settled them by hand, or does not take them back at all. */
import { Exact } from "../engine/exact";
import { forHr, type Issue, issueAt, type Place } from "../engine/issue";
import { nameKey } from "../engine/name";
import type { SettledPart } from "../engine/result";
import { type Difference, type LabelOf, lineKey, named, type PaidLine, type PostedLine } from "./corrections";

/** A row of Adjustments for a locked month whose reason says that it settles or waives a correction. */
export interface SettlementRow extends SettledPart {
  readonly person: string;
  /** As a plan calls it. */
  readonly component: string;
  readonly place: Place;
}

/** What a row counts for, as a month keeps it when it is locked. */
export interface SettledLine extends SettledPart {
  /** The closed month that was corrected. */
  readonly origin: string;
  readonly person: string;
  readonly component: string;
  /** The amount of the row, of which `amount` counts. */
  readonly typed: Exact;
}

/** What is known of the corrections of one closed month. */
export interface SettleQuestion {
  readonly origin: string;
  /** What is open before anything is settled by hand. */
  readonly open: readonly Difference[];
  /** The rows on Adjustments now. */
  readonly rows: readonly SettlementRow[];
  /** What the last locked month kept. */
  readonly stored: readonly SettledLine[];
  /** What the closed month paid, and what later months posted for it. */
  readonly earned: readonly PaidLine[];
  readonly posted: readonly PostedLine[];
  readonly labelOf: LabelOf;
}

/** What stays open, what counts as settled, and what HR is told of it. */
export interface Settled {
  readonly differences: readonly Difference[];
  readonly settled: readonly SettledLine[];
  readonly issues: readonly Issue[];
}

const MARKS: Readonly<Record<string, SettledPart["kind"]>> = {
  settled: "settled",
  已结清: "settled",
  已結清: "settled",
  waived: "waived",
  免追回: "waived",
};

/** Whether a reason begins with the word that settles a correction, `Settled:`, or waives it, `Waived:`; else null. */
export function settlementKind(reason: string): SettledPart["kind"] | null {
  const [word = "", rest] = reason.normalize("NFKC").split(":", 2);
  return rest === undefined ? null : (MARKS[nameKey(word)] ?? null);
}

/**
 * Takes what HR settled out of what is open. A row counts for no more than is open when it comes, so that a slip pays
 * nobody. What a locked month kept as settled is money that moved: it counts from then on, and is given back where the
 * late data is undone. What is waived never moved: it only ever lessens what is to be taken back. A row that is gone
 * leaves its line open again.
 */
export function settle(question: SettleQuestion): Settled {
  const { rows, stored, open } = question;
  const keys = new Set([...rows, ...stored].map(keyOf));
  if (keys.size === 0) return { differences: open, settled: [], issues: [] };
  const lines = [...keys].map((key) => settleLine(key, question));
  const untouched = open.filter((one) => !keys.has(keyOf(one)));
  return {
    differences: [...untouched, ...lines.flatMap(({ differences }) => differences)],
    settled: lines.flatMap(({ settled }) => settled),
    issues: lines.flatMap(({ issues }) => issues),
  };
}

function keyOf({ person, component }: { readonly person: string; readonly component: string }): string {
  return lineKey(person, component);
}

function settleLine(key: string, question: SettleQuestion): Settled {
  const { origin, labelOf } = question;
  const ofLine = (one: SettlementRow | SettledLine | Difference) => keyOf(one) === key;
  const kept = question.stored.filter(ofLine);
  const found = question.open.find(ofLine);
  let left = found?.open ?? Exact.ZERO;
  const settled: SettledLine[] = [];
  const issues: Issue[] = [];
  for (const row of inOrder(question.rows.filter(ofLine), kept)) {
    const before = takeKept(kept, row);
    const isMoved = before?.kind === "settled";
    const amount = isMoved ? before.amount : countedOf(row, left);
    left = left.minus(amount);
    const { person, component, kind, reason, by, on } = row;
    settled.push({ origin, person, component, kind, amount, typed: row.amount, reason, by, on });
    if (!before) issues.push(toldOf(row, amount, left, { month: origin, ...named(row.component, labelOf) }));
  }
  issues.push(...kept.map((one) => goneOf(one, question)));
  const counted = settled.filter(({ amount }) => !amount.isZero());
  const line = found ?? closedLine(settled[0] ?? kept[0], question);
  return {
    differences: left.isZero() || !line ? [] : [{ ...line, open: left, settled: counted }],
    settled,
    issues,
  };
}

/** What moved already comes first, then what was settled by hand, then what is waived: it only lessens what is left. */
function inOrder(rows: readonly SettlementRow[], kept: readonly SettledLine[]): SettlementRow[] {
  const rank = (row: SettlementRow) =>
    row.kind === "waived" ? 2 : kept.some((one) => isOf(one, row)) ? 0 : 1;
  return [...rows].sort((a, b) => rank(a) - rank(b));
}

function isOf(one: SettledLine, row: SettlementRow): boolean {
  return one.kind === row.kind && one.typed.equals(row.amount);
}

/** What a locked month kept of a row; each is found once. */
function takeKept(kept: SettledLine[], row: SettlementRow): SettledLine | undefined {
  const index = kept.findIndex((one) => isOf(one, row));
  return index < 0 ? undefined : kept.splice(index, 1)[0];
}

/** So much of a row as is open in its direction; what is waived is only ever taken from what is to be taken back. */
function countedOf({ kind, amount }: SettlementRow, left: Exact): Exact {
  if (amount.sign() !== left.sign() || (kind === "waived" && left.sign() > 0)) return Exact.ZERO;
  return amount.abs().compare(left.abs()) > 0 ? left : amount;
}

/**
 * The lines that HR had settled whole when a month was locked, as it knew them: nothing was open, so that it kept no
 * difference of them. Without them they would look undone to whoever cannot read the data any more.
 *
 * @param open what that month kept as open.
 */
export function settledWhole(
  stored: readonly SettledLine[],
  open: readonly Difference[],
  paid: Pick<SettleQuestion, "origin" | "earned" | "posted">,
): Difference[] {
  const keys = new Set(stored.map(keyOf));
  for (const one of open) keys.delete(keyOf(one));
  return [...keys].flatMap((key) => {
    const lines = stored.filter((one) => keyOf(one) === key);
    const line = closedLine(lines[0], paid);
    const settled = Exact.sum(lines.map(({ amount }) => amount));
    return line ? [{ ...line, now: line.now.plus(settled), open: settled }] : [];
  });
}

/** A line of which nothing is open by the data of today. */
function closedLine(
  one: SettledLine | undefined,
  { origin, earned, posted }: Pick<SettleQuestion, "origin" | "earned" | "posted">,
): Difference | undefined {
  if (!one) return undefined;
  const sum = (lines: readonly PaidLine[]) =>
    Exact.sum(lines.filter((line) => keyOf(line) === keyOf(one)).map(({ amount }) => amount));
  const was = sum(earned);
  const now = was.plus(sum(posted.filter((line) => line.origin === origin)));
  return { origin, person: one.person, component: one.component, was, now, open: Exact.ZERO };
}

/** A row that came since the last month was locked: what it counts for, who typed it, why and when. */
function toldOf(
  row: SettlementRow,
  counted: Exact,
  left: Exact,
  line: { readonly month: string; readonly component: string; readonly componentZh: string },
): Issue {
  const { person, kind, amount, reason, by, on, place } = row;
  const [typed = "", open = "", of = ""] = [amount, left, counted].map((one) => one.toFixed(2));
  const values = { person, ...line, amount: typed, open, counted: of, reason, by, on };
  if (!counted.equals(amount)) return forHr(issueAt("warning", "settled-beyond-open", place, values));
  return forHr(
    issueAt("info", kind === "settled" ? "correction-settled" : "correction-waived", place, values),
  );
}

/** A row that a locked month kept and that is not on Adjustments any more. */
function goneOf(
  { origin, person, component, typed, reason }: SettledLine,
  { rows, labelOf }: SettleQuestion,
): Issue {
  const values = { person, month: origin, ...named(component, labelOf), amount: typed.toFixed(2), reason };
  const tab = rows[0]?.place.tab;
  return forHr(issueAt("warning", "settlement-gone", tab === undefined ? null : { tab }, values));
}
