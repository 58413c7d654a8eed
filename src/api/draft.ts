/** A draft put into the rule tabs in memory: what would hold if it were saved. Nothing is written. */
import { checkRules } from "../engine/check";
import type { Grid } from "../engine/grid";
import type { Issue } from "../engine/issue";
import { type PreparedMonth, withRulesOf } from "../month";
import { renderMessage } from "../text/render";
import type { Lang } from "../text/template";
import { applyEdits, dayOfText } from "./cells";
import type { FieldProblem, PlanModel, Refusal } from "./contract";
import { type Desk, refusal } from "./desk";
import { fieldKey, type PlannedEdits, planEdits } from "./edit";
import { planNames, readModel } from "./model";
import { type OpenRules, openRules } from "./open";
import { draftOf, lacksTargets } from "./payload";
import { rowPath } from "./wanted";

/** The workbook as a draft would make it. */
export interface Preview {
  readonly draft: PlanModel;
  readonly planned: PlannedEdits;
  readonly grids: readonly Grid[];
  readonly prepared: PreparedMonth;
  readonly problems: readonly FieldProblem[];
}

/** The draft of a request; a refusal where it is none, or its plan is on no rule tab. */
export function readDraft(desk: Desk, value: unknown): PlanModel | Refusal {
  const draft = draftOf(value);
  if (!draft) return refusal({ code: "api.no-draft" }, desk.lang, "draft");
  if (draft.from !== null && dayOfText(draft.from) === null)
    return refusal({ code: "save.bad-from", found: draft.from }, desk.lang, "from");
  const known = planNames(desk.rules).find((name) => sameName(name, draft.plan));
  if (known === undefined)
    return refusal(
      { code: "api.no-plan", found: draft.plan, values: { known: listed(planNames(desk.rules), desk.lang) } },
      desk.lang,
      "plan",
    );
  const named = { ...draft, plan: known };
  return lacksTargets(value) ? { ...named, targets: modelInForce(desk, known).targets } : named;
}

function sameName(one: string, other: string): boolean {
  return one.normalize("NFKC").trim().toLowerCase() === other.normalize("NFKC").trim().toLowerCase();
}

/** Names in a sentence. */
export function listed(names: readonly string[], lang: Lang): string {
  return names.join(lang === "zh" ? "、" : ", ");
}

/** The rules of a plan as they hold in the desk's month. */
export function modelInForce({ rules, month }: Desk, plan: string): PlanModel {
  return readModel(rules, plan, month.first, month).model;
}

/**
 * The desk's month as if a draft held in it. A version that begins later is tried as a change of the
 * one in force, so that one can see what it will do.
 */
export function previewDraft(desk: Desk, draft: PlanModel): Preview {
  const { rules, grids, month } = desk;
  const begins = draft.from === null ? null : dayOfText(draft.from);
  const later = begins !== null && begins > month.first;
  const tried = later ? { ...draft, from: modelInForce(desk, draft.plan).from } : draft;
  const planned = planEdits(rules, tried, month);
  const edited = applyEdits(grids, planned.edits);
  const prepared = withRulesOf(desk.prepared, edited);
  return {
    draft,
    planned,
    grids: edited,
    prepared,
    problems: problemsOf(prepared, edited, planned, draft, desk.lang),
  };
}

/** What is wrong with the rows of a draft, each at its field. */
export function problemsOf(
  { rules }: Pick<PreparedMonth, "rules">,
  grids: readonly Grid[],
  planned: PlannedEdits,
  draft: PlanModel,
  lang: Lang,
): FieldProblem[] {
  const open = openRules(grids);
  const found = [...rules.issues, ...checkRules(rules.book, rules.closed)];
  const placed = found.flatMap((issue) => {
    const field = fieldOf(issue, open, planned, draft);
    return field === null ? [] : [problemOf(issue, field, lang)];
  });
  const unwritten = planned.issues.map((issue) => problemOf(issue, issue.values?.field ?? "", lang));
  return unique([...unwritten, ...placed]);
}

function problemOf(issue: Issue, field: string, lang: Lang): FieldProblem {
  return {
    field,
    severity: issue.severity === "error" ? "error" : "warning",
    message: renderMessage(issue, lang),
    at: issue.tab !== undefined && issue.cell !== undefined ? { tab: issue.tab, cell: issue.cell } : null,
  };
}

function unique(problems: readonly FieldProblem[]): FieldProblem[] {
  const byText = new Map(problems.map((problem) => [`${problem.field}\n${problem.message}`, problem]));
  const order = (problem: FieldProblem) => (problem.severity === "error" ? 0 : 1);
  return [...byText.values()].sort((a, b) => order(a) - order(b));
}

const CELL = /^([A-Z]+)(\d+)$/;

/** Row and column (from 1) of A1 notation; null for a whole row and for anything else. */
export function cellOf(a1: string): { row: number; column: number } | null {
  const match = CELL.exec(a1);
  if (!match) return null;
  const column = [...(match[1] ?? "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(match[2]), column };
}

/** The field of the draft in which an issue's cell stands; null where it is of other rows. */
function fieldOf(issue: Issue, open: OpenRules, planned: PlannedEdits, draft: PlanModel): string | null {
  const cell = issue.cell === undefined ? null : cellOf(issue.cell);
  if (!cell || issue.tab === undefined) return null;
  const edited = planned.fields.get(fieldKey(issue.tab, cell.row, cell.column));
  if (edited !== undefined) return edited;
  for (const [kind, tab] of open.tabs) {
    if (tab.grid.name !== issue.tab) continue;
    const path = pathOfRow(`${kind}-${cell.row}`, draft);
    const key = [...tab.columns].find(([, column]) => column === cell.column - 1)?.[0];
    return path === null ? null : `${path}/${key ?? ""}`;
  }
  return null;
}

function pathOfRow(id: string, draft: PlanModel): string | null {
  const parts: [string, readonly { readonly id: string }[]][] = [
    ["items", draft.items],
    ["pay", draft.pay],
    ["targets", draft.targets],
    ...draft.tables.map((table): [string, readonly { readonly id: string }[]] => [
      `tables/${table.id}`,
      table.rows,
    ]),
  ];
  const part = parts.find(([, rows]) => rows.some((row) => row.id === id));
  return part ? rowPath(part[0], id, 0) : null;
}
