import type { OwnedBlock, TabCell, TabDescription } from "../report/tab";
import { isClosed } from "./edits";
import { type KeptCell, listKept, readKept, restoreKept, withKept } from "./kept";
import { appendRecords, countRecords, type RecordRows } from "./records";
import {
  applyLayout,
  deleteStages,
  drawBorders,
  formatsOf,
  growTo,
  insertStage,
  notesOf,
  padCells,
  removeStages,
  TEXT_FORMAT,
  valuesOf,
  writeCells,
} from "./stage";
import type {
  LockSurface,
  RangeSurface,
  Services,
  SheetCell,
  SheetSurface,
  SpreadsheetSurface,
} from "./surface";
import { findTarget, listTabs, type SeenTops } from "./target";
import { droppedPeople, fillTypedSums, mergeTyped, readTyped, sameTyped, type TypedByPerson } from "./typed";

/** How long to wait for another run of this document to end. */
const LOCK_WAIT_MS = 5000;

/** What became of a commit. Unless it is `done`, no tab was touched. */
export type CommitOutcome =
  /** `dropped`: people without a row now, for whom HR had typed something. */
  | { readonly kind: "done"; readonly dropped: readonly string[] }
  | { readonly kind: "busy" }
  /** Somebody appended to the watched record tab since it was read. */
  | { readonly kind: "overtaken" }
  /** A tab of that name holds something else. */
  | { readonly kind: "taken"; readonly tab: string }
  /** A tab is protected from whoever runs this: somebody else locked it. */
  | { readonly kind: "protected"; readonly tab: string }
  /** The host took a text for a formula, whatever was done about it. */
  | { readonly kind: "formula"; readonly tab: string };

/** What a commit does beside its tabs. */
export interface Beside {
  /** Rows that are appended after the tabs are there, in this order: what counts as done goes last. */
  readonly records: readonly RecordRows[];
  /** The record tab that tells whether somebody else was faster, with its number of rows when read. */
  readonly watched: { readonly tab: RecordRows; readonly rows: number } | null;
  /** What stood in the tabs when they were read: spares calls for each tab of a workbook that holds a year. */
  readonly seen?: SeenTops;
}

/** A commit of tabs alone. */
export const NOTHING_BESIDE: Beside = { records: [], watched: null };

/** A tab on its way into the workbook. */
interface Work {
  readonly tab: TabDescription;
  /** The tab that it replaces; null for a new one. */
  readonly target: SheetSurface | null;
  readonly stage: SheetSurface;
  /** The union of the old and the new block. */
  readonly range: RangeSurface;
  readonly cells: readonly (readonly (TabCell | null)[])[];
}

/** What HR typed on the Payroll tab, with the description of its columns. */
interface Typed {
  readonly owned: OwnedBlock;
  readonly cells: TypedByPerson;
}

/** All that people typed on the tabs of an earlier run. */
interface Found {
  /** Null where Payroll is not written now; without cells where there is no earlier tab. */
  readonly typed: Typed | null;
  /** What Checks listed for people without a row. */
  readonly kept: readonly KeptCell[];
}

/**
 * Writes tabs under the document lock. Each is staged on a hidden sheet; when all are there, each
 * replaces its old block in one `copyTo`, or becomes a tab by being renamed. Whatever call fails,
 * each tab is as it was or complete, and the next run removes the stage and completes the rest.
 * What HR typed is kept by person. The number of calls does not depend on the rows.
 * `active` names the kind of the tab that is shown at the end; `beside` what is recorded once the
 * tabs are there.
 */
export function commitTabs(
  services: Services,
  tabs: readonly TabDescription[],
  active: TabDescription["kind"],
  beside: Beside = NOTHING_BESIDE,
): CommitOutcome {
  const lock = services.LockService.getDocumentLock();
  if (!lock?.tryLock(LOCK_WAIT_MS)) return { kind: "busy" };
  try {
    return isOvertaken(services, beside)
      ? { kind: "overtaken" }
      : commitAndRecord(services, tabs, active, beside);
  } finally {
    releaseLock(services, lock);
  }
}

function isOvertaken({ SpreadsheetApp }: Services, { watched }: Beside): boolean {
  return (
    watched !== null && countRecords(SpreadsheetApp.getActiveSpreadsheet(), watched.tab) !== watched.rows
  );
}

