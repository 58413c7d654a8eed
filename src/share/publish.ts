/** One file from nothing, or from what it was, to a verified one that its reader may read. */
import type { DriveFile } from "../sheets/surface";
import { type CloudCalls, CloudFailure } from "./cloud";
import type { Leak } from "./leak";
import type { ShareRow } from "./records";
import { buildRequests, inBatches } from "./requests";
import { objectIn, presentFile } from "./resource";
import type { ShareTask } from "./task";
import { isReader, walkPermissions, walkRecord, walkRequests, walkSpreadsheet } from "./walk";

/** Why a file was not shared. `ends`: the file is not used again, and nobody can read it. */
export class ShareFailure extends Error {
  constructor(
    readonly code: string,
    readonly file = "",
    readonly ends = false,
  ) {
    super(code);
  }
}

/** Whose workbook and account a file belongs to. */
export interface Owner {
  readonly source: string;
  readonly me: string;
}

/** A file as it was published. */
export interface Published {
  readonly file: string;
  /** It held what is described already, and its reader could read it. */
  readonly asBefore: boolean;
}

/**
 * Brings a reader's file to what its task describes and grants it. Nobody is granted a file that was
 * not read back and walked; what somebody changed in an unchanged file since is put right too. Throws
 * a {@link ShareFailure} or the calls' failure.
 */
export function publishFile(
  calls: CloudCalls,
  owner: Owner,
  task: ShareTask,
  row: ShareRow,
  unchanged: boolean,
): Published {
  const file = row.file === "" ? findOrCreate(calls, owner, task, row.key) : row.file;
  const hasReader = checkBefore(calls, owner, task, row.key, file);
  if (unchanged && hasReader && isDescribed(calls, task, file)) return { file, asBefore: true };
  const isRead = fillFile(calls, owner, task, { file, key: row.key, hasReader });
  if (!isRead) grantReader(calls, owner, task, file);
  return { file, asBefore: false };
}

function isDescribed(calls: CloudCalls, { file: described, secrets }: ShareTask, file: string): boolean {
  return walkSpreadsheet(calls.content(file), described, secrets).length === 0;
}

/** The file that carries the key, made by this run or by one that died; a new one where there is none. */
function findOrCreate(calls: CloudCalls, { source }: Owner, { file }: ShareTask, key: string): string {
  const found = findByKey(calls, key);
  if (found !== null) return found;
  try {
    return idOf(calls.create(file.title, key, source));
  } catch (error) {
    if (!(error instanceof CloudFailure) || error.kind !== "unknown") throw error;
    // It may be there all the same, and a second one must not be made before that is known.
    const late = findByKey(calls, key);
    if (late === null) throw error;
    return late;
  }
}

function findByKey(calls: CloudCalls, key: string): string | null {
  const found = calls.search(key);
  if (found.length > 1) throw new ShareFailure("share.several");
  return found[0] ? idOf(found[0]) : null;
}

function idOf({ id }: DriveFile): string {
  if (id === undefined || id === "") throw new CloudFailure("unknown");
  return id;
}

/** Looks at a file before anything is written. Gives whether its reader has access already. */
function checkBefore(
  calls: CloudCalls,
  { source, me }: Owner,
  { share }: ShareTask,
  key: string,
  file: string,
): boolean {
  const record = objectIn(calls.record(file));
  const marks = objectIn(record.appProperties);
  if (marks.src !== source) throw new ShareFailure("share.copied");
  if (marks.key !== key) throw new ShareFailure("share.several");
  if (record.trashed === true) throw new ShareFailure("share.in-trash");
  if (record.driveId !== undefined) throw new ShareFailure("share.shared-drive");
  const permissions = calls.permissions(file);
  const hasReader = permissions.some((one) => isReader(objectIn(one), share.email));
  if (walkPermissions(permissions, me, hasReader ? share.email : null).length > 0)
    throw new ShareFailure("share.extra-access");
  return hasReader;
}

/** Refuses a file that another workbook's add-on made: its readers, content and place stay as they are. */
export function requireOwnFile(calls: CloudCalls, { source }: Pick<Owner, "source">, file: string): void {
  if (calls.record(file).appProperties?.src !== source) throw new ShareFailure("share.copied");
}

