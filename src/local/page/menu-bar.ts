/** A menu bar, to be used with the mouse or with the keyboard alone. */
import { element } from "./dialogs.ts";

/** An entry of a menu; null is a separator. */
export type Item = {
  readonly caption: string;
  readonly keys?: string;
  readonly disabled?: boolean;
  readonly choose: () => void;
} | null;

/** A menu of the bar. */
export interface Menu {
  readonly caption: string;
  /** Asked each time that it is opened. */
  readonly items: () => readonly Item[];
}

/** The bar: arrow keys go through menus and entries, Enter chooses, Escape closes. */
export class MenuBar {
  private open: HTMLElement | undefined;

  constructor(
    private readonly bar: HTMLElement,
    private readonly leave: () => void,
  ) {
    bar.setAttribute("role", "menubar");
    bar.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("pointerdown", (event) => {
      if (!this.bar.contains(event.target as Node)) this.close();
    });
  }

  /** Puts these menus into the bar. */
  show(menus: readonly Menu[]): void {
    this.open = undefined;
    this.bar.replaceChildren(...menus.map((menu, index) => this.top(menu, index)));
  }

  /** Hands the keyboard to the first menu. */
  focus(): void {
    this.tops[0]?.focus();
  }

  private get tops(): HTMLElement[] {
    return [...this.bar.querySelectorAll<HTMLElement>(".menu-top")];
  }

  private top(menu: Menu, index: number): HTMLElement {
    const holder = element("div", "menu");
    const button = element("button", "menu-top", menu.caption);
    button.type = "button";
    button.tabIndex = index === 0 ? 0 : -1;
    button.setAttribute("role", "menuitem");
    button.setAttribute("aria-haspopup", "menu");
    button.setAttribute("aria-expanded", "false");
    const list = element("div", "menu-list");
    list.setAttribute("role", "menu");
    list.setAttribute("aria-label", menu.caption);
    list.hidden = true;
    const unfold = () => {
      list.replaceChildren(...menu.items().map((item) => this.item(item)));
      this.unfold(holder);
    };
    button.addEventListener("click", () => (this.open === holder ? this.close() : unfold()));
    button.addEventListener("pointerenter", () => this.open && this.open !== holder && unfold());
    holder.addEventListener("unfold", unfold);
    holder.append(button, list);
    return holder;
  }

  private item(item: Item): HTMLElement {
    if (!item) {
      const line = element("hr", "menu-line");
      line.setAttribute("role", "separator");
      return line;
    }
    const entry = element("button", "menu-item", item.caption);
    entry.type = "button";
    entry.tabIndex = -1;
    entry.disabled = item.disabled === true;
    entry.setAttribute("role", "menuitem");
    if (item.keys) entry.append(element("kbd", "menu-keys", item.keys));
    entry.addEventListener("click", () => {
      this.close();
      this.leave();
      item.choose();
    });
    return entry;
  }

  private unfold(holder: HTMLElement): void {
    this.close();
    this.open = holder;
    holder.querySelector(".menu-top")?.setAttribute("aria-expanded", "true");
    const list = holder.querySelector<HTMLElement>(".menu-list");
    if (list) list.hidden = false;
  }

  private close(): void {
    if (!this.open) return;
    this.open.querySelector(".menu-top")?.setAttribute("aria-expanded", "false");
    const list = this.open.querySelector<HTMLElement>(".menu-list");
    if (list) list.hidden = true;
    this.open = undefined;
  }

  private key(event: KeyboardEvent): void {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowRight: () => this.goTop(1),
      ArrowLeft: () => this.goTop(-1),
      ArrowDown: () => this.goDown(1),
      ArrowUp: () => this.goDown(-1),
      Escape: () => this.escape(),
      Tab: () => this.close(),
    };
    const move = moves[event.key];
    if (!move) return;
    if (event.key !== "Tab") event.preventDefault();
    move();
  }

  private escape(): void {
    const top = this.open?.querySelector<HTMLElement>(".menu-top");
    this.close();
    if (top) top.focus();
    else this.leave();
  }

  private goTop(step: number): void {
    const tops = this.tops;
    const at = tops.findIndex((top) => top.parentElement?.contains(document.activeElement));
    const next = tops[(at + step + tops.length) % tops.length];
    next?.focus();
    if (this.open) this.unfoldBy(next);
  }

  private unfoldBy(top: HTMLElement | undefined): void {
    top?.parentElement?.dispatchEvent(new Event("unfold"));
  }

  private goDown(step: number): void {
    const top = this.tops.find((each) => each.parentElement?.contains(document.activeElement));
    if (!this.open) this.unfoldBy(top);
    const items = [...(this.open?.querySelectorAll<HTMLButtonElement>(".menu-item:enabled") ?? [])];
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    const next = at < 0 && step < 0 ? items.length - 1 : (at + step + items.length) % items.length;
    items[next]?.focus();
  }
}
