/** The quarterly grade review: its tab, what HR accepted there, and the rows that Staff gets for it. */
import { refusalOfTabs } from "../advance";
import { isoOfDay } from "../engine/calendar";
import type { Grid } from "../engine/grid";
import { personKey } from "../engine/name";
import { parseQuarter, type Quarter } from "../engine/quarter";
import { computeQuarter, latestQuarter } from "../quarter-review";
import {
  describeReview,
  isMove,
  payAfter,
  type QuarterReview,
  type ReviewLine,
} from "../report/grade-review";
import type { TabDescription } from "../report/tab";
import { commitEdits } from "../sheets/edits";
import { namedSheets } from "../sheets/stage";
import type { Services } from "../sheets/surface";
import { findTarget, listTabs } from "../sheets/target";
import { readTyped } from "../sheets/typed";
import { commitTabs } from "../sheets/writer";
import type { Told } from "../text/render";
import { readAccept, reviewWord } from "../text/review-words";
import type { Lang } from "../text/template";
import type { AcceptGradesAnswer, GradeReviewAnswer, GradeReviewRow, Refusal } from "./contract";
import { isRefusal, refusal } from "./desk";
import { fingerprintRules } from "./fingerprint";
import { openRules } from "./open";
import { listOf, type Payload, textOf } from "./payload";
import { refusalOf, type SaveTools, sameRules, writesOf } from "./save";
import { planStaffRows, type StaffMove, staffMoves } from "./staff-moves";

/** A row of the review with what it means for Staff. */
export interface OpenLine extends ReviewLine {
  readonly move: StaffMove;
}

/** A quarter as it stands: computed, beside Staff, and with what HR typed on its tab. */
export interface OpenReview {
  readonly review: QuarterReview;
  readonly lines: readonly OpenLine[];
  readonly tab: TabDescription;
  readonly grids: readonly Grid[];
  readonly lang: Lang;
}

/** The quarter of a request; blank is the latest one that was generated. */
export function quarterFor(grids: readonly Grid[], typed: string, lang: Lang): Quarter | Refusal {
  const quarter = typed === "" ? latestQuarter(grids) : parseQuarter(typed);
  if (quarter) return quarter;
  const told: Told =
    typed === "" ? { code: "review.no-quarter" } : { code: "review.bad-quarter", found: typed };
  return refusal(told, lang, "quarter");
}

/** Computes a quarter and reads what HR accepted; refused where there is nobody to review. */
export function openReview(
  services: Services,
  grids: readonly Grid[],
  quarter: Quarter,
  lang: Lang,
): OpenReview | Refusal {
  const review = computeQuarter(grids, quarter, lang);
  if (review.people.length === 0)
    return refusal({ code: "review.nobody", values: { quarter: quarter.text } }, lang, "quarter");
  const moves = staffMoves(openRules(grids), review);
  const accepted = acceptedOn(services, describeReview(review, []));
  const lines = review.people.flatMap((one) => {
    const move = moves.get(personKey(one.person));
    return move ? [{ one, move, accept: accepted.get(one.person) ?? "" }] : [];
  });
  return { review, lines, tab: describeReview(review, lines), grids, lang };
}

/** What stands under Accept on the tab of an earlier run, by the person's name; empty without one. */
function acceptedOn({ SpreadsheetApp }: Services, tab: TabDescription): ReadonlyMap<string, string> {
  const target = findTarget(tab, listTabs(namedSheets(SpreadsheetApp.getActiveSpreadsheet()), [tab]));
  if (target.kind !== "existing" || !tab.owned) return new Map();
  const typed = readTyped(target.sheet, tab.owned);
  return new Map([...typed].map(([person, cells]) => [person, String(cells.get(0)?.value ?? "").trim()]));
}

/** Writes the tab; a message about what was typed for people who are not listed any more, or blank. */
export function writeReview(services: Services, { tab, review, lang }: OpenReview): string | Refusal {
  const outcome = commitTabs(services, [tab], "review");
  if (outcome.kind !== "done") return refusal(refusalOfTabs(outcome) ?? { code: "run.busy" }, lang);
  const people = outcome.dropped.join(lang === "zh" ? "、" : ", ");
  return people === "" ? "" : reviewWord("dropped", review.lang, { people });
}

