/** The workbench in a real browser, as tests use it. */
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from "playwright-core";
import { inject } from "vitest";

let connected: Promise<Browser> | undefined;

/** The one browser of all tests. */
export function browser(): Promise<Browser> {
  connected ??= chromium.connect(inject("browserEndpoint"));
  return connected;
}

/** How a workbench is opened. */
export interface OpenOptions {
  readonly language?: "en-US" | "zh-CN";
  readonly timeZone?: string;
  /** Other built files in the place of the add-on's: Code.js, and HTML files by name. */
  readonly project?: { readonly code: string; readonly htmlFiles: Readonly<Record<string, string>> };
}

/** A rectangle of cells on a tab. */
export interface Selection {
  readonly tab: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What the page offers to tests; see `expose` in `src/local/page/app.ts`. */
interface Exposed {
  tabs(): string[];
  read(tab: string, a1: string): string | number | boolean;
  formula(tab: string, a1: string): string;
  select(tab: string, a1: string): Promise<void>;
  selection(): Selection;
  typing(): boolean;
  steps(): (string | undefined)[];
  idle(): Promise<void>;
}

/** Opens the workbench with the sample shop, ready for a person. */
export async function openWorkbench(options: OpenOptions = {}): Promise<WorkbenchPage> {
  const context = await (await browser()).newContext({
    viewport: { width: 1400, height: 850 },
    locale: options.language ?? "en-US",
    timezoneId: options.timeZone ?? "Asia/Shanghai",
    acceptDownloads: true,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const { project } = options;
  if (project) {
    const body = JSON.stringify({ ...project, timeZone: "Asia/Shanghai" });
    await context.route("**/project.json", (route) =>
      route.fulfill({ body, contentType: "application/json" }),
    );
  }
  const opened = new WorkbenchPage(context, await context.newPage());
  await opened.load();
  return opened;
}

/** One open workbench. */
export class WorkbenchPage {
  /** Errors that the page threw or printed. */
  readonly errors: string[] = [];
  /** Requests to anywhere but the workbench's own server. */
  readonly outside: string[] = [];
  /** Milliseconds from the address to the first cell that can be used. */
  readyAfter = 0;

  constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on("pageerror", (error) => this.errors.push(String(error.stack ?? error)));
    page.on("console", (line) => line.type() === "error" && this.errors.push(line.text()));
    context.on("request", (request) => {
      const inside = request.url().startsWith(inject("workbenchAddress"));
      if (!inside && !/^(?:data|blob|about):/.test(request.url())) this.outside.push(request.url());
    });
  }

  async load(): Promise<void> {
    const started = performance.now();
    await this.page.goto(inject("workbenchAddress"));
    await this.page.waitForSelector("body[data-ready]", { timeout: 20_000 });
    this.readyAfter = Math.round(performance.now() - started);
    await this.idle();
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  /** Waits until all that was begun is done and computed. */
  async idle(): Promise<void> {
    await this.ask("idle");
  }

  tabs(): Promise<string[]> {
    return this.ask("tabs");
  }

  /** What the book holds at a cell. */
  cell(tab: string, a1: string): Promise<string | number | boolean> {
    return this.ask("read", tab, a1);
  }

  formula(tab: string, a1: string): Promise<string> {
    return this.ask("formula", tab, a1);
  }

  /** What undo and redo would take back and do again. */
  steps(): Promise<(string | undefined)[]> {
    return this.ask("steps");
  }

  selection(): Promise<Selection> {
    return this.ask("selection");
  }

  async select(tab: string, a1: string): Promise<void> {
    await this.ask("select", tab, a1);
  }

  /** Types into a cell as a person does, and waits for the results. */
  async type(tab: string, a1: string, text: string): Promise<void> {
    await this.select(tab, a1);
    await this.page.keyboard.type(text);
    // The editor of a cell opens with the first letter, on a busy machine a moment later.
    await this.page.waitForFunction("workbench.typing()");
    await this.page.keyboard.press("Enter");
    await this.idle();
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
    await this.idle();
  }

  /** Pastes a clipboard's contents at a cell. */
  async paste(tab: string, a1: string, text: string, html = ""): Promise<void> {
    await this.select(tab, a1);
    const contents = JSON.stringify({ "text/plain": text, "text/html": html });
    await this.page.evaluate(`{
      const clipboardData = new DataTransfer();
      for (const [type, value] of Object.entries(${contents})) if (value) clipboardData.setData(type, value);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(event);
    }`);
    await this.idle();
  }

  /** Chooses an entry of a menu by its words. */
  async menu(menu: string, item: string): Promise<void> {
    await this.page.getByRole("menubar").getByRole("menuitem", { name: menu, exact: true }).click();
    await this.page.getByRole("menu", { name: menu }).getByRole("menuitem", { name: item }).click();
  }

  /** The words of an open dialog. */
  async dialogText(): Promise<string> {
    await this.page.waitForSelector("dialog[open]");
    return this.page.innerText("dialog[open]");
  }

  /** Answers the open dialog: a text for a prompt, and a button. */
  async answer(button: string, text?: string): Promise<void> {
    await this.reply(button, text);
    await this.idle();
  }

  /** Answers one of several questions of a run, which goes on after it. */
  async reply(button: string, text?: string): Promise<void> {
    const dialog = this.page.locator("dialog[open]");
    await dialog.waitFor();
    if (text !== undefined) await dialog.getByRole("textbox").fill(text);
    await dialog.getByRole("button", { name: button, exact: true }).click();
  }

  /** The sidebar's own document. */
  async sidebar(): Promise<Frame> {
    const handle = await this.page.waitForSelector("#side iframe");
    const frame = await handle.contentFrame();
    if (!frame) throw new Error("the sidebar has no document");
    return frame;
  }

  /** Drops a file on the page. */
  async drop(name: string, bytes: Uint8Array): Promise<void> {
    const data = JSON.stringify(Buffer.from(bytes).toString("base64"));
    await this.page.evaluate(`{
      const bytes = Uint8Array.from(atob(${data}), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], ${JSON.stringify(name)}));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }`);
    await this.idle();
  }

  /** Downloads the workbook and gives its bytes. */
  async download(menu: string, item: string): Promise<Buffer> {
    const waiting = this.page.waitForEvent("download");
    await this.menu(menu, item);
    const stream = await (await waiting).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  private ask<Name extends keyof Exposed>(
    name: Name,
    ...args: Parameters<Exposed[Name]>
  ): Promise<Awaited<ReturnType<Exposed[Name]>>> {
    const list = args.map((arg) => JSON.stringify(arg)).join(", ");
    return this.page.evaluate(`workbench.${name}(${list})`);
  }
}
