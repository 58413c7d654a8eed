import { Exact } from "../../engine/exact";
import { columnLetters } from "../../engine/issue";
import { nameKey } from "../../engine/name";
import type { ItemResult, PayLine, PersonResult } from "../../engine/result";
import { type Lang, label } from "../../text/labels";
import { tabWord } from "../../text/tab-words";
import { amount } from "../amounts";
import { trendLines } from "../diagnosis";
import { actualFigure, attainmentFigure, figure, unitSuffix } from "../figures";
import { FORMATS, LOOKS } from "../looks";
import { nextTiers } from "../next-tier";
import { type PastPay, paidBefore } from "../past";
import { lineLabel } from "../pay-lines";
import { holdReasons } from "../reasons";
import { scoreNote } from "../scorecard";
import { slipWords } from "../slip-words";
import { live, number, shorten, text } from "../tab";
import type { MonthView } from "../view";
import { cutLabel, line, type PageRow, sentence } from "./page";

const SMALL = { ...LOOKS.text, size: 9 } as const;
const SMALL_MUTED = { ...LOOKS.muted, size: 9 } as const;
// Larger letters would make a row higher, and pages would not fit any more.
const TITLE = { ...LOOKS.title, size: 12 } as const;
const SECTION = { ...LOOKS.section, size: 11 } as const;
const BIG = { ...LOOKS.strong, size: 12 } as const;
const BIG_MONEY = { ...LOOKS.moneyStrong, size: 12 } as const;
/** With a gap behind, where a sentence follows. */
const MONEY_GAP = { ...LOOKS.money, format: FORMATS.moneyGap } as const;
const AMOUNT = 2;
const MOST_TIERS = 8;

/** A person's statement, with the place of the deductions that HR typed; null for who is held. */
export interface Statement {
  readonly rows: readonly PageRow[];
  /** Index from 0. */
  readonly deductionsAt: number | null;
}

/** What a page tells of everybody alike. */
export interface Frame {
  readonly title: string;
  readonly hint: string;
  /** Month, state, how far the data reach. */
  readonly state: string;
}

/**
 * One person's statement for a page that begins at a row of the tab: each line of pay with its
 * reason, the score, what changed, what the next tier takes. It shows nothing of any colleague but
 * averages with their head count. Who is held sees the reason and no amount.
 */
export function statementOf(
  person: PersonResult,
  view: MonthView,
  frame: Frame,
  firstRow: number,
): Statement {
  const { lang } = view;
  const rows: PageRow[] = [...headRows(person, frame, lang)];
  if (person.held) return { rows: [...rows, ...heldRows(person, lang)], deductionsAt: null };
  const pay = payRows(person, view, firstRow + rows.length);
  const deductionsAt = rows.length + pay.deductionsAt;
  rows.push(
    ...pay.rows,
    ...scoreRows(person, lang),
    ...changeRows(person, view),
    ...tierRows(person, view),
    ...footRows(lang),
  );
  return { rows, deductionsAt };
}

function headRows(person: PersonResult, { title, hint, state }: Frame, lang: Lang): PageRow[] {
  const who = [person.team, person.plan, person.grade].filter((part) => part !== "").join(" · ");
  const total = person.total;
  const sum = total
    ? [null, null, null, text(label("gross", lang), BIG), null, number(total.toNumber(), BIG_MONEY)]
    : [];
  return [
    [text(title, TITLE)],
    [text(hint, SMALL_MUTED)],
    [],
    [text(shorten(person.person, 60), BIG), ...sum],
    [text(shorten(who, 100), SMALL)],
    [text(state, SMALL_MUTED)],
  ];
}

function heading(words: string): PageRow[] {
  return [[], [text(words, SECTION)]];
}

function heldRows(person: PersonResult, lang: Lang): PageRow[] {
  return [
    [],
    [text(`✕ ${label("held", lang)}`, LOOKS.error)],
    ...sentence(tabWord("heldStatement", lang), SMALL),
    ...holdReasons(person, lang).flatMap((reason) =>
      sentence(`✕ ${reason}`, { ...LOOKS.errorText, size: 9 }),
    ),
  ];
}

function payRows(
  person: PersonResult,
  { result, lang }: MonthView,
  firstRow: number,
): { rows: PageRow[]; deductionsAt: number } {
  const lines = person.pay.flatMap((one) => payLine(one, result.facts.tabs, lang));
  const rows: PageRow[] = [
    ...heading(tabWord("payLines", lang)),
    [
      text(tabWord("payLine", lang), LOOKS.header),
      text(tabWord("amount", lang), LOOKS.headerRight),
      text(tabWord("because", lang), LOOKS.header),
      ...Array.from({ length: 4 }, () => text("", LOOKS.header)),
    ],
    ...lines,
  ];
  const total = person.total ?? Exact.ZERO;
  const deductionsAt = rows.length + 1;
  const cell = (offset: number) => `${columnLetters(AMOUNT)}${firstRow + offset}`;
  rows.push(
    totalRow(label("gross", lang), number(total.toNumber(), LOOKS.totalMoney)),
    [text(label("deductions", lang), LOOKS.text), { kind: "blank", value: "", style: LOOKS.money }],
    totalRow(label("net", lang), live(`=${cell(rows.length)}-${cell(deductionsAt)}`, LOOKS.totalMoney)),
  );
  return { rows, deductionsAt };
}