interface Filling {
  readonly file: string;
  readonly key: string;
  readonly hasReader: boolean;
}

/**
 * Writes the whole content in a batch that was walked before, reads it back and walks it again. Gives
 * whether the reader has access still: who could see a large file half written is let in again later.
 */
function fillFile(calls: CloudCalls, owner: Owner, task: ShareTask, filling: Filling): boolean {
  const { file } = filling;
  const before = calls.content(file);
  const requests = buildRequests(task.file, presentFile(before));
  if (walkRequests(requests, task.secrets).length > 0) throw new ShareFailure("share.leak");
  const batches = inBatches(requests);
  const hasReader = filling.hasReader && batches.length === 1;
  if (filling.hasReader && !hasReader) takeBackAccess(calls, file, owner.me);
  const lost = attempt(() => {
    for (const batch of batches) calls.write(file, batch);
  });
  const after = calls.content(file);
  if (verify(calls, owner, task, { ...filling, hasReader }, after).length === 0) return hasReader;
  // The answer got lost: nothing was written and the reader sees what was verified last time, or
  // nobody sees what was written in part.
  if (lost && (!hasReader || JSON.stringify(after) === JSON.stringify(before))) throw lost;
  if (hasReader) takeBackAccess(calls, file, owner.me);
  throw new ShareFailure("share.mismatch", file, true);
}

/** Makes a call whose outcome is read afterwards; gives the failure that leaves the outcome open. */
function attempt(call: () => void): CloudFailure | null {
  try {
    call();
    return null;
  } catch (error) {
    if (error instanceof CloudFailure && error.kind === "unknown") return error;
    throw error;
  }
}

function verify(
  calls: CloudCalls,
  { source, me }: Owner,
  { share, file: described, secrets }: ShareTask,
  { file, key, hasReader }: Filling,
  content: object,
): Leak[] {
  const wanted = { id: file, title: described.title, key, source };
  return [
    ...walkSpreadsheet(content, described, secrets),
    ...walkRecord(calls.record(file), wanted),
    ...walkPermissions(calls.permissions(file), me, hasReader ? share.email : null),
  ];
}

/** Grants and reads back. What came of the call is told by the list, never by its answer. */
function grantReader(calls: CloudCalls, { me }: Owner, { share }: ShareTask, file: string): void {
  let failure: CloudFailure | null = null;
  try {
    calls.grant(file, share.email);
  } catch (error) {
    if (!(error instanceof CloudFailure)) throw error;
    failure = error;
  }
  const permissions = calls.permissions(file);
  if (walkPermissions(permissions, me, share.email).length === 0) return;
  if (walkPermissions(permissions, me, null).length === 0) {
    if (failure && failure.kind !== "bad-request") throw failure;
    throw new ShareFailure("share.bad-reader");
  }
  takeBackAccess(calls, file, me);
  throw new ShareFailure("share.not-a-person", file, true);
}

/** Removes every permission but the owner's and reads the list again until only that is left. */
export function takeBackAccess(calls: CloudCalls, file: string, me: string): void {
  const others = calls.permissions(file).filter(({ role }) => role !== "owner");
  let lost: CloudFailure | null = null;
  for (const { id } of others) if (id !== undefined) lost = attemptRemoval(calls, file, id) ?? lost;
  if (walkPermissions(calls.permissions(file), me, null).length === 0) return;
  throw lost ?? new ShareFailure("share.not-revoked");
}

/** A permission that is gone already is no failure. */
function attemptRemoval(calls: CloudCalls, file: string, permission: string): CloudFailure | null {
  try {
    calls.revoke(file, permission);
    return null;
  } catch (error) {
    if (error instanceof CloudFailure && (error.kind === "unknown" || error.kind === "not-found"))
      return error;
    throw error;
  }
}

/** Moves a file that nobody else can read to the trash, and reads back that it is there. */
export function trashFile(calls: CloudCalls, file: string): void {
  const lost = attempt(() => calls.trash(file));
  if (calls.record(file).trashed !== true) throw lost ?? new CloudFailure("unknown");
}
