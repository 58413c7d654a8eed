import { Exact } from "../engine/exact";
import { nameKey, personKey } from "../engine/name";
import { encode } from "./codec";
import type { Difference, PaidLine, PostedLine } from "./corrections";
import { fingerprintText } from "./fingerprint";
import type { SettledLine } from "./settled";
import {
  type LateTabs,
  marksOf,
  type PaidPerson,
  type RuleFacts,
  type ShownTab,
  type Snapshot,
  type TabMark,
} from "./snapshot";

/**
 * What later months need of a locked one at each of their runs. It stands beside the snapshot, which is many
 * times as long and is read only where late data have changed the month's figures.
 */
export interface Digest {
  readonly format: 1;
  readonly month: string;
  readonly run: string;
  /** Signs of the snapshot's text: one that is shorter or longer is damaged. */
  readonly signs: number;
  /** The rule tabs and the pasted tabs as they were. */
  readonly rules: readonly TabMark[];
  readonly tabs: readonly TabMark[];
  /** The pasted tabs that gave the month rows. */
  readonly rows: readonly { readonly name: string; readonly rows: number }[];
  /** The fingerprint of the month's figures. */
  readonly figures: string;
  readonly differences: readonly Difference[];
  readonly lateTabs: readonly LateTabs[];
  readonly paid: readonly PaidPerson[];
  readonly shown?: readonly ShownTab[];
  /** Absent where an older version stored none. */
  readonly ruleFacts?: RuleFacts;
  readonly settled?: readonly SettledLine[];
}

/** The digest of a snapshot whose text has so many signs. */
export function digestOf(snapshot: Snapshot, signs: number): Digest {
  const { month, run, rules, tabs, data, differences, lateTabs, paid, ruleFacts, shown, settled } = snapshot;
  return {
    format: 1,
    month,
    run,
    signs,
    rules: marksOf(rules),
    tabs,
    rows: rowsOf(data),
    figures: figuresPrint(data),
    // Later months look the causes up anew.
    differences: differences.map(({ causes: _, ...one }) => one),
    lateTabs,
    paid,
    ...(shown ? { shown } : {}),
    ...(ruleFacts && { ruleFacts }),
    ...(settled && { settled }),
  };
}

/** Whether decoded data has the shape of a digest; what is inside was written by {@link encode}. */
export function isDigest(data: unknown): data is Digest {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return false;
  const { format, month, run, figures, paid } = data as Partial<Digest>;
  return (
    format === 1 && [month, run, figures].every((text) => typeof text === "string") && Array.isArray(paid)
  );
}

/** The tabs that gave a month rows, with their number. */
export function rowsOf({ tabs }: Snapshot["data"]): { name: string; rows: number }[] {
  return tabs
    .filter(({ rowsRead }) => rowsRead > 0)
    .map(({ tab, rowsRead }) => ({ name: tab, rows: rowsRead }));
}

/** What a locked month paid or took back for months before it. */
export function postedBy({ month, paid, differences }: Digest): PostedLine[] {
  const known = new Map(differences.map((one) => [lineKey(one.origin, one.person, one.component), one.was]));
  return paid.flatMap(({ person, lines }) =>
    lines.flatMap(({ origin, corrected, amount }) => {
      const was = known.get(lineKey(origin, person, corrected)) ?? null;
      return origin === "" ? [] : [{ person, origin, component: corrected, amount, by: { month, was } }];
    }),
  );
}

function lineKey(origin: string, person: string, component: string): string {
  return JSON.stringify([origin, personKey(person), nameKey(component)]);
}

/** What a locked month paid for itself; corrections of months before it are no part of what it earned. */
export function earnedIn({ paid }: Digest): PaidLine[] {
  return paid.flatMap(({ person, lines }) =>
    lines
      .filter(({ from }) => from !== "correction")
      .map(({ component, amount }) => ({ person, component, amount })),
  );
}

/**
 * The fingerprint of a month's figures without the cells in which they stand, which move when rows are
 * added: in any order of tabs and rows the same.
 */
export function figuresPrint({ facts }: Snapshot["data"]): string {
  const measures = [...facts.measures].map(([name, { byPerson, shop, broken }]) => [
    name,
    [...byPerson]
      .map(([person, { days, values, weights, unreadable }]) => [
        person,
        sorted(days, values, weights),
        unreadable.length,
      ])
      .sort(byText),
    shop ? sorted(shop.days, shop.values, shop.weights) : null,
    broken.length,
  ]);
  return fingerprintText(encode(measures.sort(byText)));
}

function sorted(days: readonly number[], values: readonly (Exact | string)[], weights: readonly Exact[]) {
  return days.map((day, index) => `${day} ${markOf(values[index])} ${markOf(weights[index])}`).sort();
}

/** A value as a text that tells the number 5 from the text "5". */
function markOf(value: Exact | string | undefined): string {
  return value instanceof Exact ? value.toFraction() : JSON.stringify(value ?? null);
}

function byText(a: readonly unknown[], b: readonly unknown[]): number {
  return String(a[0]) < String(b[0]) ? -1 : 1;
}
