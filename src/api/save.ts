/** Writes drafts into the rule tabs, and takes a save back. */
import type { Grid } from "../engine/grid";
import { prepareMonth } from "../month";
import type { RuleTabKind } from "../rules/columns";
import { isDate, serialsIn } from "../sheets/dates";
import {
  type CellBefore,
  type CellWrite,
  commitEdits,
  type EditOutcome,
  type TabWrite,
} from "../sheets/edits";
import type { Services } from "../sheets/surface";
import { answerWord } from "../text/answers";
import type { Lang } from "../text/template";
import { applyEdits, type CellEdit, dayOfText, percentFormat } from "./cells";
import type { FieldProblem, Fingerprints, PlanModel, Refusal, SavedAnswer, UndoToken } from "./contract";
import { type Desk, isRefusal, refusal } from "./desk";
import { listed, modelInForce, problemsOf, readDraft } from "./draft";
import { monthOfDraft, planEdits } from "./edit";
import { fingerprintRules } from "./fingerprint";
import { mergeDraft } from "./merge";
import { readModel } from "./model";
import { openRules } from "./open";
import { countOf, draftOf, fingerprintsOf, listOf, type Payload, payloadOf, textOf } from "./payload";

/** Reads the tabs of these names afresh; all rule tabs without names. */
export type ReadAgain = () => readonly Grid[];

/** What saving needs besides the rules. */
export interface SaveTools {
  readonly services: Services;
  readonly readAgain: ReadAgain;
}

/** Tabs that a save may write to. */
const WRITTEN: readonly RuleTabKind[] = ["scoring", "bands", "pay", "targets"];
const DATE_FORMAT = "yyyy-mm-dd";
const AUTOMATIC = "General";
const TEXT = "@";

/** Writes a draft: all its tabs or none, unless it has errors or somebody changed the tabs meanwhile. */
export function saveRules(desk: Desk, request: Payload, tools: SaveTools): SavedAnswer | Refusal {
  const sent = readDraft(desk, request.draft);
  if (isRefusal(sent)) return sent;
  const base = draftOf(request.base) ?? sent;
  const draft = withoutConflict(desk, sent, base, fingerprintsOf(request.fingerprints));
  if (isRefusal(draft)) return draft;
  const planned = planEdits(desk.rules, draft, desk.month);
  const problems = newErrors(desk, draft, planned);
  if (problems.length > 0) return refuseProblems(problems, desk.lang);
  return write(desk, draft, planned.edits, tools);
}

/** The draft as it fits the rules of now; a refusal where somebody changed what it does not know. */
function withoutConflict(
  desk: Desk,
  draft: PlanModel,
  base: PlanModel,
  known: Fingerprints,
): PlanModel | Refusal {
  const now = fingerprintRules(desk.rules);
  const changed = WRITTEN.filter((kind) => desk.rules.tabs.has(kind) && now[kind] !== known[kind]);
  if (changed.length === 0) return draft;
  const from = base.from === null ? null : dayOfText(base.from);
  const theirs = readModel(desk.rules, draft.plan, from, desk.month).model;
  const merged = mergeDraft(base, theirs, draft);
  // What changed is what this draft says: an earlier save that was cut off, which this one completes.
  if (merged.theyChanged && merged.fields.length === 0) return merged.mine;
  const tabs = changed.map((kind) => desk.rules.tabs.get(kind)?.grid.name ?? kind);
  return {
    ...refusal({ code: "save.conflict", values: { tabs: listed(tabs, desk.lang) } }, desk.lang),
    conflict: { tabs, fields: merged.fields, theirs, mine: merged.mine, fingerprints: now },
  };
}

/** Errors at fields of the draft that the saved rules do not have. */
function newErrors(desk: Desk, draft: PlanModel, planned: ReturnType<typeof planEdits>): FieldProblem[] {
  const month = monthOfDraft(draft, desk.month);
  const grids = applyEdits(desk.grids, planned.edits);
  const after = problemsOf(prepareRules(grids, month), grids, planned, draft, desk.lang);
  const nothing = { edits: [], issues: [], fields: new Map<string, string>() };
  const before = problemsOf(prepareRules(desk.grids, month), desk.grids, nothing, draft, desk.lang);
  const known = new Set(before.map(({ field, message }) => `${field}\n${message}`));
  return after.filter(
    ({ severity, field, message }) => severity === "error" && !known.has(`${field}\n${message}`),
  );
}

