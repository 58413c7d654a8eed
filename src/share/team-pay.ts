import { Exact } from "../engine/exact";
import { nameKey } from "../engine/name";
import type { PayLine, PersonResult } from "../engine/result";
import { LOOKS, TAB_COLORS } from "../report/looks";
import { type Component, listComponents } from "../report/payroll";
import { stateLine } from "../report/reasons";
import { number, shorten, type TabCell, type TabDescription, TabRows, text, widthRuns } from "../report/tab";
import type { MonthView } from "../report/view";
import { fitWidth } from "../report/wrap";
import { shareWord } from "../text/share-words";
import type { Lang } from "../text/template";

const MONEY_WIDTH = 92;

/**
 * The pay of a team as values: a row a person, a column a component, the gross amount. No formulas,
 * no arithmetic in notes, none of HR's own columns.
 */
export function describeTeamPay({ result, checked, lang }: MonthView): TabDescription {
  const components = listComponents(result.people, lang);
  const has = (from: PayLine["from"]) =>
    result.people.some(({ pay }) => pay.some((line) => line.from === from));
  const more = (["correction", "adjustment"] as const).filter(has);
  const rows = new TabRows(4 + components.length + more.length + 2);
  const name = shareWord("pay", lang, { month: result.month.text });
  rows.add([text(name, LOOKS.title)]);
  rows.add([text(`${shareWord("unitYuan", lang)} · ${stateLine(result, checked, lang)}`, LOOKS.subtitle)]);
  rows.skip();
  rows.add([
    ...(["person", "team", "plan", "grade"] as const).map((key) => text(shareWord(key, lang), LOOKS.header)),
    text(shareWord("score", lang), LOOKS.headerRight),
    ...components.map(({ header }) => text(shorten(header), LOOKS.headerRight)),
    ...more.map((from) =>
      text(shareWord(from === "correction" ? "corrections" : "adjustments", lang), LOOKS.headerRight),
    ),
    text(shareWord("gross", lang), LOOKS.headerRight),
  ]);
  for (const person of result.people)
    rows.add([...identity(person), ...moneyOf(person, components, more, lang)]);
  if (result.people.some(isCut)) {
    rows.skip();
    rows.add([text(shareWord("cut", lang), LOOKS.muted)]);
  }
  return {
    name,
    stamps: [],
    kind: "payroll",
    rows: rows.rows,
    columnCount: rows.columnCount,
    widths: widthRuns(columnWidths(result.people, rows.columnCount)),
    frozenRows: 4,
    frozenColumns: 1,
    borders: [],
    conditional: [],
    owned: null,
    typedSums: [],
    kept: null,
    tabColor: TAB_COLORS.payroll,
  };
}

function columnWidths(people: readonly PersonResult[], columns: number): number[] {
  const fitted = (pick: (person: PersonResult) => string) => fitWidth(people.map(pick), 80, 180);
  const names = [
    fitted(({ person }) => person),
    fitted(({ team }) => team),
    fitted(({ plan }) => plan),
    fitted(({ grade }) => grade),
  ];
  return [...names, ...Array<number>(columns - names.length).fill(MONEY_WIDTH)];
}

function identity({ person, team, plan, grade, score }: PersonResult): (TabCell | null)[] {
  return [
    text(shorten(person), LOOKS.strongWrapped),
    text(shorten(team), LOOKS.wrapped),
    text(shorten(plan), LOOKS.wrapped),
    text(shorten(grade), LOOKS.wrapped),
    score ? number(score.toNumber(), LOOKS.points) : null,
  ];
}

function moneyOf(
  { held, pay, total, issues }: PersonResult,
  components: readonly Component[],
  more: readonly PayLine["from"][],
  lang: Lang,
): (TabCell | null)[] {
  if (held) return [text(shareWord("held", lang), LOOKS.error)];
  // Part of the month belongs to another reader.
  if (issues.some(({ code }) => code === "share.elsewhere"))
    return [text(shareWord("elsewhere", lang), LOOKS.muted)];
  const own = components.map(({ key }) =>
    sumOf(pay.filter((line) => line.from === "plan" && nameKey(line.component) === key)),
  );
  const others = more.map((from) => sumOf(pay.filter((line) => line.from === from)));
  const gross = isCut({ issues }) ? text("–", LOOKS.mutedRight) : null;
  return [...own, ...others, total ? number(total.toNumber(), LOOKS.moneyStrong) : gross];
}

/** Whether a correction of another manager's month is left out, and the gross amount with it. */
function isCut({ issues }: Pick<PersonResult, "issues">): boolean {
  return issues.some(({ code }) => code === "share.correction-elsewhere");
}

/** Null where there is no such line: a component outside a plan is blank, not 0. */
function sumOf(lines: readonly PayLine[]): TabCell | null {
  if (lines.length === 0) return null;
  return number(Exact.sum(lines.map(({ amount }) => amount)).toNumber(), LOOKS.money);
}
