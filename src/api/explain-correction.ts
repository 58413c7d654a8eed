/** The steps of a correction: the figures that changed, the closed month's own line, the limit and the arithmetic. */
import { Exact } from "../engine/exact";
import type { Grid } from "../engine/grid";
import { nameKey } from "../engine/name";
import type { CorrectedLine, PayLine, PersonResult } from "../engine/result";
import { amount, percent } from "../report/amounts";
import { causeText, limitSum, openSum, shareOf } from "../report/explain-correction";
import { answerWord } from "../text/answers";
import { explainWord } from "../text/explain-words";
import { fillTemplate, type Lang } from "../text/labels";
import type { ExplainPart } from "./contract";
import type { Desk } from "./desk";
import { links } from "./explain-steps";
import { cellOfLine } from "./figure-cells";
import { linkOf } from "./open";

/** What a figure's corrections add to the steps "data" and "rule". */
export interface CorrectionSteps {
  readonly data: readonly ExplainPart[];
  readonly rule: readonly ExplainPart[];
}

/** The steps of a figure without corrections. */
export const NO_STEPS: CorrectionSteps = { data: [], rule: [] };

/** The steps of the corrections among some lines of a person. `tabsOf`: Payroll and Scorecard of a month. */
export function correctionSteps(
  { person, lines }: { readonly person: PersonResult; readonly lines: readonly PayLine[] },
  desk: Desk,
  tabsOf: (month: string) => readonly Grid[],
): CorrectionSteps {
  const corrections = lines.flatMap(({ correction }) => correction ?? []);
  return {
    data: corrections.flatMap((one) => [
      originPart(one, person, desk.lang, tabsOf),
      ...causeParts(one, desk.lang),
    ]),
    rule: corrections.flatMap((one) => ruleParts(one, desk)),
  };
}

/** What the closed month paid, with the way to its own line. */
function originPart(
  { origin, label, was }: CorrectedLine,
  { person }: PersonResult,
  lang: Lang,
  tabsOf: (month: string) => readonly Grid[],
): ExplainPart {
  const line = label[lang];
  const text = answerWord("asPaid", lang, { month: origin, line, amount: amount(was, "money") });
  const next = cellOfLine(tabsOf(origin), person, label);
  return { text, ...links([]), ...(next ? { next } : {}) };
}

/** Each figure that changed, with the cells of today's rows. */
function causeParts({ causes = [] }: CorrectedLine, lang: Lang): ExplainPart[] {
  return causes.map((cause) => ({
    text: causeText(cause, { tabs: [], lang }),
    ...links(cause.cells, cause.more),
  }));
}

/** The rules that stay those of the closed month, and the limit of this one where it holds. */
function ruleParts({ origin, limited }: CorrectedLine, desk: Desk): ExplainPart[] {
  const { lang } = desk;
  const own = { text: answerWord("ownRules", lang, { month: origin }), ...links([]) };
  if (!limited) return [own];
  const limit = limited.limit ? percent(limited.limit) : answerWord("noLimit", lang);
  return [own, { text: answerWord("recoveryLimit", lang, { limit }), ...limitLinks(desk) }];
}

/** The row of the limit on Settings; none where the default holds. */
function limitLinks({ rules }: Desk): Pick<ExplainPart, "links" | "more"> {
  const row = rules
    .rows("settings")
    .find((one) =>
      ["recovery_limit", "追回上限"].includes(nameKey(one.text("setting")).replace(/[\s-]+/g, "_")),
    );
  return { links: row ? [linkOf(row, "value")] : [], more: 0 };
}

/** What is open, the most that may be taken back, and what is carried. */
export function correctionSum(line: CorrectedLine, posted: Exact, lang: Lang): string {
  const { carried, limited } = line;
  const setting = { tabs: [], lang };
  const rest = `${money(posted.plus(carried))} + ${money(posted.abs())} = ${money(carried)}`;
  const parts = [openSum(line), ...(limited ? [limitSum(limited, setting), rest] : [])];
  return parts.join(explainWord("semicolon", lang));
}

/** The share of the pay is cut down to the cent; nothing else is rounded. */
export function correctionRound({ limited }: CorrectedLine, lang: Lang): string {
  const share = limited ? shareOf(limited) : Exact.ZERO;
  const cut = share.round(Exact.CENT, "down");
  if (cut.equals(share)) return answerWord("noRounding", lang);
  const rule = answerWord("roundHow", lang, {
    how: answerWord("round.down", lang),
    step: Exact.CENT.toText(),
  });
  const moved = answerWord("roundedTo", lang, { before: share.toText(6), after: cut.toFixed(2) });
  return fillTemplate(explainWord("is", lang), { name: rule, value: moved });
}

function money(value: Exact): string {
  return amount(value, "money");
}
