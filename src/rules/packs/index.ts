import type { RuleTabKind } from "../columns";
import type { Pack, PackRow } from "../pack";
import { EIGHT_PART } from "./eight-part";
import type { PackLanguage } from "./language";
import { PAYSLIP } from "./payslip";
import { SALES_TEAM } from "./sales-team";

/** Every ready-made system, in the order in which Set up offers them. */
export const PACKS: readonly Pack[] = [EIGHT_PART, PAYSLIP, SALES_TEAM];

/** The pack of this name, case and outer blanks ignored; null where there is none. */
export function findPack(name: string): Pack | null {
  const wanted = name.trim().toLowerCase();
  return PACKS.find((pack) => pack.name === wanted) ?? null;
}

/**
 * The rule rows that Set up writes for a pack, by tab. A tab that is missing here is written with
 * its headers only.
 */
export function packTabs(
  pack: Pack,
  lang: PackLanguage,
): Readonly<Partial<Record<RuleTabKind, readonly PackRow[]>>> {
  return pack.tabs(lang);
}
