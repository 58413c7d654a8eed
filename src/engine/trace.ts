import type { Exact } from "./exact";
import type { PackedCell } from "./facts";
import type { Value } from "./formula/value";
import type { Place } from "./issue";
import type { Label, Unit } from "./plan";

/** One rule row that decided a number, for example the band that a value reached. */
export interface RuleHit {
  readonly table: string;
  /** The row's place on its tab; null in custom functions, where rules are passed as a range. */
  readonly place: Place | null;
  readonly when: string;
  /** Null for the "otherwise" row. */
  readonly threshold: Exact | null;
  /** Every threshold of the table: what the value was compared with, for those who show it. */
  readonly edges: readonly Exact[];
  readonly result: Exact | string;
}

/** Where a value of a name comes from. */
export interface Origin {
  /** Cells that were read, in order; long lists are whole, the words shorten them. */
  readonly cells?: readonly PackedCell[];
  /** Cell of a rule tab: a target, a manual score, an adjustment. */
  readonly place?: Place;
  /** The metric's own arithmetic. */
  readonly formula?: Trace;
  /** People of a team value, with the share of the month that each counts. */
  readonly members?: readonly { readonly person: string; readonly weight: Exact }[];
  /** The members with what each of them brings in; made when it is asked for. For HR's eyes only. */
  readonly each?: () => readonly MemberTrace[];
}

/** What one member brings into a team value. */
export interface MemberTrace {
  readonly person: string;
  readonly weight: Exact;
  readonly trace: Trace;
}

/** What a function of the field is asked for: the formula's text and, of a name, its label. */
export interface Asked {
  readonly text: string;
  readonly label?: Label;
}

/**
 * How a formula came to its value, as data: the same tree as the formula, each node with its
 * value. `report/explain.ts` writes the words, when somebody looks.
 */
export type Trace =
  | { readonly kind: "literal"; readonly text: string; readonly value: Value }
  | {
      readonly kind: "name";
      readonly name: string;
      /** What people call it; absent where only its name is known. */
      readonly label?: Label;
      /** The value is the target of the metric and not its actual. */
      readonly isTarget?: true;
      readonly unit: Unit | null;
      readonly value: Value;
      readonly origin: Origin;
    }
  | {
      readonly kind: "operator";
      readonly operator: string;
      readonly operands: readonly Trace[];
      readonly value: Value;
    }
  | {
      readonly kind: "call";
      readonly name: string;
      /** Of TARGET, ATTAINMENT, PREVIOUS, TEAM. and SHOP. functions. */
      readonly asked?: Asked;
      /** Only the branch taken, for IF and IFS. */
      readonly operands: readonly Trace[];
      readonly value: Value;
      readonly unit: Unit | null;
      readonly origin: Origin;
      readonly hits: readonly RuleHit[];
    };
