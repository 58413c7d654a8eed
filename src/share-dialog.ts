/** The menu's dialogs for sharing: who gets what, who sees pay, one last question, what came of it. */
import { userLang } from "./menu";
import type { ShareChoice } from "./share/plan";
import { type PreviewedShare, type SharePreview, shareNow, sharePreview } from "./sharing";
import type { Services } from "./sheets/surface";
import { label } from "./text/labels";
import { shareDialogWord } from "./text/share-dialog-words";
import type { Lang } from "./text/template";

/** Previews, asks, and shares only what was previewed. Returns JSON text. */
export function askAndShare(services: Services): string {
  const lang = userLang(services);
  const first = sharePreview(services, { month: "", choices: [] }, lang);
  if ("error" in first) return say(services, lang, first.error, first);
  const typed = askPay(services, lang, first);
  if (typed === null) return JSON.stringify({ ok: false });
  const chosen = choicesOf(first, typed);
  if (typeof chosen === "string")
    return say(services, lang, shareDialogWord("badNumbers", lang, { found: chosen }), { ok: false });
  const request = { month: first.month, choices: chosen };
  const second = sharePreview(services, request, lang);
  if ("error" in second) return say(services, lang, second.error, second);
  if (!confirm(services, lang, second)) return JSON.stringify({ ok: false });
  const answer = shareNow(services, { ...request, token: second.token }, lang);
  return say(services, lang, "error" in answer ? answer.error : wordsOf(answer), answer);
}

function wordsOf(answer: Exclude<ReturnType<typeof shareNow>, { readonly error: string }>): string {
  return [answer.message, ...answer.files.map(({ message }) => message)].join("\n");
}

/** One choice a reader; the text that is no number of the list, where there is one. */
function choicesOf({ files }: SharePreview, typed: string): readonly ShareChoice[] | string {
  const numbers = typed.split(/[,，、;；\s]+/).filter((text) => text !== "");
  const wrong = numbers.find((text) => !/^\d+$/.test(text) || !files[Number(text) - 1]);
  if (wrong !== undefined) return wrong;
  const paid = new Set(numbers.map(Number));
  return files.map(({ email, holds }, index) => ({
    email,
    holds: holds === "own" ? "own" : "team",
    pay: paid.has(index + 1),
  }));
}

function askPay(services: Services, lang: Lang, preview: SharePreview): string | null {
  const ui = services.SpreadsheetApp.getUi();
  const question = shareDialogWord("askPay", lang, { month: preview.month, files: listOf(preview, lang) });
  const response = ui.prompt(label("product", lang), question, ui.ButtonSet.OK_CANCEL);
  return response.getSelectedButton() === ui.Button.OK ? response.getResponseText().trim() : null;
}

function confirm(services: Services, lang: Lang, preview: SharePreview): boolean {
  const ui = services.SpreadsheetApp.getUi();
  const question = shareDialogWord("confirm", lang, { files: listOf(preview, lang) });
  return ui.alert(label("product", lang), question, ui.ButtonSet.YES_NO) === ui.Button.YES;
}

function listOf({ files, leaving, notes }: SharePreview, lang: Lang): string {
  const who = leaving.map(({ reader, email }) => `${reader} (${email})`).join(lang === "zh" ? "、" : ", ");
  const lines = files.flatMap((file, index) => [lineOf(file, index + 1, lang), ...file.notes]);
  const taken = who === "" ? [] : [shareDialogWord("leaving", lang, { who })];
  return [...lines, ...taken, ...notes].join("\n");
}

function lineOf(file: PreviewedShare, n: number, lang: Lang): string {
  const { reader, email, people, tabs, pay, isNewAddress, isForeign, looksLikeGroup } = file;
  const separator = lang === "zh" ? "、" : ", ";
  const values = { n, reader, email, people: people.length, tabs: tabs.join(separator) };
  const marks = [
    pay ? shareDialogWord("pay", lang) : "",
    isNewAddress ? shareDialogWord("isNew", lang) : "",
    isForeign ? shareDialogWord("isForeign", lang) : "",
    looksLikeGroup ? shareDialogWord("isGroup", lang) : "",
  ].filter((mark) => mark !== "");
  const line = shareDialogWord("file", lang, values);
  return marks.length === 0 ? line : `${line} · ${marks.join(" · ")}`;
}

function say(services: Services, lang: Lang, words: string, json: object): string {
  const ui = services.SpreadsheetApp.getUi();
  ui.alert(label("product", lang), words, ui.ButtonSet.OK);
  return JSON.stringify(json);
}
