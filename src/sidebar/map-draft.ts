import type { ProposeAnswer, ProposedColumn, SourceRowModel } from "../api/contract";
import { figureNamed, isLikeCell } from "../engine/figure-name";
import { NAME } from "../engine/formula/write";

/** A measure that a column becomes, while somebody maps a table. */
export interface MappedMeasure {
  readonly key: string;
  /** Column letters; blank until one is chosen. */
  readonly letters: string;
  readonly measure: string;
  readonly how: string;
  /** A guess that nobody has confirmed yet. */
  readonly guessed: boolean;
  readonly money: boolean;
  readonly ignored: boolean;
}

/** What a table becomes: who, when, and which measures. */
export interface MapDraft {
  readonly person: string;
  readonly date: string;
  readonly measures: readonly MappedMeasure[];
}

/** The mapping as proposed. Columns without a use are not in it. */
export function startMap({ columns }: ProposeAnswer): MapDraft {
  const lettersOf = (role: ProposedColumn["role"]) =>
    columns.find((each) => each.role === role)?.letters ?? "";
  return {
    person: lettersOf("person"),
    date: lettersOf("date"),
    measures: columns
      .filter(({ role }) => role === "measure")
      .map(({ letters, measure, how, certainty, money }) => ({
        key: letters,
        letters,
        measure,
        how,
        guessed: certainty === "guess",
        money,
        ignored: false,
      })),
  };
}

/** Changes one measure. Choosing or typing anything in it confirms the guess. */
export function changeMeasure(
  draft: MapDraft,
  key: string,
  change: Partial<Pick<MappedMeasure, "letters" | "measure" | "how" | "ignored">>,
): MapDraft {
  const measures = draft.measures.map((each) =>
    each.key === key ? { ...each, ...change, guessed: false } : each,
  );
  return { ...draft, measures };
}

/** Takes a guess as it is. */
export function confirmMeasure(draft: MapDraft, key: string): MapDraft {
  return changeMeasure(draft, key, {});
}

/** Adds a measure from a column that was left out. */
export function addMeasure(draft: MapDraft, { letters, header, money }: ProposedColumn): MapDraft {
  const measure: MappedMeasure = {
    key: letters,
    letters,
    measure: header,
    how: "sum",
    guessed: false,
    money,
    ignored: false,
  };
  return { ...draft, measures: [...draft.measures.filter(({ key }) => key !== letters), measure] };
}

/** Why a mapping cannot be saved yet; null where it can. */
export type MapGap = "person" | "measure" | "column" | "name" | "badName" | "guess";

/** Figures that a column may become. */
export type Known = ProposeAnswer["known"];

/** The figure that a text names: a known one by name, label or header, else a name of one's own. */
export function becomes(text: string, known: Known): { name: string; figure: Known[number] | null } {
  const name = figureNamed(text, known);
  return { name, figure: known.find((each) => each.name === name) ?? null };
}

/** Whether formulas can use a name. */
export function isUsable(name: string): boolean {
  return NAME.test(name) && !isLikeCell(name);
}

/**
 * The first gap: no person column, no measure, a measure without column or name, a name that formulas cannot
 * use, an open guess on money.
 */
export function gapOf({ person, measures }: MapDraft, known: Known): MapGap | null {
  const used = measures.filter(({ ignored }) => !ignored);
  if (person === "") return "person";
  if (used.length === 0) return "measure";
  if (used.some(({ letters }) => letters === "")) return "column";
  if (used.some(({ measure }) => measure.trim() === "")) return "name";
  if (used.some(({ measure }) => !isUsable(becomes(measure, known).name))) return "badName";
  return used.some(({ guessed, money }) => guessed && money) ? "guess" : null;
}

/** The rows for Sources. What the proposal knows besides (weight column, condition) stays with its column. */
export function rowsOfMap(draft: MapDraft, proposal: ProposeAnswer): SourceRowModel[] {
  const headerOf = (letters: string) =>
    proposal.columns.find((each) => each.letters === letters)?.header || letters;
  const source = proposal.rows[0]?.source ?? proposal.tab;
  return draft.measures
    .filter(({ ignored }) => !ignored)
    .map(({ letters, measure, how }) => {
      const column = headerOf(letters);
      const { name } = becomes(measure, proposal.known);
      const proposed = proposal.rows.find((row) => row.column === column && row.measure === name);
      return {
        source,
        tab: proposal.tab,
        personColumn: headerOf(draft.person),
        dateColumn: draft.date === "" ? "" : headerOf(draft.date),
        measure: name,
        how,
        column,
        weightColumn: proposed?.weightColumn ?? "",
        where: proposed?.where ?? "",
      };
    });
}

/** Letters of the column of a cell in A1 notation; blank for a whole row. */
export function lettersOf(cell: string): string {
  return /^[A-Z]+/.exec(cell)?.[0] ?? "";
}
