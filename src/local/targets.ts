/** Files that a command is going to write: none may be one that it reads, or another that it writes. */
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { callerPath, UsageError } from "./files.ts";

/** A file as a command names it: `--raw` and the path that was typed. */
export interface NamedFile {
  readonly role: string;
  readonly path: string;
}

/** What the workbook of a command is called in messages. */
export const WORKBOOK = "the workbook";

/**
 * Throws a UsageError where a file to write is one of those to read, or is named twice: by the same
 * path, through a link, or as two names of one file.
 */
export function refuseSameFiles(read: readonly NamedFile[], written: readonly NamedFile[]): void {
  written.forEach((target, index) => {
    for (const other of [...read, ...written.slice(0, index)]) {
      const [one, two] = [realPath(target.path), realPath(other.path)];
      if (one === two && other.role === WORKBOOK)
        throw new UsageError(`${target.role} is ${WORKBOOK} itself; name another file`);
      if (one === two || isOneFile(one, two))
        throw new UsageError(`${nameOf(target)} and ${nameOf(other)} are the same file; name another file`);
    }
  });
}

const nameOf = ({ role, path }: NamedFile) => `${role} ${path}`;

/** The path with all links followed, as far as it is there. */
function realPath(path: string): string {
  const full = callerPath(path);
  let there = full;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  return join(realpathSync(there), full.slice(there.length));
}

/** True for two names of one file on the disk. */
function isOneFile(one: string, two: string): boolean {
  if (!existsSync(one) || !existsSync(two)) return false;
  const [a, b] = [statSync(one, { bigint: true }), statSync(two, { bigint: true })];
  return a.dev === b.dev && a.ino === b.ino;
}

/** Throws a UsageError where a path cannot become a file: it is a folder, or lies under a file. */
export function refuseNoPlace(path: string): void {
  const full = callerPath(path);
  if (existsSync(full)) {
    if (statSync(full).isDirectory()) throw new UsageError(`cannot write ${path}: it is a folder`);
    return;
  }
  let above = dirname(full);
  while (!existsSync(above) && dirname(above) !== above) above = dirname(above);
  if (!statSync(above).isDirectory())
    throw new UsageError(`cannot write ${path}: ${basename(above)} is a file, not a folder`);
}

/**
 * Throws a UsageError where another file is there already. An empty file and one with this very
 * content are no loss.
 */
export function refuseExisting(path: string, content: Buffer): void {
  const full = callerPath(path);
  if (!existsSync(full) || statSync(full).size === 0 || !statSync(full).isFile()) return;
  if (readFileSync(full).equals(content)) return;
  throw new UsageError(`${path} is there already; name another file, or remove it`);
}