/** The moves that HR accepted and Staff does not have yet. */
export function acceptedMoves({ lines }: OpenReview): OpenLine[] {
  return lines.filter(({ move, accept }) => move.state === "open" && readAccept(accept) === "yes");
}

/**
 * Adds the rows of these moves to Staff, all or none. Refused where Staff lacks a column, or where a rule
 * tab was changed since the review was computed.
 */
export function addStaffRows(
  open: OpenReview,
  lines: readonly OpenLine[],
  { services, readAgain }: SaveTools,
): Refusal | null {
  const rules = openRules(open.grids);
  const tab = rules.tabs.get("staff");
  if (!tab) return refusal({ code: "save.no-tab", values: { tab: "Staff", tabZh: "员工" } }, open.lang);
  const edits = planStaffRows(tab, lines, open.review.quarter.next);
  if (!edits) return refusal({ code: "review.no-column", tab: tab.grid.name }, open.lang);
  const planned = fingerprintRules(rules);
  const outcome = commitEdits(services, writesOf(edits), () =>
    sameRules(planned, fingerprintRules(openRules(readAgain()))),
  );
  return refusalOf(outcome, open.lang);
}

/** The request `gradeReview`: a quarter as rows. Nothing is written. */
export function gradeReview(
  services: Services,
  request: Payload,
  lang: Lang,
  { readAgain }: SaveTools,
): GradeReviewAnswer | Refusal {
  const open = openFor(services, readAgain(), textOf(request.quarter), lang);
  return isRefusal(open) ? open : answerOf(open);
}

/**
 * The request `acceptGrades`: adds the rows of the people named to Staff, and of those accepted on the
 * tab where none is named; then writes the tab. Whoever has the row already, or has no move, is skipped.
 */
export function acceptGrades(
  services: Services,
  request: Payload,
  lang: Lang,
  tools: SaveTools,
): AcceptGradesAnswer | Refusal {
  const open = openFor(services, tools.readAgain(), textOf(request.quarter), lang);
  if (isRefusal(open)) return open;
  const named = new Set(listOf(request.people).map((person) => personKey(textOf(person))));
  const wanted = request.people === undefined ? acceptedMoves(open) : openMoves(open, named);
  const refused = wanted.length > 0 ? addStaffRows(open, wanted, tools) : null;
  if (refused) return refused;
  const now = openFor(services, tools.readAgain(), open.review.quarter.text, lang);
  if (isRefusal(now)) return now;
  const notice = writeReview(services, now);
  if (typeof notice !== "string") return notice;
  return { ...answerOf(now), added: wanted.map(({ one }) => one.person), notice };
}

function openMoves({ lines }: OpenReview, named: ReadonlySet<string>): OpenLine[] {
  return lines.filter(({ move, one }) => move.state === "open" && named.has(personKey(one.person)));
}

function openFor(
  services: Services,
  grids: readonly Grid[],
  typed: string,
  lang: Lang,
): OpenReview | Refusal {
  const quarter = quarterFor(grids, typed, lang);
  return isRefusal(quarter) ? quarter : openReview(services, grids, quarter, lang);
}

/** A quarter as the contract has it. */
export function answerOf({ review, lines, tab }: OpenReview): GradeReviewAnswer {
  const { quarter, open, ungraded } = review;
  return {
    ok: true,
    quarter: quarter.text,
    months: quarter.months.map(({ text }) => text),
    from: isoOfDay(quarter.next),
    open,
    tab: tab.name,
    ungraded,
    rows: lines.map(rowOf),
  };
}

const VALUE_PLACES = 6;

function rowOf({ one, move, accept }: OpenLine): GradeReviewRow {
  const { grade, outcome, next, met, counted, months } = one.review;
  return {
    person: one.person,
    team: one.team,
    grade: grade.name,
    months: months.map((month) => ({
      month: month.month,
      attainment: month.attainment?.toFixed(VALUE_PLACES) ?? null,
      score: month.score?.toFixed(2) ?? null,
      met: month.met,
    })),
    met,
    counted,
    outcome,
    next: next?.name ?? null,
    nextBasePay: payAfter({ one, move })?.toFixed(2) ?? null,
    isMove: isMove(one.review),
    accept: readAccept(accept),
    state: move.state,
    staffRow: move.row,
  };
}
