/** Corrections of closed months in words: what changed, what is open, how much of it a month takes back, and why. */
import { Exact } from "../engine/exact";
import type { CorrectedLine, LateCause, RecoveryLimit, SettledPart } from "../engine/result";
import { amount, percent } from "./amounts";
import { callName, measuredText, nameOf } from "./explain-names";
import { type InputLine, placeText, type Setting, say } from "./explain-setting";

function money(value: Exact): string {
  return amount(value, "money");
}

/**
 * A closed month's line before and after its late data; where not all of it is taken back at once, what is open, the
 * limit in numbers, and what waits for a later month. `posted` is the amount of the line.
 */
export function correctionWords(line: CorrectedLine, posted: Exact, setting: Setting): string {
  const { origin, label, was, now, carried, limited } = line;
  const values = { month: origin, line: label[setting.lang], was: money(was), now: money(now) };
  const settled = Exact.sum(line.earlier.map((one) => one.amount));
  const changed = settled.isZero()
    ? say(setting, "corrected", values)
    : wordsOfAnother(line, settled, values, setting);
  const done = (line.settled ?? []).map((one) => settledText(one, setting)).join("");
  if (carried.isZero()) return changed + done;
  const open = money(posted.plus(carried));
  const most = limited
    ? say(setting, "limited", { open, posted: money(posted), sum: limitSum(limited, setting) })
    : "";
  return `${changed}${done}${most}${say(setting, "carried", { amount: money(carried.abs()) })}`;
}

/** What HR settled of it by hand, or does not take back, with reason, author and date. */
function settledText({ kind, amount: part, reason, by, on }: SettledPart, setting: Setting): string {
  return say(setting, kind, { amount: money(part), reason, by, on });
}

/** `5% × 2,880.39 = 144.01`, with what is set off and what other lines have taken of it. */
export function limitSum(limited: RecoveryLimit, setting: Setting): string {
  const { owed, before } = limited;
  const terms = [
    ...(owed.isZero() ? [] : [`${say(setting, "setOff", { amount: money(owed) })} + `]),
    shareText(limited),
    ...(before.isZero() ? [] : [` − ${say(setting, "takenBefore", { amount: money(before) })}`]),
  ].join("");
  const most = owed.plus(shareOf(limited).round(Exact.CENT, "down")).minus(before);
  return terms === money(most) ? terms : `${terms} = ${money(most)}`;
}

function shareText({ limit, pay }: RecoveryLimit): string {
  return limit ? `${percent(limit)} × ${money(pay)}` : money(pay);
}

/** The share of the pay before it is cut down to the cent; 0 where there is no pay. */
export function shareOf({ limit, pay }: RecoveryLimit): Exact {
  return pay.sign() > 0 ? pay.times(limit ?? Exact.ONE) : Exact.ZERO;
}

/**
 * A line for which months before posted something: either more came late, or what they posted does not hold any
 * more, because the late data is gone or the closed month was approved anew with it. The amounts add up.
 */
function wordsOfAnother(
  line: CorrectedLine,
  settled: Exact,
  values: Readonly<Record<string, string>>,
  setting: Setting,
): string {
  const { was, now, earlier } = line;
  const returned = say(setting, settled.sign() < 0 ? "givenBack" : "takenBack");
  const posted = earlier
    .map((one) => say(setting, "postedIn", { month: one.month, amount: money(one.amount) }))
    .join(setting.lang === "zh" ? "、" : ", ");
  const before = earlier.find((one) => one.was && !one.was.equals(was))?.was;
  const all = { ...values, returned, posted, sum: openSum(line), first: before ? money(before) : "" };
  if (before) return say(setting, now.equals(was) ? "reopenedWith" : "reopenedSince", all);
  return say(setting, now.equals(was) ? "undone" : "correctedMore", all);
}

/** What is open: `102.96 − 210.60 = -107.64`, and what months before have posted and HR has settled. */
export function openSum({ was, now, earlier, settled = [] }: CorrectedLine): string {
  const posted = [...earlier, ...settled].map((one) => one.amount);
  const open = now.minus(was).minus(Exact.sum(posted));
  return `${money(now)}${[was, ...posted].map(taken).join("")} = ${money(open)}`;
}

/** An amount as a term that is taken away. */
function taken(term: Exact): string {
  return ` ${term.sign() < 0 ? "+" : "−"} ${money(term.abs())}`;
}

/** `Refunds: 0.00 → 45,000.00`: a figure then and now. */
export function causeText({ figure, unit, was, now }: LateCause, { lang, ...rest }: Setting): string {
  const shown = (value: Exact | null) => (value ? measuredText(value, unit, lang) : "–");
  const name = figure.kind === "name" ? nameOf(figure, lang) : callName(figure, lang);
  return say({ ...rest, lang }, "changedFrom", { name, was: shown(was), now: shown(now) });
}

/** What changed behind a line: the person's own figures stay on paper, cells and values of the team do not. */
function causeLine(cause: LateCause, setting: Setting): InputLine {
  const text = causeText(cause, setting);
  const [first] = cause.cells;
  const more = cause.cells.length - 1 + cause.more;
  const where = first && { first: placeText(first), more: String(more) };
  const place = where
    ? ` ${say(setting, "at", { place: say(setting, more > 0 ? "cells" : "cell", where) })}`
    : "";
  return { text: text + place, onPaper: cause.figure.kind === "name" ? text : null };
}

/** The lines below a correction: each figure that changed. */
export function causeLines({ causes = [] }: CorrectedLine, setting: Setting): InputLine[] {
  return causes.map((cause) => causeLine(cause, setting));
}
