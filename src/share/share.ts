/** Makes, updates and takes back the files of a plan, step by step (SHARING section 7). */
import type { DriveFile } from "../sheets/surface";
import {
  CloudCalls as Calls,
  type CloudCalls,
  CloudFailure,
  type CloudTools,
  type FailureKind,
} from "./cloud";
import { madeByOther } from "./plan";
import { publishFile, requireOwnFile, ShareFailure, takeBackAccess, trashFile } from "./publish";
import type { ShareRow } from "./records";
import { intentOf, type ShareOutcome, type ShareReport, type ShareTask } from "./task";

/** What a run of shares needs besides its plan. */
export interface ShareTools extends CloudTools {
  /** Adds rows to the tab `Shares`, all or none, and waits until they are there. */
  record(rows: readonly ShareRow[]): void;
  newKey(): string;
  /** Local time of the spreadsheet, for the record. */
  at(): string;
  /** Milliseconds since the run began. */
  elapsed(): number;
  /** Keys of all files that the tab `Shares` knows, whatever has become of them. */
  readonly listed: ReadonlySet<string>;
  /** Id of this spreadsheet, which every file carries. */
  readonly source: string;
  /** Address of who shares; blank where the account does not tell it. */
  readonly me: string;
}

/** Google ends a run after six minutes; the file under way needs the rest. */
export const TIME_LIMIT = 270_000;

/** Failures after which the next file would fail as well, or nobody knows what happened. */
const ENDS_RUN: ReadonlySet<string> = new Set(["share.rate", "share.sharing-limit", "share.unknown"]);

/** The message of a failed call. */
const FAILURE_CODES: Readonly<Record<FailureKind, string>> = {
  rate: "share.rate",
  "sharing-limit": "share.sharing-limit",
  refused: "share.refused",
  "not-found": "share.gone",
  "bad-request": "share.not-accepted",
  unknown: "share.unknown",
};

/** What was done is written down in lots: a run that dies in between does the last ones again. */
const ROWS_AT_ONCE = 16;

/** A task with the row under which its file stands now. */
interface Step {
  readonly task: ShareTask;
  readonly row: ShareRow;
  readonly former: readonly ShareRow[];
  readonly unchanged: boolean;
}

/** Failures of one file that another file mends, where HR says so: the old one cannot be used. */
export const USELESS_FILE: ReadonlySet<string> = new Set([
  "share.gone",
  "share.in-trash",
  "share.shared-drive",
]);

/**
 * Carries a plan out: writes down what is about to happen, takes access back first, then makes and
 * updates files, one reader after the other. It stops after 4.5 minutes and says how far it came;
 * the next run goes on from the tab. To be called under the document lock.
 */
export function runShares(
  tools: ShareTools,
  tasks: readonly ShareTask[],
  leaving: readonly ShareRow[],
  givenUp: ReadonlySet<string> = new Set(),
): ShareReport {
  const run = new ShareRun(tools, new Calls(tools), givenUp);
  return run.carryOut(
    tasks.filter(({ share }) => share.action !== "skip"),
    leaving,
  );
}

class ShareRun {
  private readonly outcomes: ShareOutcome[] = [];
  /** Rows that wait to be written down together. */
  private pending: ShareRow[] = [];
  /** Keys of files that this run made. */
  private readonly made = new Set<string>();
  private strays = 0;

  constructor(
    private readonly tools: ShareTools,
    private readonly calls: CloudCalls,
    private readonly givenUp: ReadonlySet<string>,
  ) {}

  carryOut(tasks: readonly ShareTask[], leaving: readonly ShareRow[]): ShareReport {
    const stopped = this.untilStopped(tasks, leaving);
    const of = tasks.length + leaving.length + this.strays;
    return { done: this.outcomes.filter(({ done }) => done).length, of, outcomes: this.outcomes, stopped };
  }

  private untilStopped(tasks: readonly ShareTask[], leaving: readonly ShareRow[]): string | null {
    try {
      const mine = leaving.filter((row) => this.isMine(row));
      const steps = tasks.flatMap((task) => this.prepare(task) ?? []);
      this.writeIntents(steps, mine);
      const stopped = this.takeJobs([
        ...mine.map((row) => () => this.leave(row)),
        ...takingBackFirst(steps).map((step) => () => this.share(step)),
      ]);
      this.writeDown();
      return stopped ?? this.takeBackStrays();
    } catch {
      // The tab Shares did not take a row: what was done stands in the files, and the next run reads it.
      return "share.unknown";
    }
  }

  private takeJobs(jobs: readonly (() => string)[]): string | null {
    for (const job of jobs) {
      if (this.tools.elapsed() >= TIME_LIMIT) return "share.time";
      const code = job();
      if (ENDS_RUN.has(code)) return code;
      if (this.pending.length >= ROWS_AT_ONCE) this.writeDown();
    }
    return null;
  }

  /**
   * Files of this workbook of which `Shares` knows nothing: somebody deleted its rows or the tab. Who
   * reads them can be told by nobody any more, and their readers have new files by now.
   */
  private takeBackStrays(): string | null {
    const found = this.calls.filesOf(this.tools.source).filter(({ appProperties }) => {
      const key = appProperties?.key ?? "";
      return !this.tools.listed.has(key) && !this.made.has(key);
    });
    this.strays = found.length;
    const jobs = found.map((file) => () => this.leave(this.strayRow(file), "share.stray"));
    const stopped = this.takeJobs(jobs);
    this.writeDown();
    return stopped;
  }

