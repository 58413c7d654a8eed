/** Proposes rows of Sources for a pasted tab that nothing recognised. */
import type { Grid } from "../engine/grid";
import { columnLetters } from "../engine/issue";
import { FieldDictionary } from "../ingest/fields";
import { proposeSources as propose } from "../ingest/propose";
import { MEASURES } from "../rules/catalogue";
import { cellText } from "../rules/row";
import type { ProposeAnswer } from "./contract";
import type { Desk } from "./desk";
import { KNOWN_FIGURES } from "./figures";

const FIRST_ROWS = 10;

/** The columns of a tab with what each may become, and the rows that say so. `chosenHeader` counts from 1. */
export function proposeSources(desk: Desk, grid: Grid, chosenHeader: number | null): ProposeAnswer {
  const { book, rawGrids } = desk.prepared.rules;
  const proposal = propose({
    grid,
    tabIndex: Math.max(0, rawGrids.indexOf(grid)),
    roster: book.roster,
    dictionary: FieldDictionary.of(MEASURES),
    month: desk.month,
    ...(chosenHeader ? { headerRow: chosenHeader } : {}),
  });
  return {
    ok: true,
    tab: grid.name,
    headerRow: proposal?.headerRow ?? 0,
    firstRows: grid.rows.slice(0, FIRST_ROWS).map((row) => row.map(cellText)),
    columns: (proposal?.columns ?? []).map(({ column, isMoney, ...told }) => ({
      ...told,
      letters: columnLetters(column),
      money: isMoney,
    })),
    rows: proposal?.rows ?? [],
    known: KNOWN_FIGURES,
    read: proposal?.read ?? 0,
    of: proposal?.of ?? 0,
  };
}
