import type { Grid, GridCell } from "../../src/engine/grid";
import type { Issue } from "../../src/engine/issue";
import { type RuleTabKind, ruleTab } from "../../src/rules/columns";
import type { PackRow } from "../../src/rules/pack";
import { findPack, packTabs } from "../../src/rules/packs/index";
import afterSaleGates from "../cases/after-sale-gates.json";
import eightPart from "../cases/eight-part.json";
import followUp from "../cases/follow-up.json";
import payslip from "../cases/payslip.json";
import preSaleGates from "../cases/pre-sale-gates.json";
import salesTeam from "../cases/sales-team.json";
import seasonal from "../cases/seasonal.json";
import shopManager from "../cases/shop-manager.json";
import simple from "../cases/simple.json";
import simpleReception from "../cases/simple-reception.json";
import sixPoints from "../cases/six-points.json";
import templateT1 from "../cases/template-t1.json";
import templateT2 from "../cases/template-t2.json";
import templateT3 from "../cases/template-t3.json";
import templateT4 from "../cases/template-t4.json";
import tmallSix from "../cases/tmall-six.json";
import twelvePoint from "../cases/twelve-point.json";

/** One case of a pack's case file: a month's rule rows and pasted tabs, and what must come out. */
export interface PackCase {
  readonly name: string;
  readonly why: string;
  readonly month: string;
  readonly rules?: Partial<Record<RuleTabKind, PackRow[]>>;
  readonly staff?: PackRow[];
  readonly targets?: PackRow[];
  readonly manual?: PackRow[];
  readonly adjustments?: PackRow[];
  readonly raw: { readonly tab: string; readonly rows: GridCell[][] }[];
  readonly expect: {
    readonly total?: string;
    readonly people: Record<
      string,
      {
        score?: string;
        total?: string;
        pay?: Record<string, string>;
        items?: Record<string, string>;
        /** Unrounded values of items' metrics, to 6 decimals. */
        values?: Record<string, string>;
        /** Whether gates are met. */
        met?: Record<string, boolean>;
        /** A part of the explanation of items. */
        because?: Record<string, string>;
        /** Warnings of Scoring that the person has, all of them. */
        warned?: string[];
      }
    >;
  };
}

/** The cases of one pack. */
export interface CaseFile {
  readonly pack: string;
  readonly lang: "en" | "zh";
  readonly cases: readonly PackCase[];
}

/** Every case file. JSON modules have a type of their own for every literal; one shape is meant. */
export const CASE_FILES = [
  eightPart,
  payslip,
  salesTeam,
  simple,
  simpleReception,
  twelvePoint,
  preSaleGates,
  afterSaleGates,
  tmallSix,
  seasonal,
  shopManager,
  followUp,
  sixPoints,
  templateT1,
  templateT2,
  templateT3,
  templateT4,
] as unknown as readonly CaseFile[];

/** A rule tab as a grid with its English headers. */
export function ruleGrid(kind: RuleTabKind, rows: readonly PackRow[]): Grid {
  const { en, columns } = ruleTab(kind);
  const header = columns.map((column) => column.en);
  return { name: en, rows: [header, ...rows.map((row) => columns.map((column) => row[column.key] ?? ""))] };
}

/** The workbook of a case: the pack's rule tabs, with the case's own in place of theirs, and raw tabs. */
export function caseGrids(packName: string, lang: "en" | "zh", one: PackCase): Grid[] {
  const pack = findPack(packName);
  if (!pack) throw new Error(`no pack ${packName}`);
  const own: Partial<Record<RuleTabKind, readonly PackRow[]>> = {
    ...packTabs(pack, lang),
    staff: one.staff ?? [],
    targets: one.targets ?? [],
    manual: one.manual ?? [],
    adjustments: one.adjustments ?? [],
    ...one.rules,
  };
  const rules = Object.entries(own).map(([kind, rows]) => ruleGrid(kind as RuleTabKind, rows ?? []));
  return [...rules, ...one.raw.map(({ tab, rows }) => ({ name: tab, rows: squared(rows) }))];
}

function squared(rows: readonly GridCell[][]): GridCell[][] {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<GridCell>(width - row.length).fill("")]);
}

/** The warnings of Scoring that a person has, by their item. */
export function warningsMet(issues: readonly Issue[], person: string): string[] {
  return issues
    .filter(({ code, values }) => code === "warning-met" && values?.person === person)
    .map(({ values }) => values?.item ?? "");
}
