/** Late data of locked months that are too far back to be paid or taken back: told to HR as what they are. */
import { type Month, parseMonth } from "./engine/calendar";
import { Exact } from "./engine/exact";
import type { Grid } from "./engine/grid";
import { forHr, type Issue, issueAt } from "./engine/issue";
import { nameKey, personKey } from "./engine/name";
import { TabReach } from "./ingest/reach";
import { type Difference, lineKey } from "./life/corrections";
import type { Digest } from "./life/digest";
import { fingerprintGrid } from "./life/fingerprint";
import type { LateTabs } from "./life/snapshot";
import { MEASURES } from "./rules/catalogue";

/** A locked month that is further back than Settings say. */
export interface OlderMonth {
  readonly digest: Digest;
  /** What is known to be open in it, and settled month by month. */
  readonly known: readonly Difference[];
  /** The least `late_months` that looks it through. */
  readonly needed: number;
  /** What is open in it by these tabs. */
  readonly look: (rawGrids: readonly Grid[]) => {
    readonly differences: readonly Difference[];
    readonly issues: readonly Issue[];
    readonly lateTabs: readonly LateTabs[];
  };
}

/** What is known of the tabs when a month is generated. */
export interface UnlookedQuestion {
  /** The earliest first. */
  readonly older: readonly OlderMonth[];
  /** All locked months. */
  readonly locked: readonly Digest[];
  readonly rawGrids: readonly Grid[];
  /** Setting `late_months`. */
  readonly lateMonths: number;
  /** The month that is run. */
  readonly run: string;
}

const REACH = new TabReach(MEASURES);

/** Cells that are read once more in a run to say what late data of older months come to; beyond them only that there are some. */
const MOST_CELLS = 1_000_000;

/**
 * What arrived for such months: which tab, how many rows, and whose pay comes out otherwise. Only a tab that came or
 * changed since the last month was locked is looked at: what a locked month saw was told when it was made. A tab that
 * is gone, or holds other months now, was tidied up.
 */
export function unlookedTabs(question: UnlookedQuestion): Issue[] {
  const { older, locked, rawGrids } = question;
  const seen = new Set(locked.flatMap(({ tabs }) => tabs.map(({ fingerprint }) => fingerprint)));
  const fresh = rawGrids.filter((grid) => !seen.has(fingerprintGrid(grid)));
  const asked = older.map((one) => ({ one, tabs: fresh.filter((grid) => isConcerned(grid, one.digest)) }));
  let left = MOST_CELLS;
  const unread: OlderMonth[] = [];
  const issues = asked.flatMap(({ one, tabs }) => {
    if (tabs.length === 0) return [];
    const grids = rawGrids.filter((grid) => !isOutside(grid, one.digest));
    left -= grids.reduce((cells, { rows }) => cells + rows.length * (rows[0]?.length ?? 0), 0);
    if (left >= 0) return lookedAt(one, grids, tabs, question);
    unread.push(one);
    return [];
  });
  return [...issues, ...byFingerprint(unread, fresh, question)];
}

/** Whether a tab may say something of a month: it gave it rows, its Sources name it, or it is an export that reaches it. */
function isConcerned(grid: Grid, digest: Digest): boolean {
  const isKnown = digest.rows.some(({ name }) => name === grid.name);
  const isSource = digest.ruleFacts?.sourceTabs.includes(nameKey(grid.name)) === true;
  return (isKnown || isSource || REACH.isPlainExport(grid)) && !isOutside(grid, digest);
}

function isOutside(grid: Grid, { month: text, ruleFacts }: Digest): boolean {
  const month: Month | null = parseMonth(text);
  const isSource = ruleFacts?.sourceTabs.includes(nameKey(grid.name)) === true;
  return month !== null && !isSource && REACH.isOutside(grid, month);
}

/** A tab that gives a month more rows now than any month before knew of. */
interface ReadTab {
  readonly name: string;
  readonly rows: number;
  /** Blank for a tab that gave it none before. */
  readonly before: string;
}

function lookedAt(
  { digest, known, needed, look }: OlderMonth,
  grids: readonly Grid[],
  tabs: readonly Grid[],
  { locked, lateMonths, run }: UnlookedQuestion,
): Issue[] {
  const { month } = digest;
  const { differences, issues, lateTabs } = look(grids);
  const read = tabs.flatMap((grid) => readTab(grid.name, lateTabs, digest, locked) ?? []);
  const unreadable = issues.filter(({ code }) => code === "late-data-unreadable");
  const { people, amount } = changeOf(known, differences);
  const [first, ...others] = read;
  const isMore = read.some(({ rows, before }) => rows > Number(before));
  if (!first || (people === 0 && !isMore)) return unreadable;
  const values = {
    ...{ month, run, tab: first.name, rows: String(first.rows), before: first.before },
    ...{ people: String(people), amount: amount.toFixed(2), n: String(lateMonths), needed: String(needed) },
    others: others.map(({ name }) => name).join(", "),
  };
  const [severity, code] =
    people > 0 ? (["warning", "late-data-behind"] as const) : (["info", "late-data-behind-same"] as const);
  return [...unreadable, forHr(issueAt(severity, code, null, values))];
}

function readTab(
  name: string,
  lateTabs: readonly LateTabs[],
  digest: Digest,
  locked: readonly Digest[],
): ReadTab | null {
  const rowsIn = (tabs: readonly { readonly name: string; readonly rows: number }[]) =>
    tabs.find((tab) => tab.name === name)?.rows ?? 0;
  const rows = rowsIn(lateTabs.flatMap(({ tabs }) => tabs));
  const later = locked.flatMap((one) => one.lateTabs).filter(({ origin }) => origin === digest.month);
  const before = Math.max(rowsIn(digest.rows), ...later.map(({ tabs }) => rowsIn(tabs)));
  return rows === 0 ? null : { name, rows, before: before === 0 ? "" : String(before) };
}

/** How many people's lines come out otherwise than is known, and by how much in all. */
function changeOf(
  known: readonly Difference[],
  now: readonly Difference[],
): { people: number; amount: Exact } {
  const open = new Map<string, { person: string; amount: Exact }>();
  const add = ({ person, component }: Difference, amount: Exact) => {
    const key = lineKey(person, component);
    open.set(key, { person: personKey(person), amount: (open.get(key)?.amount ?? Exact.ZERO).plus(amount) });
  };
  for (const one of now) add(one, one.open);
  for (const one of known) add(one, Exact.ZERO.minus(one.open));
  const changed = [...open.values()].filter(({ amount }) => !amount.isZero());
  return {
    people: new Set(changed.map(({ person }) => person)).size,
    amount: Exact.sum(changed.map(({ amount }) => amount)),
  };
}

/**
 * Tabs that gave months their figures and have changed, by their fingerprints alone: a warning, or only a note for a
 * tab that later months were read from too, because such a tab grows.
 */
function byFingerprint(
  older: readonly OlderMonth[],
  fresh: readonly Grid[],
  { locked, lateMonths, run }: UnlookedQuestion,
): Issue[] {
  return fresh.flatMap((grid) => {
    const gave = locked.filter(({ rows }) => rows.some(({ name }) => name === grid.name));
    const months = older.filter(({ digest }) => gave.includes(digest) && !isOutside(grid, digest));
    const [first] = months;
    if (!first) return [];
    const severity = gave.some(({ month }) => month > first.digest.month) ? "info" : "warning";
    const values = {
      months: months.map(({ digest }) => digest.month).join(", "),
      n: String(lateMonths),
      run,
    };
    return [forHr(issueAt(severity, "late-data-unlooked", null, { tab: grid.name, ...values }))];
  });
}
