/** Keys and pastes that the page takes before the grid hears of them. */
import { pastedCells } from "./paste.ts";

/** What they do. */
export interface KeyActions {
  /** Whether cells take what is typed now: no cell is open, and the person may type. */
  readonly mayType: boolean;
  focusMenus(): void;
  /** False where there is no sidebar. */
  focusSidebar(): boolean;
  step(way: "undo" | "redo"): void;
  paste(cells: readonly (readonly string[])[]): void;
}

/** Univer's own fields hang at the end of the page, so what is not the page's own is the grid's. */
function isInGrid({ target }: Event): boolean {
  return !(
    target instanceof Element && target.closest("#head, #side, #reading, #toasts, dialog, input, textarea")
  );
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Undo and redo of the whole book; within a cell the editor has its own. F10 goes to the menus, F6 to the sidebar. */
function hearKey(event: KeyboardEvent, actions: KeyActions): void {
  const command = event.ctrlKey || event.metaKey;
  const letter = event.key.toLowerCase();
  const way = letter === "y" || (letter === "z" && event.shiftKey) ? "redo" : "undo";
  const isStep = command && /^[zy]$/.test(letter) && isInGrid(event) && actions.mayType;
  if (event.key === "F10") actions.focusMenus();
  else if (isStep) actions.step(way);
  else if (event.key !== "F6" || !actions.focusSidebar()) return;
  stop(event);
}

function hearPaste(event: ClipboardEvent, actions: KeyActions): void {
  if (!event.clipboardData || !isInGrid(event) || !actions.mayType) return;
  const cells = pastedCells(event.clipboardData);
  if (!cells) return;
  stop(event);
  actions.paste(cells);
}

/** Listens before Univer does, which hears its own undo at the same place. */
export function listenToKeys(actions: KeyActions): void {
  window.addEventListener("keydown", (event) => hearKey(event, actions), true);
  document.addEventListener("paste", (event) => hearPaste(event, actions), true);
}
