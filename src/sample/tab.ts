/** A cell of a pasted tab: a value, or a date `2026-10-03` or time `2026-10-03T09:05:00` to be written as such. */
export type SampleCell = string | number | boolean | { readonly date: string };

/** A pasted tab of the sample. `text` lists the columns (0 first) whose cells must stay text. */
export interface SampleTab {
  readonly name: string;
  readonly rows: readonly (readonly SampleCell[])[];
  readonly text?: readonly number[];
}