function commitAndRecord(
  services: Services,
  tabs: readonly TabDescription[],
  active: TabDescription["kind"],
  { records, seen }: Beside,
): CommitOutcome {
  const outcome = commitLocked(services, tabs, active, seen);
  if (outcome.kind !== "done" || records.length === 0) return outcome;
  const spreadsheet = services.SpreadsheetApp.getActiveSpreadsheet();
  // A tab that is inserted comes into view: afterwards the month's tab is shown again.
  const shown = spreadsheet.getActiveSheet();
  const stages = records.map((rows, index) => {
    const stage = appendRecords(spreadsheet, rows, index);
    services.SpreadsheetApp.flush();
    return stage;
  });
  deleteStages(
    spreadsheet,
    stages.filter((stage) => stage !== null),
  );
  spreadsheet.setActiveSheet(shown);
  return outcome;
}

function releaseLock(services: Services, lock: LockSurface): void {
  try {
    services.SpreadsheetApp.flush();
  } finally {
    lock.releaseLock();
  }
}

function commitLocked(
  services: Services,
  tabs: readonly TabDescription[],
  active: TabDescription["kind"],
  seen: SeenTops | undefined,
): CommitOutcome {
  const spreadsheet = services.SpreadsheetApp.getActiveSpreadsheet();
  const known = listTabs(removeStages(spreadsheet), tabs, seen);
  const targets = tabs.map((tab) => findTarget(tab, known));
  for (const target of targets) if (target.kind === "taken") return { kind: "taken", tab: target.name };
  const sheets = targets.map((target) => (target.kind === "existing" ? target.sheet : null));
  const closed = sheets.find((sheet) => sheet && isClosed(services, sheet));
  if (closed) return { kind: "protected", tab: closed.getName() };
  const found = readFound(tabs, sheets);
  const listed = keptNow(tabs, found);
  const early = restored(found);
  const works = tabs.map((tab, index) =>
    stageTab(services, spreadsheet, withKept(tab, listed), sheets[index] ?? null, index, early),
  );
  services.SpreadsheetApp.flush();
  const late = readFound(tabs, sheets);
  // The list itself would change: everything is staged anew with what stands there now.
  if (!sameList(listed, keptNow(tabs, late))) return commitLocked(services, tabs, active, seen);
  const typed = keepLateTyping(services, works, early, restored(late));
  const broken = works.find((work) => !isSafe(services, work, typed));
  if (broken) {
    removeStages(spreadsheet);
    return { kind: "formula", tab: broken.tab.name };
  }
  const sheetsNow = commitAll(services, works);
  showTab(spreadsheet, sheetsNow.get(active));
  // A stage without a target has become the tab itself.
  deleteStages(
    spreadsheet,
    works.filter(({ target }) => target).map(({ stage }) => stage),
  );
  return { kind: "done", dropped: found.typed ? droppedPeople(found.typed.cells, found.typed.owned) : [] };
}

/** The tab that lists what leaves Payroll goes first: whatever call fails, nothing typed is lost. */
function commitAll(services: Services, works: readonly Work[]): Map<TabDescription["kind"], SheetSurface> {
  const ordered = [...works.filter(({ tab }) => tab.kept), ...works.filter(({ tab }) => !tab.kept)];
  const sheets = new Map<TabDescription["kind"], SheetSurface>();
  for (const work of ordered) {
    const sheet = commitTab(services, work);
    if (!sheets.has(work.tab.kind)) sheets.set(work.tab.kind, sheet);
  }
  return sheets;
}

function showTab(spreadsheet: SpreadsheetSurface, sheet: SheetSurface | undefined): void {
  if (sheet) spreadsheet.setActiveSheet(sheet);
}

/** What people typed so far on the tabs that are written now. */
function readFound(tabs: readonly TabDescription[], sheets: readonly (SheetSurface | null)[]): Found {
  const index = tabs.findIndex((tab) => tab.owned !== null);
  const owned = tabs[index]?.owned;
  const target = sheets[index];
  const lister = tabs.findIndex((tab) => tab.kept !== null);
  const [block, listing] = [tabs[lister]?.kept, sheets[lister]];
  return {
    typed: owned ? { owned, cells: target ? readTyped(target, owned) : new Map() } : null,
    kept: block && listing ? readKept(listing, block) : [],
  };
}

