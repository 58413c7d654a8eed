import type { TabDescription } from "../report/tab";
import { isStage, type NamedSheet } from "./stage";
import type { SheetSurface } from "./surface";

/** The sheet that a description goes into: one of an earlier run or an empty one, else a new one. */
export type Target =
  | { readonly kind: "new" }
  | { readonly kind: "existing"; readonly sheet: SheetSurface }
  /** A tab of that name holds something else. */
  | { readonly kind: "taken"; readonly name: string };

/** A tab of the workbook as far as finding targets needs it: what costs calls is read when it is asked for, once. */
class KnownTab {
  private stampOnce: string | null | undefined;

  constructor(
    readonly sheet: SheetSurface,
    readonly name: string,
    /** It bears a name that is given to outputs, of some month or quarter: nobody renamed it. */
    readonly isNamedByUs: boolean,
    private readonly seen: string | undefined,
  ) {}

  /** False where the text of A1 was another when the tabs were read. */
  mayBeStamped(stamps: readonly string[]): boolean {
    return this.seen === undefined || stamps.includes(this.seen);
  }

  get isEmpty(): boolean {
    return this.stamp === null;
  }

  /** Text of A1; null for an empty tab. */
  get stamp(): string | null {
    if (this.stampOnce === undefined) this.stampOnce = readStamp(this.sheet);
    return this.stampOnce;
  }
}

function readStamp(sheet: SheetSurface): string | null {
  return sheet.getLastRow() === 0 ? null : String(sheet.getRange(1, 1, 1, 1).getValues()[0]?.[0] ?? "");
}

/** What follows the kind in the name of an output: its month or quarter. */
const PERIOD = / \d{4}-(?:\d\d|Q[1-4])$/;

/** Texts of A1 by the name of their tab, as they were read a moment ago; a blank one for an empty tab. */
export type SeenTops = ReadonlyMap<string, string>;

/**
 * The tabs among which these descriptions look for their targets.
 *
 * @param seen spares a look at tabs that hold something else; what is written over is looked at in any case.
 */
export function listTabs(
  sheets: readonly NamedSheet[],
  tabs: readonly Pick<TabDescription, "stamps">[],
  seen: SeenTops = new Map(),
): KnownTab[] {
  const kindOf = (name: string) => name.replace(PERIOD, "");
  const kinds = new Set(
    tabs.flatMap(({ stamps }) => stamps.filter((stamp) => PERIOD.test(stamp)).map(kindOf)),
  );
  return sheets
    .filter(({ name }) => !isStage(name))
    .map(({ sheet, name }) => {
      const isNamedByUs = PERIOD.test(name) && kinds.has(kindOf(name));
      return new KnownTab(sheet, name, isNamedByUs, seen.get(name));
    });
}

/**
 * Where a description goes. An earlier run's tab is known by the text of its A1, first under the
 * name in any language, then under a new name that somebody gave it. Tabs that still bear the name
 * of another month's output are not looked at: a year has many.
 */
export function findTarget(tab: TabDescription, tabs: readonly KnownTab[]): Target {
  const named = [tab.name, ...tab.stamps].map((name) => tabs.find((known) => sameName(known.name, name)));
  const ours = named.find((known) => known && (known.isEmpty || isStampedAs(known, tab)));
  if (ours) return { kind: "existing", sheet: ours.sheet };
  const taken = named[0];
  if (taken) return { kind: "taken", name: taken.name };
  const others = tabs.filter((known) => !known.isNamedByUs && known.mayBeStamped(tab.stamps));
  const renamed = others.filter((known) => isStampedAs(known, tab));
  const [only] = renamed;
  return only && renamed.length === 1 ? { kind: "existing", sheet: only.sheet } : { kind: "new" };
}

function isStampedAs({ stamp }: KnownTab, { stamps }: TabDescription): boolean {
  return stamp !== null && stamps.includes(stamp);
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