  private strayRow({ id = "", name = "", appProperties }: DriveFile): ShareRow {
    const known = { reader: name, email: "", holds: "team", month: "", pay: false } as const;
    const mark = { key: appProperties?.key ?? id, file: id, madeBy: this.tools.me };
    return { ...known, ...mark, tabs: "", people: [], print: "", state: "revoking", at: this.tools.at() };
  }

  private writeDown(): void {
    const rows = this.pending;
    this.pending = [];
    if (rows.length > 0) this.tools.record(rows);
  }

  /** A file that another person's add-on made cannot be taken back by this one. */
  private isMine(row: ShareRow): boolean {
    if (!madeByOther(row, this.tools.me)) return true;
    this.tell(row, "revoke", false, "share.made-by-other");
    return false;
  }

  private prepare(task: ShareTask): Step | null {
    const { share } = task;
    if (share.action === "blocked") {
      this.tell({ ...share, file: share.current?.file ?? "" }, "blocked", false, "share.made-by-other");
      return null;
    }
    const keeps = share.action === "update" || share.action === "resume";
    const known = keeps ? share.current : null;
    const base = known ?? { key: this.tools.newKey(), file: "", madeBy: this.tools.me };
    this.made.add(base.key);
    const replaced = share.current && !known ? [share.current] : [];
    const unchanged = known?.state === "shared" && known.print === task.print && known.month === task.month;
    const row = unchanged && known ? known : intentOf(task, base, known, this.tools.at());
    return { task, row, former: [...share.former, ...replaced], unchanged };
  }

  /** One call for all: nothing is made, changed or taken back that the tab does not tell of. */
  private writeIntents(steps: readonly Step[], leaving: readonly ShareRow[]): void {
    const taken = [...leaving, ...steps.flatMap(({ former }) => former)];
    const rows = [
      ...taken.filter(({ state }) => state !== "revoked").map((row) => this.as(row, "revoking")),
      ...steps.filter(({ unchanged }) => !unchanged).map(({ row }) => row),
    ];
    if (rows.length > 0) this.tools.record(rows);
  }

  private as(row: ShareRow, state: ShareRow["state"], file = row.file): ShareRow {
    return { ...row, state, file, at: this.tools.at() };
  }

  /** A file whose reader has nobody any more. */
  private leave(row: ShareRow, code = "share.revoked"): string {
    try {
      this.remove(row);
    } catch (error) {
      if (!this.givenUp.has(row.key) || !isOutOfReach(error))
        return this.tell(row, "revoke", false, codeOf(error));
      this.pending.push(this.as(row, "lost"));
      return this.tell(row, "revoke", true, "share.given-up");
    }
    this.pending.push(this.as(row, "trashed"));
    return this.tell(row, "revoke", true, code);
  }

  private remove(row: ShareRow): void {
    const file = this.fileOf(row);
    if (file === "") return;
    takeBackAccess(this.calls, file, this.tools.me);
    trashFile(this.calls, file);
  }

  /**
   * The file of a row; found by its key where a run died before writing it down, blank where none was
   * made. A copied workbook names the original's files: those are not taken back.
   */
  private fileOf(row: ShareRow): string {
    const file = row.file === "" ? (this.calls.search(row.key)[0]?.id ?? "") : row.file;
    if (file !== "") requireOwnFile(this.calls, this.tools, file);
    return file;
  }

  private share({ task, row, former, unchanged }: Step): string {
    const { share } = task;
    const rows: ShareRow[] = [];
    try {
      rows.push(...former.map((old) => this.takeBack(old, share.again)));
      const { file, asBefore } = publishFile(this.calls, this.tools, task, row, unchanged);
      const trashed = rows.filter(({ state }) => state === "revoked");
      if (!unchanged) rows.push(this.as(row, "shared", file));
      for (const old of trashed) rows.push(this.discard(old));
      if (rows.length > 0) this.tools.record(rows);
      return this.tell({ ...share, file }, share.action, true, asBefore ? "share.unchanged" : "share.shared");
    } catch (error) {
      const stopped =
        error instanceof ShareFailure && error.ends ? [this.as(row, "stopped", error.file)] : [];
      this.pending.push(...rows, ...stopped);
      return this.tell({ ...share, file: row.file }, share.action, false, codeOf(error));
    }
  }

  /** Takes the access to a former file back; gives one up that HR said cannot be reached. */
  private takeBack(old: ShareRow, isLost: boolean): ShareRow {
    try {
      const file = this.fileOf(old);
      if (file !== "") takeBackAccess(this.calls, file, this.tools.me);
      return this.as(old, "revoked", file);
    } catch (error) {
      if (isLost && isOutOfReach(error)) return this.as(old, "lost");
      throw error;
    }
  }

  private discard(old: ShareRow): ShareRow {
    if (old.file !== "") trashFile(this.calls, old.file);
    return this.as(old, "trashed");
  }

  private tell(
    { reader, email, holds, file }: Pick<ShareOutcome, "reader" | "email" | "holds" | "file">,
    action: ShareOutcome["action"],
    done: boolean,
    code: string,
  ): string {
    this.outcomes.push({ reader, email, holds, action, done, code, file });
    return code;
  }
}

/** Readers who are to see less come before those who are to see more. */
function takingBackFirst(steps: readonly Step[]): Step[] {
  return [...steps].sort((a, b) => Math.sign(b.former.length) - Math.sign(a.former.length));
}

function isOutOfReach(error: unknown): boolean {
  return error instanceof CloudFailure && (error.kind === "not-found" || error.kind === "refused");
}

function codeOf(error: unknown): string {
  if (error instanceof ShareFailure) return error.code;
  return error instanceof CloudFailure ? FAILURE_CODES[error.kind] : "share.unknown";
}
