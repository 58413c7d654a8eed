import type { TabDescription } from "../report/tab";
import { isStage } from "./stage";
import type { SheetSurface, SpreadsheetSurface } from "./surface";

/** The sheet that a description goes into: one of an earlier run or an empty one, else a new one. */
export type Target =
  | { readonly kind: "new" }
  | { readonly kind: "existing"; readonly sheet: SheetSurface }
  /** A tab of that name holds something else. */
  | { readonly kind: "taken"; readonly name: string };

/** A tab of the workbook as far as finding targets needs it. */
interface KnownTab {
  readonly sheet: SheetSurface;
  readonly name: string;
  readonly isEmpty: boolean;
  /** Text of A1. */
  readonly stamp: string;
}

/** Name, emptiness and A1 of every tab but stages. */
export function listTabs(spreadsheet: SpreadsheetSurface): KnownTab[] {
  return spreadsheet
    .getSheets()
    .map((sheet) => ({ sheet, name: sheet.getName() }))
    .filter(({ name }) => !isStage(name))
    .map(({ sheet, name }) => {
      const isEmpty = sheet.getLastRow() === 0;
      const stamp = isEmpty ? "" : String(sheet.getRange(1, 1, 1, 1).getValues()[0]?.[0] ?? "");
      return { sheet, name, isEmpty, stamp };
    });
}

/**
 * Where a description goes. An earlier run's tab is known by the text of its A1, first under the
 * name in any language, then under a new name that somebody gave it.
 */
export function findTarget(tab: TabDescription, tabs: readonly KnownTab[]): Target {
  const named = [tab.name, ...tab.stamps].map((name) => tabs.find((known) => sameName(known.name, name)));
  const ours = named.find((known) => known && (known.isEmpty || tab.stamps.includes(known.stamp)));
  if (ours) return { kind: "existing", sheet: ours.sheet };
  const taken = named[0];
  if (taken) return { kind: "taken", name: taken.name };
  const renamed = tabs.filter((known) => tab.stamps.includes(known.stamp));
  const [only] = renamed;
  return only && renamed.length === 1 ? { kind: "existing", sheet: only.sheet } : { kind: "new" };
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
