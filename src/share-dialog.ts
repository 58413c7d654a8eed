/** The menu's dialogs for sharing: who gets what, who sees pay, one last question, what came of it. */
import { askText, askYesNo, say } from "./dialogs";
import { userLang } from "./menu";
import type { ShareChoice } from "./share/plan";
import { USELESS_FILE } from "./share/share";
import { type PreviewedShare, type SharePreview, shareNow, sharePreview } from "./sharing";
import type { Services } from "./sheets/surface";
import { shareDialogWord } from "./text/share-dialog-words";
import type { Lang } from "./text/template";

/** Previews, asks, and shares only what was previewed. Returns JSON text. */
export function askAndShare(services: Services): string {
  const lang = userLang(services);
  const first = sharePreview(services, { month: "", choices: [] }, lang);
  if ("error" in first) return say(services, lang, first.error, first);
  // Nothing can be done by this account: what stands in the way is all there is to say.
  if (first.leaving.length === 0 && first.files.every(({ action }) => action === "blocked"))
    return say(services, lang, listOf(first, lang), { ok: false });
  const typed = askPay(services, lang, first);
  if (typed === null) return JSON.stringify({ ok: false });
  const teams = choicesOf(first, typed);
  if (typeof teams === "string") return wrongNumber(services, lang, teams);
  const own = first.agents.length === 0 ? [] : askOwn(services, lang, first);
  if (own === null) return JSON.stringify({ ok: false });
  if (typeof own === "string") return wrongNumber(services, lang, own);
  const chosen = [...teams, ...own];
  const request = { month: first.month, choices: chosen };
  const second = sharePreview(services, request, lang);
  if ("error" in second) return say(services, lang, second.error, second);
  if (!confirm(services, lang, second)) return JSON.stringify({ ok: false });
  const answer = shareNow(services, { ...request, token: second.token }, lang);
  if ("error" in answer) return say(services, lang, answer.error, answer);
  const final = answer.ok ? answer : makeAnew(services, lang, request, answer);
  return say(services, lang, "error" in final ? final.error : wordsOf(final, lang), final);
}

function wrongNumber(services: Services, lang: Lang, found: string): string {
  return say(services, lang, shareDialogWord("badNumbers", lang, { found }), { ok: false });
}

type Answer = Exclude<ReturnType<typeof shareNow>, { readonly error: string }>;

/** Offers new files for those that are gone, in the trash or in a shared drive. */
function makeAnew(
  services: Services,
  lang: Lang,
  request: { readonly month: string; readonly choices: readonly ShareChoice[] },
  answer: Answer,
): ReturnType<typeof shareNow> {
  const useless = answer.files.filter(({ code }) => USELESS_FILE.has(code));
  if (useless.length === 0) return answer;
  const question = shareDialogWord("useless", lang, { files: useless.map(lineOfOutcome(lang)).join("\n") });
  if (!askYesNo(services, lang, question)) return answer;
  const isKept = (one: ShareChoice) =>
    !useless.some(({ email, holds }) => email === one.email && holds === one.holds);
  const again = useless.map(({ email, holds }): ShareChoice => {
    const known = request.choices.find((one) => one.email === email && one.holds === holds);
    return { email, holds, pay: known?.pay ?? false, again: true };
  });
  const chosen = { month: request.month, choices: [...request.choices.filter(isKept), ...again] };
  const preview = sharePreview(services, chosen, lang);
  return "error" in preview ? preview : shareNow(services, { ...chosen, token: preview.token }, lang);
}

function wordsOf(answer: Answer, lang: Lang): string {
  return [answer.message, ...answer.files.map(lineOfOutcome(lang))].join("\n");
}

/** A reader with the address, where there is one. */
function named(reader: string, email: string, lang: Lang): string {
  if (email === "") return reader;
  return lang === "zh" ? `${reader}（${email}）` : `${reader} (${email})`;
}

/** Whose file an outcome is about, and what came of it. */
function lineOfOutcome(lang: Lang) {
  return ({ reader, email, message }: Answer["files"][number]): string => {
    const who = named(reader, email, lang);
    return lang === "zh" ? `${who}：${message}` : `${who}: ${message}`;
  };
}

/** Whoever had it before: a dialog of Google cannot offer an answer that stands in its field already. */
const SAME = /^(?:same|同上|不变)$/i;

/** One choice a reader; the text that is no number of the list, where there is one. */
function choicesOf({ files }: SharePreview, typed: string): readonly ShareChoice[] | string {
  const words = wordsIn(typed);
  const numbers = words.filter((text) => !SAME.test(text));
  const wrong = numbers.find((text) => !/^\d+$/.test(text) || !files[Number(text) - 1]);
  if (wrong !== undefined) return wrong;
  const isSame = words.length > numbers.length;
  const paid = new Set(numbers.map(Number));
  return files.map(({ email, holds, sawPay }, index) => ({
    email,
    holds: holds === "own" ? "own" : "team",
    pay: paid.has(index + 1) || (isSame && sawPay),
  }));
}