function totalRow(words: string, sum: NonNullable<PageRow[number]>): PageRow {
  return [text(words, LOOKS.total), sum, ...Array.from({ length: 5 }, () => text("", LOOKS.total))];
}

function payLine(one: PayLine, tabs: readonly string[], lang: Lang): PageRow[] {
  const name = text(cutLabel(lineLabel(one, lang)), LOOKS.text);
  return line(name, number(one.amount.toNumber(), MONEY_GAP), slipWords(one, tabs, lang), SMALL);
}

function scoreRows(person: PersonResult, lang: Lang): PageRow[] {
  if (person.items.length === 0 || person.score === null) return [];
  const right = (words: string) => text(words, LOOKS.headerRight);
  return [
    ...heading(tabWord("scoreTable", lang)),
    [
      text(label("item", lang), LOOKS.header),
      right(label("weight", lang)),
      right(label("target", lang)),
      right(label("actual", lang)),
      right(label("attainment", lang)),
      right(label("points", lang)),
      text("", LOOKS.header),
    ],
    ...person.items.map((item) => itemRow(item, lang)),
    [
      ...totalRow(label("score", lang), text("", LOOKS.total)).slice(0, 5),
      number(person.score.toNumber(), LOOKS.totalPoints),
      text("", LOOKS.total),
    ],
    ...sentence(scoreNote(person, lang).replace(/\n/g, lang === "zh" ? "；" : "; "), SMALL_MUTED),
  ];
}

function itemRow(item: ItemResult, lang: Lang): PageRow {
  const isGate = item.kind === "gate";
  const weight = item.weight.isInteger() ? { ...LOOKS.points, format: FORMATS.whole } : LOOKS.points;
  return [
    text(cutLabel(item.item + unitSuffix(item.unit, lang)), LOOKS.text),
    isGate ? null : number(item.weight.toNumber(), weight),
    item.target && figure(item.target, item.unit, lang),
    item.value || !isGate ? actualFigure(item, lang) : null,
    attainmentFigure(item),
    item.points && number(item.points.toNumber(), LOOKS.points),
    text(itemRemark(item, lang), SMALL_MUTED),
  ];
}

function itemRemark({ kind, met, missing, points }: ItemResult, lang: Lang): string {
  if (kind === "gate") return `${label("kind.gate", lang)} ${label(met ? "gateMet" : "gateNotMet", lang)}`;
  if (missing) return label(points ? "noData" : "leftOut", lang);
  return label(`kind.${kind}`, lang);
}

/** What changed since the last closed month: pay by line, the score, the metrics that moved. */
function changeRows(person: PersonResult, { result, lang, hr }: MonthView): PageRow[] {
  const before = paidBefore(hr?.past, person.person);
  const month = hr?.past[0]?.month;
  const pay = before && month !== undefined ? paySentences(person, before, lang) : [];
  const trend = result.diagnosis.of(person.person)?.trend ?? null;
  const moved = trend ? trendLines(trend, lang) : [];
  if (pay.length === 0 && moved.length === 0) return [];
  const since = month ?? trend?.changeSince ?? "";
  return [
    ...heading(tabWord("since", lang, { month: since })),
    ...pay.flatMap((words) => sentence(words, SMALL)),
    ...moved.flatMap((one) => sentence(one.text, { ...one.style, size: 9 })),
  ];
}

function paySentences(person: PersonResult, before: PastPay, lang: Lang): string[] {
  const now = new Map<string, { name: string; sum: Exact }>();
  for (const one of person.pay) {
    const key = nameKey(one.component);
    const known = now.get(key);
    now.set(key, {
      name: known?.name ?? lineLabel(one, lang),
      sum: (known?.sum ?? Exact.ZERO).plus(one.amount),
    });
  }
  for (const key of before.lines.keys()) if (!now.has(key)) now.set(key, { name: key, sum: Exact.ZERO });
  const changed = [...now].flatMap(([key, { name, sum }]) => {
    const was = before.lines.get(key) ?? Exact.ZERO;
    return was.equals(sum) ? [] : [tabWord("sinceLine", lang, changeValues(name, was, sum))];
  });
  const total = tabWord("sinceTotal", lang, changeValues("", before.total, person.total ?? Exact.ZERO));
  return [total, changed.join(lang === "zh" ? "；" : "; ")].filter((words) => words !== "");
}

function changeValues(name: string, before: Exact, now: Exact): Record<string, string> {
  const change = now.minus(before);
  const sign = change.sign() > 0 ? "+" : change.sign() < 0 ? "-" : "±";
  return {
    name,
    before: amount(before, "money"),
    now: amount(now, "money"),
    change: `${sign}${amount(change.abs(), "money")}`,
  };
}

function tierRows(person: PersonResult, { hr, lang }: MonthView): PageRow[] {
  const tiers = nextTiers(person, hr?.book.plans.get(nameKey(person.plan)), lang);
  if (tiers.length === 0) return [];
  return [
    ...heading(tabWord("next", lang)),
    ...tiers.slice(0, MOST_TIERS).flatMap((words) => sentence(words, SMALL)),
  ];
}

function footRows(lang: Lang): PageRow[] {
  return [
    [],
    ...sentence(tabWord("question", lang), SMALL_MUTED),
    [text(tabWord("myQuestion", lang), LOOKS.text)],
    [],
    [
      text(tabWord("signed", lang), LOOKS.text),
      null,
      null,
      null,
      text(tabWord("signedOn", lang), LOOKS.text),
    ],
  ];
}
