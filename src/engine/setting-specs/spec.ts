import type { Exact } from "../exact";

/**
 * One setting as the Settings tab knows it: how it is written, and what it does to the values of its
 * part of the settings.
 */
export interface SettingSpecOf<Values, Key extends string> {
  readonly key: Key;
  /** Chinese key, accepted like the English one. */
  readonly zh: string;
  readonly standard: string;
  /** Allowed values; `number` stands for any number from 0 on, `text` for any text. */
  readonly allowed: readonly string[];
  /** Largest number, where there is one. */
  readonly most?: Exact;
  readonly help: { readonly en: string; readonly zh: string };
  /** `value` is an allowed word in lower case, or the text as typed where `text` is allowed. */
  readonly apply: (settings: Values, value: string, number: Exact | null) => Values;
}
