/** What every request looks at: the workbook's tabs, the rule tabs among them, and a month. */
import { type ClosingMonth, computeClosing } from "../closing";
import type { Month } from "../engine/calendar";
import { parseMonth } from "../engine/calendar";
import type { Grid } from "../engine/grid";
import { latestMonth, type PreparedMonth } from "../month";
import type { MonthView } from "../report/view";
import type { Told } from "../text/message";
import { renderIssue } from "../text/render";
import type { Lang } from "../text/template";
import type { Refusal } from "./contract";
import { type OpenRules, openRules } from "./open";

/** A workbook on one month. What costs time is computed when it is asked for, once. */
export class Desk {
  readonly rules: OpenRules;
  private closingOnce: ClosingMonth | undefined;

  constructor(
    readonly grids: readonly Grid[],
    readonly month: Month,
    /** The language of the person at the screen, in which answers are. */
    readonly lang: Lang,
  ) {
    this.rules = openRules(grids);
  }

  /** The month with its standing and the corrections of the months before it. */
  get closing(): ClosingMonth {
    this.closingOnce ??= computeClosing(this.grids, this.month, this.lang);
    return this.closingOnce;
  }

  /** The rules of the month and its data. */
  get prepared(): PreparedMonth {
    return this.closing.prepared;
  }

  /** The month as the saved rules compute it. */
  get view(): MonthView {
    return this.closing.view;
  }
}

/** The desk for a month as typed; blank is the offered month. */
export function openDesk(grids: readonly Grid[], typed: string, lang: Lang): Desk | Refusal {
  const month = typed === "" ? latestMonth(grids) : parseMonth(typed);
  if (month) return new Desk(grids, month, lang);
  return typed === ""
    ? refusal({ code: "run.no-month" }, lang, "month")
    : refusal({ code: "run.bad-month", found: typed }, lang, "month");
}

/** A message as the answer to a request that was not carried out. */
export function refusal(told: Told, lang: Lang, field?: string): Refusal {
  const answer = { error: renderIssue(told, lang), code: told.code };
  return field === undefined ? answer : { ...answer, field };
}

/** Whether an answer is a refusal. */
export function isRefusal(answer: object): answer is Refusal {
  return "error" in answer;
}
