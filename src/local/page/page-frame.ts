/** Pages of the add-on: the sidebar and dialogs of HTML, each in a frame of no origin. */
import type { Page } from "../world.ts";
import { element } from "./dialogs.ts";
import { type PageLanguage, pageWord } from "./words.ts";

/** What pages ask of the workbench. */
export interface PageServer {
  /** Runs a function of the add-on for a page; throws what it throws. */
  call(name: string, args: readonly unknown[]): Promise<unknown>;
  /** Functions that a page may name. */
  readonly names: readonly string[];
  /** Hands the keyboard to the cells. */
  focusCells(): void;
  readonly language: PageLanguage;
}

/** What a page sends; the shim in `frame.html` is the other end. */
type Message =
  | { readonly kind: "ready" }
  | { readonly kind: "call"; readonly id: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly kind: "close" | "focus" }
  | { readonly kind: "size"; readonly width?: number; readonly height?: number };

/** A page in its frame: `allow-scripts` and nothing else, so it reaches neither the book nor any store. */
class PageFrame {
  readonly frame = element("iframe", "page-frame");
  private readonly listen = (event: MessageEvent) => this.hear(event);

  constructor(
    private readonly page: Page,
    private readonly server: PageServer,
    private readonly close: () => void,
  ) {
    this.frame.setAttribute("sandbox", "allow-scripts");
    this.frame.title = page.title;
    this.frame.src = "frame.html";
    window.addEventListener("message", this.listen);
  }

  dispose(): void {
    window.removeEventListener("message", this.listen);
    this.frame.remove();
  }

  private hear({ source, data }: MessageEvent): void {
    if (source !== this.frame.contentWindow || typeof data !== "object" || data === null) return;
    const message = data as Message;
    if (message.kind === "ready") this.start();
    else if (message.kind === "call") void this.answer(message);
    else if (message.kind === "close") this.close();
    else if (message.kind === "focus") this.server.focusCells();
    else if (message.kind === "size") this.resize(message);
  }

  private start(): void {
    const { names, language } = this.server;
    this.send({ kind: "page", html: this.page.content, names, language: tagOf(language) });
  }

  /** Tells the page of another language; what was typed in it stays. */
  speak(language: PageLanguage): void {
    this.send({ kind: "language", language: tagOf(language) });
  }

  /** Tells the page that somebody was at work beside it. */
  tell(): void {
    this.send({ kind: "beside" });
  }

  private async answer({ id, name, args }: Extract<Message, { kind: "call" }>): Promise<void> {
    try {
      if (!this.server.names.includes(name)) throw new Error(`Script function not found: ${name}`);
      const value = sendable(await this.server.call(name, args));
      this.send({ kind: "result", id, value });
    } catch (error) {
      const { message } = error as { message?: unknown };
      this.send({ kind: "failure", id, message: typeof message === "string" ? message : String(error) });
    }
  }

  private resize({ width, height }: Extract<Message, { kind: "size" }>): void {
    if (this.page.kind === "sidebar") return;
    if (width !== undefined) this.frame.style.width = `${width}px`;
    if (height !== undefined) this.frame.style.height = `${height}px`;
  }

  private send(message: object): void {
    // The frame has no origin that could be named.
    this.frame.contentWindow?.postMessage(message, "*");
  }
}

/** A language as browsers name it. */
function tagOf(language: PageLanguage): string {
  return language === "zh" ? "zh-CN" : "en-US";
}

/** What reaches a page of a function's result: none where Google gives null for it, as for a Date inside. */
function sendable(value: unknown): unknown {
  return hasUnsendable(value) ? null : JSON.parse(JSON.stringify(value ?? null));
}

function hasUnsendable(value: unknown): boolean {
  if (typeof value === "function") return true;
  if (typeof value !== "object" || value === null) return false;
  if (Object.prototype.toString.call(value) === "[object Date]") return true;
  return Object.values(value).some(hasUnsendable);
}

/** The places where pages are shown: one sidebar, one dialog. */
export class Pages {
  private sidebar: PageFrame | undefined;
  private dialog: PageFrame | undefined;

  constructor(
    private readonly side: HTMLElement,
    private readonly server: PageServer,
  ) {}

  /** Shows a page in the place of an earlier one of its kind. */
  show(page: Page): void {
    if (page.kind === "sidebar") this.showSidebar(page);
    else this.showDialog(page);
  }

  /** Puts open pages into another language. */
  speak(language: PageLanguage): void {
    this.sidebar?.speak(language);
    this.dialog?.speak(language);
    const close = this.side.querySelector(".page-close");
    close?.setAttribute("aria-label", pageWord("close", language));
  }

  /**
   * Tells an open sidebar that the menu or the person changed the workbook. Google's does not hear of that: there it
   * has to ask.
   */
  tell(): void {
    this.sidebar?.tell();
  }

  /** Whether there is a sidebar. */
  get isOpen(): boolean {
    return this.sidebar !== undefined;
  }

  /** Hands the keyboard to the sidebar, which gives it back by the same key. */
  focusSidebar(): void {
    this.sidebar?.frame.focus();
  }

  closeSidebar(): void {
    this.sidebar?.dispose();
    this.sidebar = undefined;
    this.side.hidden = true;
    this.side.replaceChildren();
  }

  private showSidebar(page: Page): void {
    this.closeSidebar();
    const made = new PageFrame(page, this.server, () => this.closeSidebar());
    this.sidebar = made;
    this.side.replaceChildren(
      this.head(page.title, () => this.closeSidebar()),
      made.frame,
    );
    this.side.hidden = false;
  }

  private showDialog(page: Page): void {
    const box = element("dialog", "dialog page-dialog");
    const close = () => box.close();
    const made = new PageFrame(page, this.server, close);
    made.frame.style.width = `${page.width ?? 600}px`;
    made.frame.style.height = `${page.height ?? 400}px`;
    this.dialog?.dispose();
    this.dialog = made;
    box.append(this.head(page.title, close), made.frame);
    box.addEventListener("close", () => {
      made.dispose();
      box.remove();
    });
    document.body.append(box);
    box.showModal();
  }

  private head(title: string, close: () => void): HTMLElement {
    const head = element("header", "page-head");
    const button = element("button", "page-close", "×");
    button.type = "button";
    button.setAttribute("aria-label", pageWord("close", this.server.language));
    button.addEventListener("click", close);
    head.append(element("h2", "page-title", title), button);
    return head;
  }
}
