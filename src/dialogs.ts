/** The dialogs that the menu's commands share; all carry the product's name as their title. */
import type { Services } from "./sheets/surface";
import { label } from "./text/labels";
import type { Lang } from "./text/template";

const TOAST_SECONDS = 8;

/** What was typed, without outer blanks; null where the question was called off. */
export function askText({ SpreadsheetApp }: Services, lang: Lang, question: string): string | null {
  const ui = SpreadsheetApp.getUi();
  const response = ui.prompt(label("product", lang), question, ui.ButtonSet.OK_CANCEL);
  return response.getSelectedButton() === ui.Button.OK ? response.getResponseText().trim() : null;
}

/** The answer to a question of yes and no; null where its window was closed without one. */
export function askYesNo({ SpreadsheetApp }: Services, lang: Lang, question: string): boolean | null {
  const ui = SpreadsheetApp.getUi();
  const answer = ui.alert(label("product", lang), question, ui.ButtonSet.YES_NO);
  return answer === ui.Button.YES ? true : answer === ui.Button.NO ? false : null;
}

/** Shows words until they are confirmed. */
export function showWords({ SpreadsheetApp }: Services, lang: Lang, words: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(label("product", lang), words, ui.ButtonSet.OK);
}

/** Shows words until they are confirmed, and gives the command's answer as JSON text. */
export function say(services: Services, lang: Lang, words: string, json: object): string {
  showWords(services, lang, words);
  return JSON.stringify(json);
}

/** Shows words in passing. */
export function showToast({ SpreadsheetApp }: Services, lang: Lang, words: string): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(words, label("product", lang), TOAST_SECONDS);
}
