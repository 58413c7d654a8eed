import type { GridCell } from "../engine/grid";
import { headerKey } from "../engine/name";

/** Pairs Traditional, Simplified: the characters of the headers, marks and row labels known here. */
const PAIRS =
  "諮咨詢询單单數数終终轉转換换銷销額额營营業业價价復复覆复響响應应時时間间長长協协進进訂订編编號号買买實实際际帳账賬账戶户" +
  "暱昵稱称統统計计報报員员團团隊队總总彙汇匯汇評评滿满關关閉闭筆笔貨货遲迟曠旷職职請请處处後后靜静發发開开線线離离達达標标" +
  "績绩萬万億亿暫暂無无據据個个郵邮費费會会話话務务產产類类電电優优層层級级動动調调責责獲获轄辖廣广擴扩園园聯联繫系紹绍當当" +
  "佔占從从顯显與与臺台灣湾備备註注問问題题決决訴诉購购鋪铺顧顾鐘钟歷历檔档";
const SIMPLIFIED = new Map<string, string>();
for (let at = 0; at + 1 < PAIRS.length; at += 2) SIMPLIFIED.set(PAIRS[at] ?? "", PAIRS[at + 1] ?? "");
const CHINESE = /[㐀-鿿]/g;

/** The text with the Traditional characters of known headers and labels made Simplified. */
function simplify(text: string): string {
  return text.replace(CHINESE, (sign) => SIMPLIFIED.get(sign) ?? sign);
}

/**
 * Key under which the headers of exports are compared: like `headerKey`, Simplified, and without
 * the arrows and dashes between words (`询单→付款` and `询单->付款` are one).
 */
export function fieldKey(header: string): string {
  return simplify(headerKey(header)).replace(/[→>\-_:]/g, "");
}

/** What the unit in a header says about its plain numbers. */
export interface HeaderUnit {
  /** A number counts so many of the base unit: 60 for minutes, 10,000 for 万元; else 1. */
  readonly factor: number;
  /** The header says seconds, minutes or hours. */
  readonly isTime: boolean;
  /** The header says `%`: plain numbers are percentages. */
  readonly isPercent: boolean;
}

/** The header of one column. */
export interface Header {
  /** As written, trimmed. */
  readonly text: string;
  /** `headerKey` of the text, as Sources and Where name it. */
  readonly key: string;
  /** `fieldKey` without its unit, for recognition. */
  readonly field: string;
  readonly unit: HeaderUnit;
}

const NO_UNIT: HeaderUnit = { factor: 1, isTime: false, isPercent: false };
const UNITS: Readonly<Record<string, HeaderUnit>> = {
  秒: { factor: 1, isTime: true, isPercent: false },
  分: { factor: 60, isTime: true, isPercent: false },
  时: { factor: 3600, isTime: true, isPercent: false },
  万: { factor: 10_000, isTime: false, isPercent: false },
  "%": { factor: 1, isTime: false, isPercent: true },
  none: NO_UNIT,
};
/** Unit words in brackets, by what they mean. */
const UNIT_WORDS: readonly (readonly [keyof typeof UNITS, RegExp])[] = [
  ["秒", /^(?:秒|秒钟|s|sec|secs|second|seconds)$/],
  ["分", /^(?:分|分钟|min|mins|minute|minutes)$/],
  ["时", /^(?:时|小时|h|hr|hrs|hour|hours)$/],
  ["万", /^(?:万|万元)$/],
  ["%", /^%$/],
  ["none", /^(?:元|元\/人|件|件\/人|人|次|次数|人次|笔|单|个|天|日|day|days|cny|rmb|¥)$/],
];
const BRACKETED = /[([【]([^()[\]【】]{1,8})[)\]】]\s*$/;
const LONGEST_HEADER = 80;

const NO_HEADER: Header = { text: "", key: "", field: "", unit: NO_UNIT };

/** Headers by their text: the tabs of a year have the same ones, and figures below them repeat. */
const KNOWN = new Map<string, Header>();
const KNOWN_AT_MOST = 5000;

/** The header that a cell holds; texts too long for a header and other cells give an empty one. */
export function readHeader(cell: GridCell | undefined): Header {
  const raw = typeof cell === "string" ? cell : typeof cell === "number" ? String(cell) : "";
  if (raw === "" || raw.length > LONGEST_HEADER) return NO_HEADER;
  const known = KNOWN.get(raw);
  if (known) return known;
  if (KNOWN.size >= KNOWN_AT_MOST) KNOWN.clear();
  const header = headerOf(raw);
  KNOWN.set(raw, header);
  return header;
}

function headerOf(raw: string): Header {
  if (raw.trim() === "") return NO_HEADER;
  const plain = raw.normalize("NFKC");
  const unit = unitOf(plain);
  const bare = unit === null ? plain : plain.replace(BRACKETED, "");
  return { text: raw.trim(), key: headerKey(raw), field: fieldKey(bare), unit: unit ?? trailingUnit(plain) };
}

function unitOf(plain: string): HeaderUnit | null {
  const inside = BRACKETED.exec(plain)?.[1];
  if (inside === undefined) return null;
  const word = simplify(inside.trim().toLowerCase());
  const found = UNIT_WORDS.find(([, words]) => words.test(word));
  return found ? (UNITS[found[0]] ?? NO_UNIT) : null;
}

function trailingUnit(plain: string): HeaderUnit {
  if (/%\s*$/.test(plain)) return UNITS["%"] ?? NO_UNIT;
  return /(?:秒|seconds?)\s*$/i.test(plain) ? (UNITS.秒 ?? NO_UNIT) : NO_UNIT;
}

/** Fields under which a header may be known, the likeliest first; the number is how far it was cut. */
export function fieldForms(field: string): readonly (readonly [field: string, cut: number])[] {
  const forms: [string, number][] = [[field, 0]];
  const plain = field.replace(/[延修]$/, "");
  if (plain !== field) forms.push([plain, 1]);
  const unitless = plain.replace(/(?:秒|元|%)$/, "");
  if (unitless !== plain) forms.push([unitless, 1]);
  return forms;
}
