import type { Exact } from "../exact";

/** Why a formula cannot give a value: an issue's code and the values of its message. */
export interface Problem {
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
  /** Set where the cause has an issue (and place) of its own: it is shown instead of this one. */
  readonly issue?: import("../issue").Issue;
}

/** No data: a blank, a missing figure or an empty denominator. Never 0. */
export class Nothing {
  /** @param names what has no data, for the message: metrics, measures or manual scores. */
  constructor(readonly names: readonly string[]) {}
}

/** An error that holds whoever needs the value. */
export class Failure {
  constructor(readonly problems: readonly Problem[]) {}
}

/** What a formula or a part of it gives. */
export type Value = Exact | string | boolean | Nothing | Failure;

/** A failure with one problem. */
export function failure(code: string, values: Readonly<Record<string, string>> = {}): Failure {
  return new Failure([{ code, values }]);
}
