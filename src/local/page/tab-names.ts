/**
 * Names of tabs. Univer opens a tab's name at the second press already, while the tab may still be dragged: its own
 * press would then tear the tab out of the bar. So that press is kept from it, and the name opens when both are over.
 */

const TAB = "[data-u-comp=slide-tab-item]";
/** Milliseconds between two presses of one. */
const DOUBLE_PRESS = 500;

function tabOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(TAB) : null;
}

function isOpen(tab: HTMLElement): boolean {
  return tab.querySelector("[contenteditable]") !== null;
}

/** Calls `rename` for the tab in view when its name is pressed twice; the name has the keyboard afterwards. */
export function listenToTabNames(container: HTMLElement, rename: () => Promise<void>): void {
  let last = { id: "", at: Number.NEGATIVE_INFINITY };
  const press = (event: PointerEvent) => {
    const tab = tabOf(event.target);
    if (!tab || event.button !== 0 || isOpen(tab)) return;
    const id = tab.dataset.id ?? "";
    const isSecond = last.id === id && event.timeStamp - last.at < DOUBLE_PRESS;
    last = { id, at: event.timeStamp };
    if (isSecond) event.stopPropagation();
  };
  container.addEventListener("pointerdown", press, true);
  container.addEventListener("dblclick", (event) => {
    const tab = tabOf(event.target);
    if (!tab || isOpen(tab)) return;
    void rename().then(() => tab.querySelector<HTMLElement>("[contenteditable]")?.focus());
  });
}
