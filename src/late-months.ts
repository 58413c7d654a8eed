/** What late data leave open in the locked months before the one that is run, and what is told of them. */
import type { Grid } from "./engine/grid";
import { forHr, type Issue, issueAt } from "./engine/issue";
import {
  type Difference,
  type LabelOf,
  labelsOf,
  latestKnown,
  type PostedLine,
  stillOpen,
  withLatePay,
} from "./life/corrections";
import { type Digest, earnedIn, postedBy } from "./life/digest";
import { fingerprintGrid } from "./life/fingerprint";
import type { RunRow } from "./life/runs";
import { type SettledLine, settle, settledWhole } from "./life/settled";
import type { LateTabs } from "./life/snapshot";
import { type LockedMonth, readLocked } from "./life/snapshots-tab";
import { lockedMonths } from "./life/states";
import { lateData, snapshotLost } from "./locked";
import { adjustmentsSince, isAdjustments, type SettlementsOf, settlements } from "./locked-adjustments";
import type { PreparedMonth } from "./month";
import { approvalsLost, heldSince, openAgain, paymentsLost } from "./standing-issues";
import { type OlderMonth, unlookedTabs } from "./unlooked-tabs";

/** What is open in one locked month, or in several. */
interface Late {
  readonly differences: readonly Difference[];
  readonly issues: readonly Issue[];
  readonly lateTabs: readonly LateTabs[];
  readonly settled: readonly SettledLine[];
}

/** What is open in all months, with those that were looked through. */
export interface AllLate extends Late {
  readonly looked: readonly LockedMonth[];
}

/** A locked month with what is stored of it; null where that is missing or damaged. */
interface Stored {
  readonly month: string;
  readonly locked: LockedMonth | null;
}

/**
 * What is open in the locked months before this one, the earliest first. As many as Settings say are
 * looked through for new data; of older ones what is known to be open is not forgotten.
 */
export function lateOf(grids: readonly Grid[], { rules }: PreparedMonth, runs: readonly RunRow[]): AllLate {
  const { month, settings } = rules.book;
  const others = lockedMonths(runs)
    .filter((standing) => standing.month !== month.text)
    .map(
      ({ month: text, approved }): Stored => ({
        month: text,
        locked: readLocked(grids, approved?.run ?? ""),
      }),
    );
  const before = others.filter((stored) => stored.month < month.text);
  const looked = settings.life.lateMonths === 0 ? [] : before.slice(-settings.life.lateMonths);
  const typed = {
    rowsOf: settlements(grids, rules),
    labelOf: labelsOf([...rules.book.plans.values()].flatMap(({ pay }) => pay)),
  };
  const found = before.map((stored) =>
    openIn(stored, others, looked.includes(stored) ? rules.rawGrids : null, typed),
  );
  const edited = looked.flatMap(({ locked }) => (locked ? editedRules(locked.digest, grids) : []));
  const adjusted = others.flatMap(({ locked }) => (locked ? adjustmentsSince(locked, grids, month) : []));
  return {
    differences: found.flatMap(({ differences }) => differences),
    issues: [
      ...found.flatMap(({ issues }) => issues),
      ...adjusted,
      ...edited,
      ...unlookedTabs({
        older: before.flatMap((one, index): OlderMonth[] => {
          if (!one.locked || looked.includes(one)) return [];
          const look = (tabs: readonly Grid[]) => openIn(one, others, tabs, typed);
          const known = found[index]?.differences ?? [];
          return [{ digest: one.locked.digest, known, needed: before.length - index, look }];
        }),
        locked: others.flatMap(({ locked }) => locked?.digest ?? []),
        rawGrids: rules.rawGrids,
        lateMonths: settings.life.lateMonths,
        run: month.text,
      }),
      ...openAgain(runs, month.text),
      ...approvalsLost(runs, month.text),
      ...paymentsLost(runs, (one) => one !== month.text),
    ],
    lateTabs: found.flatMap(({ lateTabs }) => lateTabs),
    settled: found.flatMap(({ settled }) => settled),
    looked: looked.flatMap(({ locked }) => locked ?? []),
  };
}

/** What is open in one locked month. What a month with a lost snapshot posted is not known: nothing is posted again. */
function openIn(
  { month, locked }: Stored,
  others: readonly Stored[],
  rawGrids: readonly Grid[] | null,
  { rowsOf, labelOf }: { readonly rowsOf: SettlementsOf; readonly labelOf: LabelOf },
): Late {
  const later = others.filter((one) => one.month > month);
  const lost = [{ month, locked }, ...later].filter((one) => one.locked === null);
  if (!locked || lost.length > 0)
    return { differences: [], issues: lost.map((one) => snapshotLost(one.month)), lateTabs: [], settled: [] };
  const digests = later.flatMap((one) => one.locked?.digest ?? []);
  const posted: PostedLine[] = digests.flatMap(postedBy);
  const ofMonth = ({ origin }: { readonly origin: string }) => origin === month;
  const earned = earnedIn(locked.digest);
  const last = digests.filter((one) => one.settled).pop();
  const stored = last?.settled?.filter(ofMonth) ?? [];
  const whole = settledWhole(stored, last?.differences.filter(ofMonth) ?? [], {
    origin: month,
    earned,
    posted,
  });
  const lists = digests.map(({ differences }) => differences.filter(ofMonth));
  const known = latestKnown([...lists, whole]);
  const late = rawGrids
    ? lateData({ locked, rawGrids, posted, known, lateTabs: lateTabsOf(digests, month) })
    : { differences: stillOpen(known, posted), issues: [], tabs: [] };
  const held = heldSince({ locked, differences: late.differences, posted });
  const rows = rowsOf(locked);
  const done = settle({ origin: month, open: late.differences, rows, stored, earned, posted, labelOf });
  return {
    differences: withLatePay(done.differences, locked.digest.paid),
    issues: [...late.issues, ...held, ...done.issues],
    lateTabs: late.tabs.length > 0 ? [{ origin: month, tabs: late.tabs }] : [],
    settled: done.settled,
  };
}

/** The tabs that later months read a locked month from. */
function lateTabsOf(digests: readonly Digest[], month: string): LateTabs["tabs"][number][] {
  const ofMonth = ({ origin }: LateTabs) => origin === month;
  return digests.flatMap((one) => one.lateTabs.filter(ofMonth).flatMap(({ tabs }) => tabs));
}

/**
 * Rule tabs that were edited since a month was locked: its pay did not move, and HR is told so. Adjustments is
 * not among them: it grows each month, and what is typed there for a locked month is told row by row.
 */
function editedRules({ month, rules }: Digest, grids: readonly Grid[]): Issue[] {
  const now = new Map(grids.map((grid) => [grid.name, grid]));
  const edited = rules.filter(({ name, fingerprint }) => {
    const grid = now.get(name);
    return !grid || (fingerprintGrid(grid) !== fingerprint && !isAdjustments(grid));
  });
  if (edited.length === 0) return [];
  const values = { month, tabs: edited.map(({ name }) => name).join(", ") };
  return [forHr(issueAt("info", "rules-edited-since-locked", null, values))];
}
