/** Adds rows to the Sources tab. */
import { figureNamed, usableName } from "../engine/figure-name";
import { isUsableName } from "../engine/formula/parse";
import type { Grid } from "../engine/grid";
import { commitEdits } from "../sheets/edits";
import { answerWord } from "../text/answers";
import type { Lang } from "../text/template";
import { type CellEdit, textCell } from "./cells";
import type { Refusal, SavedAnswer, SourceRowModel } from "./contract";
import { refusal } from "./desk";
import { lastFilledRow } from "./edit";
import { KNOWN_FIGURES } from "./figures";
import { fingerprintRules } from "./fingerprint";
import { openRules } from "./open";
import { refusalOf, type SaveTools, sameRules, undoOf, writesOf } from "./save";

const MOST_ROWS = 100;

/**
 * Writes mapping rows below the last row of Sources. A label or a header of a known figure is written as its
 * name; a name that formulas cannot use is refused, for nobody could be paid by it.
 */
export function saveMapping(
  grids: readonly Grid[],
  rows: readonly SourceRowModel[],
  lang: Lang,
  { services, readAgain }: SaveTools,
): SavedAnswer | Refusal {
  const rules = openRules(grids);
  const tab = rules.tabs.get("sources");
  const wanted = rows
    .filter(({ measure, tab: name }) => measure !== "" && name !== "")
    .slice(0, MOST_ROWS)
    .map((row) => ({ ...row, measure: figureNamed(row.measure, KNOWN_FIGURES) }));
  if (wanted.length === 0) return refusal({ code: "save.no-rows" }, lang, "rows");
  if (!tab) return refusal({ code: "save.no-tab", values: { tab: "Sources", tabZh: "数据源" } }, lang);
  const bad = wanted.find(({ measure }) => !isUsableName(measure));
  if (bad) {
    const values = { name: bad.measure, better: usableName(bad.measure) };
    return refusal({ code: "save.bad-figure", values }, lang, "rows");
  }
  const filled = lastFilledRow(tab);
  const edits = wanted.flatMap((row, index) =>
    Object.entries(row).flatMap(([key, text]): CellEdit[] => {
      const column = tab.columns.get(key);
      if (column === undefined || text === "") return [];
      return [
        {
          kind: "sources",
          tab: tab.grid.name,
          row: filled + index + 1,
          column: column + 1,
          cell: textCell(text),
        },
      ];
    }),
  );
  const planned = fingerprintRules(rules);
  const writes = writesOf(edits);
  const outcome = commitEdits(services, writes, () =>
    sameRules(planned, fingerprintRules(openRules(readAgain()))),
  );
  if (outcome.kind !== "done") return refusalOf(outcome, lang) ?? refusal({ code: "run.busy" }, lang);
  const fingerprints = fingerprintRules(openRules(readAgain()));
  return {
    ok: true,
    message: answerWord("saved", lang, { tabs: tab.grid.name }),
    written: writes.map(({ tab: name, cells }) => ({ tab: name, cells: cells.length })),
    model: null,
    fingerprints,
    undo: undoOf(services, edits, outcome.before, fingerprints),
  };
}
