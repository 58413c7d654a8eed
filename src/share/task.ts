import type { SharedFile } from "./content";
import { heldNames, type PlannedShare, type ShareAction } from "./plan";
import type { ShareFor, ShareRow } from "./records";
import type { Secrets } from "./secrets";

/** One reader's file with all that is needed to make it. */
export interface ShareTask {
  readonly share: PlannedShare;
  readonly file: SharedFile;
  readonly secrets: Secrets;
  /** Names of the file's tabs, for the record. */
  readonly tabs: string;
  readonly month: string;
  /** Fingerprint of the described file and its reader. */
  readonly print: string;
}

/** What became of one reader's file; `code` is a message's code. */
export interface ShareOutcome {
  readonly reader: string;
  readonly email: string;
  readonly holds: ShareFor;
  readonly action: ShareAction | "revoke";
  readonly done: boolean;
  readonly code: string;
  readonly file: string;
}

/** What a run of shares came to. */
export interface ShareReport {
  /** Files that are as planned, of all that were planned. */
  readonly done: number;
  readonly of: number;
  readonly outcomes: readonly ShareOutcome[];
  /** Code of the message that says why the run stopped early; null where it went to its end. */
  readonly stopped: string | null;
}

/** The step of a file that is about to be taken, to be written down first. */
export function intentOf(
  task: ShareTask,
  base: Pick<ShareRow, "key" | "file" | "madeBy">,
  known: ShareRow | null,
  at: string,
): ShareRow {
  const { share, tabs, month, print } = task;
  const { reader, email, holds, allowed } = share;
  const held = heldNames(allowed);
  const before = known?.people ?? [];
  return {
    ...base,
    reader,
    email,
    holds,
    month,
    pay: allowed.pay,
    tabs,
    people: [...before, ...held.filter((person) => !before.includes(person))],
    print,
    state: known && known.state !== "creating" ? "updating" : "creating",
    at,
  };
}
