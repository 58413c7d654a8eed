import { isoOfDay } from "../../engine/calendar";
import { label } from "../../text/labels";
import { tabWord } from "../../text/tab-words";
import { LOOKS, TAB_COLORS } from "../looks";
import { outputName, outputStamps } from "../names";
import { latestDay } from "../reasons";
import { shorten, type TabDescription, TabRows, type TypedSum, text, widthRuns } from "../tab";
import type { MonthView } from "../view";
import { PAGE_ROWS, ROW_PIXELS, WIDTHS } from "./page";
import { type Frame, statementOf } from "./statement";

/** The Statements tab: an A4 page a person, or whole pages where one does not hold everything. */
export function describeStatements(view: MonthView): TabDescription {
  const { result, lang } = view;
  const month = result.month.text;
  const name = outputName("statements", month, lang);
  const rows = new TabRows(WIDTHS.length);
  const frame = frameOf(view, name);
  const typedSums: TypedSum[] = [];
  for (const person of result.people) {
    const first = rows.next;
    const { rows: page, deductionsAt } = statementOf(person, view, frame, first);
    for (const cells of page) rows.add(cells);
    if (deductionsAt !== null)
      typedSums.push({ row: first + deductionsAt, column: 2, person: shorten(person.person) });
    while ((rows.next - 1) % PAGE_ROWS !== 0) rows.skip();
  }
  if (result.people.length === 0) rows.add([text(name, LOOKS.title)]);
  return {
    name,
    stamps: outputStamps("statements", month),
    kind: "statements",
    rows: rows.rows,
    columnCount: WIDTHS.length,
    widths: widthRuns(WIDTHS),
    frozenRows: 0,
    frozenColumns: 0,
    borders: [],
    conditional: [],
    owned: null,
    typedSums,
    kept: null,
    tabColor: TAB_COLORS.statements,
    rowHeights: { count: rows.rows.length, height: ROW_PIXELS },
    hidesGridlines: true,
  };
}

function frameOf({ result, checked, lang }: MonthView, title: string): Frame {
  const last = latestDay(result, checked);
  const parts = [result.month.text, label(result.state, lang)];
  if (last !== null) parts.push(label("dataAsOf", lang, { d: isoOfDay(last) }));
  return {
    title,
    hint: tabWord("statementHint", lang),
    state: `${parts.join(" · ")} · ${label("unitYuan", lang)}`,
  };
}