function prepareRules(grids: readonly Grid[], month: Desk["month"]) {
  const rulesOnly = [...openRules(grids).tabs.values()].map(({ grid }) => grid);
  return prepareMonth(rulesOnly, month);
}

function refuseProblems(problems: readonly FieldProblem[], lang: Lang): Refusal {
  const values = { n: String(problems.length), first: problems[0]?.message ?? "" };
  return {
    ...refusal({ code: "save.problems", values }, lang, problems[0]?.field),
    problems,
  };
}

function write(
  desk: Desk,
  draft: PlanModel,
  edits: readonly CellEdit[],
  { services, readAgain }: SaveTools,
): SavedAnswer | Refusal {
  const { lang } = desk;
  const planned = fingerprintRules(desk.rules);
  const writes = writesOf(edits);
  if (writes.length === 0) {
    // A save that was cut off at its very end left its stages behind.
    commitEdits(services, [], () => true);
    return {
      ok: true,
      message: answerWord("nothingToSave", lang),
      written: [],
      model: modelAt(desk.grids, draft, desk),
      fingerprints: planned,
      undo: null,
    };
  }
  const outcome = commitEdits(services, writes, () =>
    sameRules(planned, fingerprintRules(openRules(readAgain()))),
  );
  const refused = refusalOf(outcome, lang);
  if (refused || outcome.kind !== "done") return refused ?? refusal({ code: "run.busy" }, lang);
  const grids = readAgain();
  const fingerprints = fingerprintRules(openRules(grids));
  const tabs = listed(
    writes.map(({ tab }) => tab),
    lang,
  );
  const isNew = draft.from !== null && draft.from !== modelInForce(desk, draft.plan).from;
  return {
    ok: true,
    message: isNew
      ? answerWord("savedFrom", lang, { tabs, from: draft.from ?? "" })
      : answerWord("saved", lang, { tabs }),
    written: writes.map(({ tab, cells }) => ({ tab, cells: cells.length })),
    model: modelAt(grids, draft, desk),
    fingerprints,
    undo: undoOf(services, edits, outcome.before, fingerprints),
  };
}

function modelAt(grids: readonly Grid[], draft: PlanModel, { month }: Desk): PlanModel {
  const from = draft.from === null ? null : dayOfText(draft.from);
  return readModel(openRules(grids), draft.plan, from, month).model;
}

/** Whether two sets of fingerprints are of the same rule tabs. */
export function sameRules(one: Fingerprints, other: Fingerprints): boolean {
  const kinds = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...kinds].every((kind) => one[kind] === other[kind]);
}

/** The words for edits that did not take place; null for those that did. */
export function refusalOf(outcome: EditOutcome, lang: Lang): Refusal | null {
  switch (outcome.kind) {
    case "done":
      return null;
    case "busy":
      return refusal({ code: "run.busy" }, lang);
    case "changed":
      return refusal({ code: "save.moved" }, lang);
    case "missing":
      return refusal({ code: "api.no-tab", found: outcome.tab }, lang);
    case "protected":
      return refusal({ code: "save.protected", tab: outcome.tab, values: { tab: outcome.tab } }, lang);
  }
}

/** Edits by tab, as the sheet takes them. */
export function writesOf(edits: readonly CellEdit[]): TabWrite[] {
  const byTab = new Map<string, CellWrite[]>();
  for (const edit of edits) byTab.set(edit.tab, [...(byTab.get(edit.tab) ?? []), cellWrite(edit)]);
  return [...byTab].map(([tab, cells]) => ({ tab, cells }));
}

function cellWrite({ row, column, cell }: CellEdit): CellWrite {
  switch (cell.kind) {
    case "blank":
      return { row, column, value: "", asText: "", as: "text", format: TEXT };
    case "text":
      return { row, column, value: cell.text, asText: cell.text, as: "text", format: TEXT };
    case "number":
      return { row, column, value: cell.value, asText: cell.typed, as: "number", format: AUTOMATIC };
    case "percent":
      return {
        row,
        column,
        value: cell.value,
        asText: cell.typed,
        as: "percent",
        format: percentFormat(cell.value),
      };
    case "date":
      return { row, column, value: cell.day, asText: cell.iso, as: "date", format: DATE_FORMAT };
  }
}

