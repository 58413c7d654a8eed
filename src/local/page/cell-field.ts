/** Where Univer listens to the keyboard, in cells that are selected as in cells that are typed into. */
import { univerCore } from "./univer.ts";

/** The field of the cells; null before the grid is on the page. */
export function findCellField(): HTMLElement | null {
  return document.getElementById(`__editor_${univerCore.DOCS_NORMAL_EDITOR_UNIT_ID_KEY}`);
}

/** Gives it the keyboard and the caret. */
export function focusCellField(): void {
  const field = findCellField();
  if (!field) return;
  // A dialog takes the caret away, and Chromium leaves the field dead until it is laid out anew.
  field.blur();
  field.style.display = "none";
  void field.offsetHeight;
  field.style.display = "";
  field.focus();
  getSelection()?.collapse(field, 0);
}
