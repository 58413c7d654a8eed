import type { Grid } from "../engine/grid";
import { columnsOf, type RecordTab, recordText } from "../life/record-tab";
import type { Lang } from "../text/template";

/**
 * What became of a file. `creating` and `updating` are written down before anything happens, so
 * that whoever finds them last knows that a run died; `shared`, `revoked` and `trashed` after it was
 * read back. `lost` is a file that HR gave up because it cannot be reached any more.
 */
export type ShareState =
  | "creating"
  | "updating"
  | "shared"
  | "revoking"
  | "revoked"
  | "trashed"
  | "lost"
  | "stopped";

/** Whom a file is for: a manager with a team, or one person alone. */
export type ShareFor = "team" | "own";

/** One row of the tab `Shares`: a step of one file. The last row of a key says where the file stands. */
export interface ShareRow {
  readonly reader: string;
  /** The address as it was granted, in small letters. */
  readonly email: string;
  readonly holds: ShareFor;
  /** Random; the file carries it too, so that a file is found whose address was never written down. */
  readonly key: string;
  /** Blank until it is known. */
  readonly file: string;
  /** Address of who made the file: nobody else's add-on can reach it. Blank where unknown. */
  readonly madeBy: string;
  readonly month: string;
  readonly pay: boolean;
  readonly tabs: string;
  /** Everybody whose figures the file has ever held: old content stays in its history. */
  readonly people: readonly string[];
  /** Fingerprint of what was asked to be in the file. */
  readonly print: string;
  readonly state: ShareState;
  /** Local time of the spreadsheet. */
  readonly at: string;
}

const KEYS = [
  "reader",
  "email",
  "holds",
  "key",
  "file",
  "madeBy",
  "month",
  "pay",
  "tabs",
  "heads",
  "people",
  "print",
  "state",
  "at",
] as const;

type ShareColumn = (typeof KEYS)[number];

/** The tab `Shares`: which manager has which file, made by whom, with what (DESIGN section 3). */
export const SHARES_TAB: RecordTab<ShareColumn> = {
  en: "Shares",
  zh: "分享",
  columns: [
    { key: "reader", en: "Reader", zh: "阅读人", width: 110 },
    { key: "email", en: "Reader email", zh: "阅读人邮箱", width: 190 },
    { key: "holds", en: "Holds", zh: "内容范围", width: 80 },
    { key: "key", en: "File key", zh: "文件标识", width: 120 },
    { key: "file", en: "File id", zh: "文件编号", width: 190 },
    { key: "madeBy", en: "Made by", zh: "创建人", width: 190 },
    { key: "month", en: "Month", zh: "月份", width: 80 },
    { key: "pay", en: "With pay", zh: "含工资", width: 70 },
    { key: "tabs", en: "Tabs of the file", zh: "文件内工作表", width: 180 },
    { key: "heads", en: "Heads", zh: "人数", width: 60 },
    { key: "people", en: "People", zh: "人员", width: 260 },
    { key: "print", en: "Content fingerprint", zh: "内容指纹", width: 190 },
    { key: "state", en: "Share state", zh: "分享状态", width: 90 },
    { key: "at", en: "At", zh: "时间", width: 150 },
  ],
};

interface Words {
  readonly en: string;
  readonly zh: string;
}

/** The word of each state in both languages. */
const STATE_WORDS: Readonly<Record<ShareState, Words>> = {
  creating: { en: "creating", zh: "创建中" },
  updating: { en: "updating", zh: "更新中" },
  shared: { en: "shared", zh: "已分享" },
  revoking: { en: "revoking", zh: "收回中" },
  revoked: { en: "revoked", zh: "已收回" },
  trashed: { en: "trashed", zh: "已移入回收站" },
  lost: { en: "given up", zh: "已放弃" },
  stopped: { en: "stopped", zh: "已停止" },
};

const FOR_WORDS: Readonly<Record<ShareFor, Words>> = {
  team: { en: "team", zh: "团队" },
  own: { en: "own", zh: "本人" },
};

const YES: Words = { en: "yes", zh: "是" };
const NO: Words = { en: "no", zh: "否" };
const NAME_SEPARATOR = "; ";

function wordOf<Key extends string>(words: Readonly<Record<Key, Words>>, text: string): Key | null {
  const found = (Object.entries(words) as [Key, Words][]).find(
    ([, { en, zh }]) => text === en || text === zh,
  );
  return found ? found[0] : null;
}

/** The cells of a row in the order of the tab. Names stand as they are on Staff, `; ` between them. */
export function shareCells(row: ShareRow, lang: Lang): string[] {
  const cells: Readonly<Record<ShareColumn, string>> = {
    ...row,
    holds: FOR_WORDS[row.holds][lang],
    pay: (row.pay ? YES : NO)[lang],
    heads: String(row.people.length),
    people: row.people.join(NAME_SEPARATOR),
    state: STATE_WORDS[row.state][lang],
  };
  return KEYS.map((key) => cells[key]);
}

/** The rows of the tab in their order. Rows without a key or with an unknown state are left out. */
export function readShares(grids: readonly Grid[]): ShareRow[] {
  const found = columnsOf(grids, SHARES_TAB);
  if (!found) return [];
  const { grid, headerRow, columns } = found;
  return grid.rows.slice(headerRow + 1).flatMap((row) => {
    const text = (key: ShareColumn) => recordText(row[columns[key]]);
    const state = wordOf(STATE_WORDS, text("state"));
    const holds = wordOf(FOR_WORDS, text("holds"));
    if (state === null || holds === null || text("key") === "") return [];
    return [
      {
        reader: text("reader"),
        email: addressKey(text("email")),
        holds,
        key: text("key"),
        file: text("file"),
        madeBy: addressKey(text("madeBy")),
        month: text("month"),
        pay: text("pay") !== NO.en && text("pay") !== NO.zh,
        tabs: text("tabs"),
        people: text("people")
          .split(/[;；]\s*/)
          .filter((name) => name !== ""),
        print: text("print"),
        state,
        at: text("at"),
      },
    ];
  });
}

/** Addresses are one where they differ in case and outer blanks only. */
export function addressKey(email: string): string {
  return email.trim().normalize("NFKC").toLowerCase();
}

/** Where each file stands: the last row of every key, in the order in which the keys first appear. */
export function standings(rows: readonly ShareRow[]): ShareRow[] {
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}

/** Whether a file may still be read by somebody, so that it needs care. */
export function isLive({ state }: ShareRow): boolean {
  return state !== "trashed" && state !== "lost";
}
