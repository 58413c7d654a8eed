/** The file that a reader gets, as plain data. It is made of a month that was restricted before. */
import { outputName } from "../report/names";
import { listComponents } from "../report/payroll";
import { describeScorecard } from "../report/scorecard";
import type { TabDescription } from "../report/tab";
import type { MonthView } from "../report/view";
import { shareWord } from "../text/share-words";
import { describeDashboard } from "./dashboard";
import type { PlannedShare } from "./plan";
import { type Allowed, restrictTo } from "./restrict";
import { describeTeamPay } from "./team-pay";

/** A whole file. */
export interface SharedFile {
  /** The file's name in Drive; it stays the same from month to month. */
  readonly title: string;
  /** Like `zh_CN`. */
  readonly locale: string;
  readonly timeZone: string;
  readonly tabs: readonly TabDescription[];
}

/** A month computed with pay and without: the one without cannot depend on pay. */
export interface SharedViews {
  readonly withPay: MonthView;
  readonly withoutPay: MonthView;
}

/** What a workbook gives a file besides its content. */
export interface FileSetting {
  readonly locale: string;
  readonly timeZone: string;
}

/** The names of the tabs of a file, as HR's preview and the tab `Shares` list them. */
export function tabNames({ result, lang }: MonthView, { pay }: Allowed): string[] {
  const month = result.month.text;
  const names = [outputName("scorecard", month, lang), shareWord("dashboard", lang, { month })];
  return pay ? [...names, shareWord("pay", lang, { month })] : names;
}

/** What a file tells of each person: the score, its items, and with the tick the components of pay. */
export function columnNames({ withPay }: SharedViews, allowed: Allowed): string[] {
  const { result, lang } = restrictTo(withPay, allowed);
  const items = result.people.flatMap((person) => person.items.map(({ item }) => item));
  const paid = listComponents(result.people, lang).map(({ header }) => header);
  const pay = allowed.pay ? [...paid, shareWord("gross", lang)] : [];
  return [...new Set([shareWord("score", lang), ...items, ...pay])];
}

/** The file of a planned share. Whatever is not the reader's is taken away first, then it is described. */
export function describeShare(
  views: SharedViews,
  share: Pick<PlannedShare, "reader" | "holds" | "allowed">,
  { locale, timeZone }: FileSetting,
): SharedFile {
  const { reader, holds, allowed } = share;
  const view = restrictTo(allowed.pay ? views.withPay : views.withoutPay, allowed);
  const title = shareWord(holds === "team" ? "teamTitle" : "ownTitle", view.lang, { reader });
  const tabs = [describeScorecard(view), describeDashboard(view)];
  if (allowed.pay) tabs.push(describeTeamPay(view));
  return { title, locale, timeZone, tabs };
}
