import type { Fingerprints, PlanModel } from "../api/contract";

/** A draft as it is kept, with what it was made from. */
export interface KeptDraft {
  readonly base: PlanModel;
  readonly now: PlanModel;
  readonly fingerprints: Fingerprints;
}

/** What outlives a reload of the page. */
export interface Kept {
  readonly lang: string;
  readonly pane: string;
  /** The month given by hand. */
  readonly given?: string;
  /** By the key of `workKey`. */
  readonly drafts: Readonly<Record<string, KeptDraft>>;
}

const KEY = "kpi-payroll";

/** The part of the browser's storage that is used. */
export type Keeper = Pick<Storage, "getItem" | "setItem">;

/** The browser's storage of this tab; null where the page may not use it, as in a sandbox. */
export function findKeeper(): Keeper | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** What was kept last; null where there is nothing or it cannot be read. */
export function recall(keeper: Keeper | null): Kept | null {
  try {
    const kept: unknown = JSON.parse(keeper?.getItem(KEY) ?? "null");
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false;
  const { drafts } = value as Partial<Kept>;
  return typeof drafts === "object" && drafts !== null;
}

/** Keeps it; where the storage refuses, the drafts live in memory only. */
export function keep(keeper: Keeper | null, kept: Kept): void {
  try {
    keeper?.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A full or forbidden storage takes nothing away: what was typed is still in the page.
  }
}
