/** The dialogs and messages of Sheets: alerts, prompts, toasts. */
import type { Answer, ButtonSetName, Dialog, Toast } from "../world.ts";
import { type PageLanguage, pageWord } from "./words.ts";

const BUTTONS: Readonly<Record<ButtonSetName, readonly Answer["button"][]>> = {
  OK: ["OK"],
  OK_CANCEL: ["OK", "CANCEL"],
  YES_NO: ["YES", "NO"],
  YES_NO_CANCEL: ["YES", "NO", "CANCEL"],
};
const CAPTIONS = { OK: "ok", CANCEL: "cancel", YES: "yes", NO: "no", CLOSE: "close" } as const;

/** An element with a class and, perhaps, a text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text?: string,
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function field(dialog: Dialog, box: HTMLElement): HTMLInputElement | undefined {
  if (dialog.kind !== "prompt") return undefined;
  const input = element("input", "dialog-input");
  input.setAttribute("aria-label", dialog.title);
  input.autofocus = true;
  box.append(input);
  return input;
}

/** Opens a dialog and waits for its answer; Escape closes it. */
export function ask(dialog: Dialog, language: PageLanguage): Promise<Answer> {
  const box = element("dialog", "dialog");
  box.append(element("h2", "dialog-title", dialog.title), element("p", "dialog-text", dialog.prompt));
  box.setAttribute("aria-label", dialog.title);
  const form = element("form", "dialog-form");
  form.method = "dialog";
  const input = field(dialog, form);
  const row = element("div", "dialog-buttons");
  for (const [index, button] of BUTTONS[dialog.buttons].entries()) {
    const made = element(
      "button",
      index === 0 ? "button primary" : "button",
      pageWord(CAPTIONS[button], language),
    );
    made.value = button;
    row.append(made);
  }
  form.append(row);
  box.append(form);
  document.body.append(box);
  return new Promise((answered) => {
    box.addEventListener("close", () => {
      box.remove();
      const button = (box.returnValue || "CLOSE") as Answer["button"];
      answered(input ? { button, text: input.value } : { button });
    });
    box.showModal();
    input?.focus();
  });
}

const DEFAULT_SECONDS = 5;

/** Shows a message in the corner for its seconds, or until it is closed. Returns what takes it away. */
export function showToast({ title, message, seconds }: Toast, language: PageLanguage): () => void {
  const box = element("div", "toast");
  const text = element("div", "toast-text");
  if (title) text.append(element("strong", "toast-title", title));
  text.append(element("span", "toast-message", message));
  const close = element("button", "toast-close", "×");
  close.setAttribute("aria-label", pageWord("close", language));
  const remove = () => box.remove();
  close.addEventListener("click", remove);
  box.append(text, close);
  document.getElementById("toasts")?.append(box);
  if (seconds >= 0) setTimeout(remove, (seconds || DEFAULT_SECONDS) * 1000);
  return remove;
}
