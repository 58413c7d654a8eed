/** The menu's dialogs for the quarterly grade review: the quarter, and the moves that HR accepted. */

import { isRefusal } from "./api/desk";
import { readAll } from "./api/requests";
import {
  acceptedMoves,
  addStaffRows,
  answerOf,
  type OpenLine,
  type OpenReview,
  openReview,
  quarterFor,
  writeReview,
} from "./api/review";
import { askText, askYesNo, say, showToast, showWords } from "./dialogs";
import { isoOfDay } from "./engine/calendar";
import { userLang } from "./menu";
import { latestQuarter } from "./quarter-review";
import { amount } from "./report/amounts";
import { isMove, payAfter } from "./report/grade-review";
import type { Services } from "./sheets/surface";
import { reviewWord } from "./text/review-words";
import type { Lang } from "./text/template";

/** So many moves are written out in the question; the rest is counted. */
const MOST_LISTED = 25;

/**
 * Asks for the quarter and writes its tab. Where HR has accepted moves there that Staff does not have yet, it
 * asks once more, with the list, and adds them. Returns JSON text.
 */
export function askAndReview(services: Services): string {
  const lang = userLang(services);
  const grids = readAll(services);
  const offered = latestQuarter(grids);
  const question = offered
    ? reviewWord("askQuarter", lang, { quarter: offered.text })
    : reviewWord("askQuarterBare", lang);
  const typed = askText(services, lang, question);
  if (typed === null) return JSON.stringify({ ok: false });
  const quarter = quarterFor(grids, typed, lang);
  if (isRefusal(quarter)) return say(services, lang, quarter.error, quarter);
  const open = openReview(services, grids, quarter, lang);
  if (isRefusal(open)) return say(services, lang, open.error, open);
  const notice = writeReview(services, open);
  if (typeof notice !== "string") return say(services, lang, notice.error, notice);
  return offerRows(services, open, notice);
}

/** Asks about the accepted moves and adds their rows; tells what came of it. */
function offerRows(services: Services, open: OpenReview, notice: string): string {
  const { lang } = open;
  const accepted = acceptedMoves(open);
  if (accepted.length === 0) return tell(services, open, [], notice);
  if (!askYesNo(services, lang, listOfMoves(open, accepted))) {
    showToast(services, lang, reviewWord("nothingAdded", lang));
    return JSON.stringify({ ...answerOf(open), added: [] });
  }
  const refused = addStaffRows(open, accepted, { services, readAgain: () => readAll(services) });
  if (refused) return say(services, lang, refused.error, refused);
  const now = openReview(services, readAll(services), open.review.quarter, lang);
  if (isRefusal(now)) return say(services, lang, now.error, now);
  const written = writeReview(services, now);
  if (typeof written !== "string") return say(services, lang, written.error, written);
  return tell(
    services,
    now,
    accepted.map(({ one }) => one.person),
    notice,
  );
}

function listOfMoves({ review, lang }: OpenReview, moves: readonly OpenLine[]): string {
  const lines = moves.slice(0, MOST_LISTED).map((line) => lineOf(line, lang));
  const more = moves.length - lines.length;
  const months = review.open.join(", ");
  const question = reviewWord("askAccept", lang, {
    from: isoOfDay(review.quarter.next),
    list: [...lines, ...(more > 0 ? [reviewWord("moreMoves", lang, { n: more })] : [])].join("\n"),
  });
  return months === "" ? question : `${question}\n\n${reviewWord("stillOpen", lang, { months })}`;
}

function lineOf(line: OpenLine, lang: Lang): string {
  const { one, move } = line;
  const pay = payAfter(line);
  const note = move.ownPay ? reviewWord("ownPay", lang, { pay: amount(move.ownPay, "money") }) : "";
  return reviewWord("listed", lang, {
    person: one.person,
    grade: one.review.grade.name,
    next: one.review.next?.name ?? "",
    pay: pay && note === "" ? amount(pay, "money") : "",
    note,
  });
}

function tell(services: Services, open: OpenReview, added: readonly string[], notice: string): string {
  const { lang, review, lines, tab } = open;
  const waiting = lines.filter(({ one, move }) => isMove(one.review) && move.state === "open").length;
  const from = isoOfDay(review.quarter.next);
  const words =
    added.length > 0
      ? reviewWord("added", lang, { n: added.length, from })
      : reviewWord("written", lang, { tab: tab.name, people: lines.length, moves: waiting });
  showToast(services, lang, words);
  if (notice !== "") showWords(services, lang, notice);
  return JSON.stringify({ ...answerOf(open), added });
}
