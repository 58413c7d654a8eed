/** Shares as HR does: preview, then share with the preview's token. */
import { fingerprintText } from "../../src/life/fingerprint";
import type { CloudFile } from "../../src/local/cloud.ts";
import type { ShareChoice } from "../../src/share/plan";
import { readShares, type ShareRow, standings } from "../../src/share/records";
import { type ShareAnswer, type SharePreview, shareNow, sharePreview } from "../../src/sharing";
import { readGrids } from "../../src/sheets/reader";
import type { Seat } from "./world";

export const MONTH = "2026-10";

export function preview(seat: Seat, choices: readonly ShareChoice[] = []): SharePreview {
  const found = sharePreview(seat.services, { month: MONTH, choices }, "en");
  if ("error" in found) throw new Error(found.error);
  return found;
}

export function shareWith(seat: Seat, token: string, choices: readonly ShareChoice[] = [], clock = () => 0) {
  return shareNow(seat.services, { month: MONTH, choices, token }, "en", clock, () => 0);
}

export function share(seat: Seat, choices: readonly ShareChoice[] = []): ShareAnswer {
  const answer = shareWith(seat, preview(seat, choices).token, choices);
  if ("error" in answer) throw new Error(answer.error);
  return answer;
}

export function withPay(email: string, pay = true): ShareChoice {
  return { email, holds: "team", pay };
}

export function shares(seat: Seat): ShareRow[] {
  return readShares(readGrids(seat.services, { skips: () => false, needsFormulas: () => false }));
}

export function standing(seat: Seat): ShareRow[] {
  return standings(shares(seat));
}

export function readersOf({ permissions }: CloudFile): string[] {
  return permissions.flatMap(({ role, emailAddress }) => (role === "owner" ? [] : [emailAddress ?? ""]));
}

/** Files that somebody besides the owner can read. */
export function grantedFiles(seat: Seat): CloudFile[] {
  return [...seat.cloud.files.values()].filter((file) => readersOf(file).length > 0);
}

/** The file that a reader can read. */
export function fileOf(seat: Seat, email: string): CloudFile {
  const found = grantedFiles(seat).filter((file) => readersOf(file).includes(email));
  const [file] = found;
  if (!file || found.length > 1) throw new Error(`${found.length} files for ${email}`);
  return file;
}

/** Everything that a reader can see of a file, and what its history holds. */
export function seenBy(seat: Seat, email: string): string {
  const { content, meta } = fileOf(seat, email);
  return JSON.stringify([content.resource(true), meta.name, content.history]);
}

/** Fingerprint of what a share came to, apart from ids, keys and times: readers, content, whether it is listed. */
export function outcomeOf(seat: Seat): string {
  const files = grantedFiles(seat).map(({ content, permissions, meta }) => {
    const { sheets, properties } = content.resource(true) as Record<string, unknown>;
    return JSON.stringify([meta.name, permissions, properties, sheets]);
  });
  const live = standing(seat).filter(({ state }) => state === "shared");
  const listed = live.map(({ email, holds, pay, people, tabs, print }) => [
    email,
    holds,
    pay,
    people,
    tabs,
    print,
  ]);
  return fingerprintText(JSON.stringify([files.sort(), listed.map((one) => JSON.stringify(one)).sort()]));
}
