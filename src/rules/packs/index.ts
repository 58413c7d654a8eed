import type { RuleTabKind } from "../columns";
import type { Pack, PackRow } from "../pack";
import { EIGHT_PART } from "./eight-part";
import { FOLLOW_UP } from "./follow-up";
import { AFTER_SALE_GATES, PRE_SALE_GATES } from "./gates";
import type { PackLanguage } from "./language";
import { PAYSLIP } from "./payslip";
import { SALES_TEAM } from "./sales-team";
import { SEASONAL } from "./seasonal";
import { SHOP_MANAGER } from "./shop-manager";
import { SIMPLE, SIMPLE_RECEPTION } from "./simple";
import { SIX_POINTS } from "./six-points";
import { TEMPLATE_T1 } from "./template-t1";
import { TEMPLATE_T2 } from "./template-t2";
import { TEMPLATE_T3 } from "./template-t3";
import { TEMPLATE_T4 } from "./template-t4";
import { TMALL_SIX } from "./tmall-six";
import { TWELVE_POINT } from "./twelve-point";

/** Every ready-made system, in the order in which Set up offers them. */
export const PACKS: readonly Pack[] = [
  EIGHT_PART,
  PAYSLIP,
  SALES_TEAM,
  SIMPLE,
  SIMPLE_RECEPTION,
  TWELVE_POINT,
  PRE_SALE_GATES,
  AFTER_SALE_GATES,
  TMALL_SIX,
  SEASONAL,
  SHOP_MANAGER,
  FOLLOW_UP,
  SIX_POINTS,
  TEMPLATE_T1,
  TEMPLATE_T2,
  TEMPLATE_T3,
  TEMPLATE_T4,
];

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
