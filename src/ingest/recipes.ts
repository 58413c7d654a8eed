import type { SecondsForm } from "../engine/cell";

/** A column that is read, and how its cells are understood. */
export interface Input {
  readonly column: number;
  readonly as: "number" | "seconds" | "rate";
  readonly form: SecondsForm;
  /** A plain number counts so many (万元). */
  readonly factor: number;
  /** The header says `%`. */
  readonly isPercent: boolean;
  /** An amount, which refunds may turn below zero; counts, days and rates are never below it. */
  readonly isMoney: boolean;
}

/** How a measure comes from the inputs, which are named by their index. */
export type Recipe =
  | { readonly kind: "direct"; readonly input: number }
  /** value × weight, where both are there. */
  | { readonly kind: "product"; readonly value: number; readonly weight: number }
  /** The weight, where the value is there. */
  | { readonly kind: "weight"; readonly value: number; readonly weight: number }
  /** Below zero only for amounts: of counts, one of the two is wrong. */
  | { readonly kind: "difference"; readonly from: number; readonly less: number }
  | { readonly kind: "total"; readonly inputs: readonly number[] };

/** A measure that a table gives. */
export interface Output {
  readonly measure: string;
  readonly recipe: Recipe;
  /** Recomputed from a rate or an average (DESIGN 5.4). */
  readonly derived: boolean;
  /** The column to name in messages, counted from 0. */
  readonly column: number;
}

/** A needed header that stands over two columns. */
export interface AmbiguousColumn {
  readonly measure: string;
  readonly columns: readonly [number, number];
}

/** A column that a measure needs and that cannot be used, with the code of the reason. */
export interface UnusableColumn {
  readonly measure: string;
  readonly column: number;
  readonly code: "column-in-hours";
}

/** A column that shows a metric of the catalogue ready made. */
export interface ShownRate {
  readonly metric: string;
  readonly input: Input;
}