function wordsIn(typed: string): string[] {
  return typed.split(/[,，、;；\s]+/).filter((text) => text !== "");
}

const ALL = /^(?:all|全部|所有|全体)$/i;

/**
 * Who gets a file of their own, with their own pay: nobody where the answer is blank; null where it was
 * cancelled, the text where it is none of the list.
 */
function askOwn(services: Services, lang: Lang, preview: SharePreview) {
  const { agents, month } = preview;
  const lines = agents.map(({ person, email, hasFile }, index) => {
    const line = `${index + 1}  ${named(person, email, lang)}`;
    return hasFile ? `${line} · ${shareDialogWord("hasFile", lang)}` : line;
  });
  const left = lines.length - MOST_NAMES;
  const shown = lines.slice(0, MOST_NAMES);
  if (left > 0) shown.push(shareDialogWord("moreOwn", lang, { n: left }));
  const question = shareDialogWord("askOwn", lang, { month, people: shown.join("\n") });
  const typed = askText(services, lang, underState(preview, lang, question));
  return typed === null ? null : ownChoices(agents, typed);
}

function ownChoices(agents: SharePreview["agents"], typed: string): readonly ShareChoice[] | string {
  const words = ALL.test(typed.trim()) ? agents.map(({ email }) => email) : wordsIn(typed);
  const chosen = new Set<string>();
  const had = agents.filter(({ hasFile }) => hasFile);
  for (const word of words) {
    if (SAME.test(word)) {
      for (const { email } of had) chosen.add(email);
      continue;
    }
    const agent = agents.find(
      ({ person, email }, index) => String(index + 1) === word || [person, email].includes(word),
    );
    if (!agent) return word;
    chosen.add(agent.email);
  }
  return [...chosen].map((email) => ({ email, holds: "own", pay: true }));
}

function askPay(services: Services, lang: Lang, preview: SharePreview): string | null {
  const files = listOf(preview, lang, "sawPay");
  const question = shareDialogWord("askPay", lang, { month: preview.month, files });
  return askText(services, lang, underState(preview, lang, question));
}

/** A question under a line that says where the month stands, and whether its figures may still change. */
function underState({ month, state }: SharePreview, lang: Lang, question: string): string {
  const known = STATES.find((one) => one === state) ?? "none";
  return `${shareDialogWord(`state.${known}`, lang, { month })}\n\n${question}`;
}

const STATES = ["none", "draft", "checked", "approved", "paid"] as const;

function confirm(services: Services, lang: Lang, preview: SharePreview): boolean {
  const question = shareDialogWord("confirm", lang, { files: listOf(preview, lang) });
  return askYesNo(services, lang, underState(preview, lang, question)) === true;
}

function listOf({ files, leaving, notes }: SharePreview, lang: Lang, payWord: PayWord = "pay"): string {
  const who = leaving
    .map(({ reader, email }) => named(reader, email, lang))
    .join(lang === "zh" ? "、" : ", ");
  const lines = files.flatMap((file, index) => [lineOf(file, index + 1, lang, payWord), ...file.notes]);
  const taken = who === "" ? [] : [shareDialogWord("leaving", lang, { who })];
  return [...lines, ...taken, ...notes].join("\n");
}

/** What a file is said to be that shows pay: before it is asked who may see pay, it showed it so far. */
type PayWord = "pay" | "sawPay";

/** A dialog of Google has no scroll bar of its own, so that a long list would push its buttons away. */
const MOST_NAMES = 30;

function namesOf(people: readonly string[], lang: Lang): string {
  const names = people.slice(0, MOST_NAMES).join(lang === "zh" ? "、" : ", ");
  const left = people.length - MOST_NAMES;
  return left > 0 ? shareDialogWord("more", lang, { names, n: left }) : names;
}

function lineOf(file: PreviewedShare, n: number, lang: Lang, payWord: PayWord): string {
  const { reader, email, people, tabs, pay, sawPay, action, isNewAddress, isForeign, looksLikeGroup } = file;
  const separator = lang === "zh" ? "、" : ", ";
  const names = namesOf(people, lang);
  const values = { n, reader, email, people: people.length, names, tabs: tabs.join(separator) };
  const marks = [
    (payWord === "pay" ? pay : sawPay) ? shareDialogWord(payWord, lang) : "",
    action === "replace" ? shareDialogWord("isReplaced", lang) : "",
    isNewAddress ? shareDialogWord("isNew", lang) : "",
    isForeign ? shareDialogWord("isForeign", lang) : "",
    looksLikeGroup ? shareDialogWord("isGroup", lang) : "",
  ].filter((mark) => mark !== "");
  const line = shareDialogWord("file", lang, values);
  return marks.length === 0 ? line : `${line} · ${marks.join(" · ")}`;
}