/** What Checks is to list. */
function keptNow(tabs: readonly TabDescription[], { typed, kept }: Found): KeptCell[] {
  const payroll = tabs.find((tab) => tab.owned !== null);
  const owned = payroll?.owned ?? null;
  const headerOf = (index: number): string => {
    const column = owned?.columns[index]?.column ?? 0;
    return String(payroll?.rows[(owned?.headerRow ?? 0) - 1]?.[column - 1]?.value ?? "");
  };
  return listKept(kept, typed?.cells ?? new Map(), owned, headerOf);
}

/** What was typed on Payroll, with what Checks kept for people who are back. */
function restored({ typed, kept }: Found): Typed | null {
  return typed ? { ...typed, cells: restoreKept(typed.cells, kept, typed.owned) } : null;
}

function sameList(one: readonly KeptCell[], other: readonly KeptCell[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function stageTab(
  services: Services,
  spreadsheet: SpreadsheetSurface,
  tab: TabDescription,
  target: SheetSurface | null,
  order: number,
  typed: Typed | null,
): Work {
  const rows = Math.max(tab.rows.length, target?.getLastRow() ?? 0, 1);
  const columns = Math.max(tab.columnCount, target?.getLastColumn() ?? 0);
  const stage = insertStage(spreadsheet, order, rows, columns);
  const cells = padCells(tab, rows, columns);
  const range = stage.getRange(1, 1, rows, columns);
  const { formats, values } = contentOf(tab, cells, typed);
  writeCells(range, cells, formats, values);
  drawBorders(stage, tab.borders);
  if (!target) applyLayout(services, stage, tab);
  return { tab, target, stage, range, cells };
}

function contentOf(
  tab: TabDescription,
  cells: Work["cells"],
  typed: Typed | null,
): { formats: string[][]; values: SheetCell[][] } {
  const formats = formatsOf(cells);
  const values = valuesOf(cells);
  if (typed && tab.owned) mergeTyped(tab.owned, typed.cells, values, formats);
  if (typed) fillTypedSums(tab, typed.owned, typed.cells, values);
  return { formats, values };
}

/** Somebody may have typed while the tabs were staged: what stands there now is what is kept. */
function keepLateTyping(
  services: Services,
  works: readonly Work[],
  early: Typed | null,
  now: Typed | null,
): Typed | null {
  if (!early || !now || sameTyped(now.cells, early.cells)) return early;
  for (const { tab, cells, range } of works) {
    if (!tab.owned && tab.typedSums.length === 0) continue;
    const { formats, values } = contentOf(tab, cells, now);
    range.setNumberFormats(formats);
    range.setValues(values);
  }
  services.SpreadsheetApp.flush();
  return now;
}

/**
 * Looks whether each text is still text. Where a host parses texts in spite of their format, they
 * are written once more with an apostrophe in front, which every host takes as "this is text".
 */
function isSafe(services: Services, work: Work, typed: Typed | null): boolean {
  const { formats, values } = contentOf(work.tab, work.cells, typed);
  const parsed = textsThatBecameFormulas(work.range, formats);
  if (parsed.length === 0) return true;
  for (const [row, column] of parsed) {
    const cells = values[row];
    if (cells) cells[column] = `'${cells[column]}`;
  }
  work.range.setValues(values);
  services.SpreadsheetApp.flush();
  return textsThatBecameFormulas(work.range, formats).length === 0;
}

function textsThatBecameFormulas(
  range: RangeSurface,
  formats: readonly string[][],
): [row: number, column: number][] {
  const found: [number, number][] = [];
  range.getFormulas().forEach((row, r) => {
    row.forEach((formula, c) => {
      if (formula !== "" && formats[r]?.[c] === TEXT_FORMAT) found.push([r, c]);
    });
  });
  return found;
}

/** Brings a staged tab into the workbook and returns its sheet. */
function commitTab(services: Services, work: Work): SheetSurface {
  const { tab, target, stage } = work;
  if (!target) {
    stage.showSheet();
    return stage.setName(tab.name);
  }
  const [rows, columns] = [work.cells.length, work.cells[0]?.length ?? 1];
  growTo(target, rows, columns);
  const block = target.getRange(1, 1, rows, columns);
  work.range.copyTo(block);
  // Google's pages do not say whether copyTo takes notes along; where it does, this changes nothing.
  block.setNotes(notesOf(work.cells));
  applyLayout(services, target, tab);
  return target;
}
