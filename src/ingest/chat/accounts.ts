import type { GridCell } from "../../engine/grid";
import { personKey } from "../../engine/name";
import type { Roster } from "../../engine/roster";
import { cellText } from "../table";

/** `店铺:昵称`, with a half- or full-width colon between two names. */
const SUB_ACCOUNT = /^[^:：]+[:：][^:：]+$/;

/** Tells agents' accounts from customers. */
export class Accounts {
  private readonly known = new Map<GridCell, boolean>();

  constructor(private readonly roster: Roster) {}

  /** True for an account on Staff and for any sub-account of a shop (`店铺:昵称`). */
  isAgent(cell: GridCell | undefined): boolean {
    if (cell === undefined) return false;
    const known = this.known.get(cell);
    if (known !== undefined) return known;
    const text = cellText(cell).trim();
    const isAgent = this.isOnStaff(text) || SUB_ACCOUNT.test(text);
    if (typeof cell !== "object") this.known.set(cell, isAgent);
    return isAgent;
  }

  /** True for the `personKey` of an account on Staff. */
  hasKey(key: string): boolean {
    return this.roster.byAccount.has(key);
  }

  /** True for an account on Staff. */
  isOnStaff(text: string): boolean {
    return this.roster.byAccount.has(personKey(text));
  }
}