/** What the cells held, for `undoSave`. A live formula comes back as its text, which reads the same. */
export function undoOf(
  services: Services,
  edits: readonly CellEdit[],
  before: readonly { readonly tab: string; readonly cells: readonly CellBefore[] }[],
  fingerprints: Fingerprints,
): UndoToken {
  const spreadsheet = services.SpreadsheetApp.getActiveSpreadsheet();
  const serialOf = serialsIn(spreadsheet.getSpreadsheetTimeZone(), services.Session.getScriptTimeZone());
  return {
    fingerprints,
    tabs: before.map(({ tab, cells }) => ({
      kind: edits.find((edit) => edit.tab === tab)?.kind ?? "",
      cells: cells.map(({ row, column, value, formula, format }) => ({
        row,
        column,
        value: formula !== "" ? formula : isDate(value) ? serialOf(value) : value,
        format: formula !== "" ? TEXT : format,
      })),
    })),
  };
}

/** Puts back what a save replaced; refused where one of its tabs changed since. */
export function undoSave(
  grids: readonly Grid[],
  request: Payload,
  lang: Lang,
  tools: SaveTools,
): SavedAnswer | Refusal {
  const undo = payloadOf(request.undo);
  const known = fingerprintsOf(undo.fingerprints);
  const rules = openRules(grids);
  const now = fingerprintRules(rules);
  const tabs = listOf(undo.tabs, WRITTEN.length + 1).map((tab) => restoredTab(payloadOf(tab)));
  if (tabs.length === 0 || tabs.some((tab) => tab === null)) return refusal({ code: "save.no-undo" }, lang);
  const wanted = tabs.filter((tab) => tab !== null);
  const changed = wanted.filter(({ kind }) => now[kind] === undefined || now[kind] !== known[kind]);
  const nameOf = (kind: RuleTabKind) => rules.tabs.get(kind)?.grid.name ?? kind;
  if (changed.length > 0) {
    const names = listed(
      changed.map(({ kind }) => nameOf(kind)),
      lang,
    );
    return refusal({ code: "save.undo-conflict", values: { tabs: names } }, lang);
  }
  const writes = wanted.map(({ kind, cells }) => ({ tab: nameOf(kind), cells }));
  const outcome = commitEdits(tools.services, writes, () =>
    sameRules(now, fingerprintRules(openRules(tools.readAgain()))),
  );
  const refused = refusalOf(outcome, lang);
  if (refused) return refused;
  return {
    ok: true,
    message: answerWord("undone", lang, {
      tabs: listed(
        writes.map(({ tab }) => tab),
        lang,
      ),
    }),
    written: writes.map(({ tab, cells }) => ({ tab, cells: cells.length })),
    model: null,
    fingerprints: fingerprintRules(openRules(tools.readAgain())),
    undo: null,
  };
}

const MOST_CELLS = 20_000;
const MOST_TEXT = 5000;

/** The cells of one tab of an undo; null where they are not what `saveRules` gave. */
function restoredTab(tab: Payload): { kind: RuleTabKind; cells: CellWrite[] } | null {
  const kind = [...WRITTEN, "sources" as const].find((one) => one === textOf(tab.kind));
  const cells = listOf(tab.cells, MOST_CELLS).map((cell) => restoredCell(payloadOf(cell)));
  if (!kind || cells.length === 0 || cells.some((cell) => cell === null)) return null;
  return { kind, cells: cells.filter((cell) => cell !== null) };
}

function restoredCell({ row, column, value, format }: Payload): CellWrite | null {
  const [r, c] = [countOf(row), countOf(column)];
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  if (!r || !c || !isPlain) return null;
  const kept = typeof value === "string" ? value.slice(0, MOST_TEXT) : value;
  return {
    row: r,
    column: c,
    value: kept,
    asText: String(kept),
    as: "restore",
    format: textOf(format) || AUTOMATIC,
  };
}
