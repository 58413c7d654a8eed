/** Puts the workbench on the screen and listens to the person. */
import type { Book } from "../book.ts";
import { Converter } from "../function-bridge.ts";
import type { BookState, Step } from "../history.ts";
import { captureBook } from "../history.ts";
import { TimeZone } from "../serial.ts";
import { ChartLayer } from "./charts.ts";
import { exposeWorkbench } from "./console.ts";
import { ask, showToast } from "./dialogs.ts";
import { listenToDrops } from "./drops.ts";
import { Grid } from "./grid.ts";
import { type Item, type Menu, MenuBar } from "./menu-bar.ts";
import { Pages } from "./page-frame.ts";
import { pasteCells, pastedCells } from "./paste.ts";
import { byId, firstLanguage, messageOf, painted, saveWorkbook } from "./screen.ts";
import { engine } from "./univer.ts";
import { type PageLanguage, pageWord } from "./words.ts";
import { isWorkbook, type Ran, Workbench } from "./workbench.ts";

/** The whole page. */
export class App {
  private readonly bench = new Workbench(firstLanguage());
  private readonly messages = new Map<string, string>();
  private readonly grid: Grid;
  private readonly menus: MenuBar;
  private readonly pages: Pages;
  private readonly charts = new ChartLayer(byId("main"), () => ({
    book: this.bench.book,
    place: this.grid.place,
  }));
  /** What the grid shows, to see what has to be shown anew. */
  private shown: BookState = captureBook(this.bench.book);
  /** What was selected when the last run began. */
  private selected: Pick<Step, "sheet" | "selection"> = { sheet: undefined, selection: undefined };
  /** Runs and edits go one after another. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor() {
    const { bench } = this;
    this.grid = new Grid(
      {
        container: byId("grid"),
        language: bench.language,
        functions: bench.functions,
        bridge: {
          engine,
          converter: new Converter(engine, new TimeZone(bench.timeZone), (ms) =>
            bench.functionScope.makeDate(ms),
          ),
          call: (name, args) => bench.functionScope.call(name, args),
          thrown: ({ sheet, row, column }, message) =>
            this.messages.set(`${sheet}!${row}!${column}`, message),
        },
      },
      {
        editing: () => this.settle(),
        edited: () => this.edited(),
        computed: () => this.settle(),
        selected: () => this.tellCell(),
        moved: () => this.charts.showSoon(),
      },
    );
    this.menus = new MenuBar(byId("menus"), () => this.grid.focus());
    this.pages = new Pages(byId("side"), this.server());
  }

  /** Opens the sample shop and lets the person in. */
  async start(): Promise<void> {
    this.listen();
    this.speak();
    this.open(this.bench.sample(pageWord("product", this.bench.language)));
    await this.grid.ready();
    this.grid.focus();
    document.body.dataset.ready = "yes";
    const idle = () => this.enqueue(() => this.grid.settle());
    exposeWorkbench({ bench: this.bench, grid: this.grid, idle, painted });
  }

  private get language(): PageLanguage {
    return this.bench.language;
  }

  private word(key: Parameters<typeof pageWord>[0], values?: Readonly<Record<string, string>>): string {
    return pageWord(key, this.language, values);
  }

  private open(book: Book): void {
    this.bench.use(book);
    this.messages.clear();
    this.grid.show(book);
    this.shown = captureBook(book);
    byId("title").textContent = book.name;
  }

  /** Puts every word of the page into the language, the add-on's menu too. */
  private speak(): void {
    const { language } = this;
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    byId("name").textContent = this.word("product");
    byId("local").textContent = this.word("local");
    byId("language").textContent = language === "zh" ? "EN" : "中文";
    byId("language").setAttribute("aria-label", this.word("language"));
    document.body.dataset.drop = this.word("drop");
    this.menus.show([this.fileMenu(), this.editMenu(), this.addOnMenu()]);
  }

  private fileMenu(): Menu {
    const items: readonly Item[] = [
      { caption: this.word("open"), choose: () => byId<HTMLInputElement>("file").click() },
      { caption: this.word("sample"), choose: () => this.open(this.bench.sample(this.word("product"))) },
      { caption: this.word("blank"), choose: () => this.open(this.bench.blank(this.word("blank"))) },
      null,
      { caption: this.word("download"), choose: () => void this.enqueue(() => this.download()) },
    ];
    return { caption: this.word("file"), items: () => items };
  }

  private editMenu(): Menu {
    const named = (key: "undoStep" | "redoStep", bare: "undo" | "redo", step: string | undefined) =>
      step === undefined ? this.word(bare) : this.word(key, { step });
    return {
      caption: this.word("edit"),
      items: () => [
        {
          caption: named("undoStep", "undo", this.bench.history.lastDone?.caption),
          keys: "Ctrl+Z",
          disabled: !this.bench.history.lastDone,
          choose: () => void this.enqueue(() => this.step("undo")),
        },
        {
          caption: named("redoStep", "redo", this.bench.history.lastUndone?.caption),
          keys: "Ctrl+Y",
          disabled: !this.bench.history.lastUndone,
          choose: () => void this.enqueue(() => this.step("redo")),
        },
      ],
    };
  }

  /** The add-on's own menu, exactly as its `onOpen` built it. */
  private addOnMenu(): Menu {
    const items = this.bench.menu().map((entry): Item => {
      if (!entry) return null;
      const { caption, functionName } = entry;
      // "…" says that the entry asks first; in a sentence about it the dots would stand twice.
      const name = caption.replace(/…$/, "");
      return { caption, choose: () => void this.enqueue(() => this.click(name, functionName)) };
    });
    return { caption: this.word("product"), items: () => items };
  }

  private enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
    const next = this.queue.then(work);
    this.queue = next.catch(() => undefined);
    return next;
  }

  /** Runs a menu item and shows what it left. */
  private async click(caption: string, name: string): Promise<void> {
    const done = showToast(
      { title: "", message: this.word("running", { name: caption }), seconds: -1 },
      this.language,
    );
    try {
      await painted();
      this.present(await this.run(name, []), caption);
    } catch (error) {
      showToast({ title: caption, message: messageOf(error), seconds: 20 }, this.language);
      this.refresh(caption);
    } finally {
      done();
      this.grid.focus();
    }
  }

  private async run(name: string, args: readonly unknown[]): Promise<Ran> {
    await this.grid.settle();
    this.grid.takeSelection();
    const { activeSheet } = this.bench.book;
    this.selected = { sheet: activeSheet, selection: activeSheet?.selection };
    return this.bench.run(name, args, (dialog) => ask(dialog, this.language));
  }

  private present(ran: Ran, caption: string): void {
    this.refresh(caption);
    for (const toast of ran.toasts) showToast(toast, this.language);
    for (const page of ran.pages) this.pages.show(page);
    void this.showAlerts(ran);
  }

  private async showAlerts({ alerts }: Ran): Promise<void> {
    for (const alert of alerts) await ask(alert, this.language);
  }

  /** Records what a run changed, and shows it. */
  private refresh(caption: string): void {
    this.bench.history.commit(caption);
    this.showBook();
  }

  /** True where the add-on selected something. */
  private get hasMoved(): boolean {
    const { activeSheet } = this.bench.book;
    return activeSheet !== this.selected.sheet || activeSheet?.selection !== this.selected.selection;
  }

  /**
   * Shows the cells of tabs that changed; everything anew where more than cells did. Where nothing
   * did, the grid is left alone: a person may be typing while the sidebar asks for something.
   */
  private showBook(): void {
    const next = captureBook(this.bench.book, this.shown);
    const before = this.shown.sheets;
    const sameTabs =
      next.sheets.length === before.length &&
      next.sheets.every(({ sheet, frame }, i) => sheet === before[i]?.sheet && frame === before[i]?.frame);
    const changed = next.sheets.filter((state, index) => state !== before[index]);
    this.shown = next;
    if (!sameTabs) this.grid.show(this.bench.book);
    else if (changed.length > 0 || this.hasMoved) this.grid.showCells(changed.map(({ sheet }) => sheet));
  }

  private edited(): void {
    this.bench.history.commit(this.word("typing"));
    this.shown = captureBook(this.bench.book, this.shown);
  }

  /** Results of formulas are on the screen already, and no step to be taken back. */
  private settle(): void {
    this.bench.history.settle();
    this.shown = captureBook(this.bench.book, this.shown);
  }

  private async step(way: "undo" | "redo"): Promise<void> {
    await this.grid.settle();
    const step = way === "undo" ? this.bench.undo() : this.bench.redo();
    if (!step) return;
    const { book } = this.bench;
    if (step.sheet && step.selection && book.sheets.includes(step.sheet)) {
      book.activeSheet = step.sheet;
      step.sheet.selection = step.selection;
    }
    this.showBook();
  }

  private async download(): Promise<void> {
    await this.grid.settle();
    saveWorkbook(`${this.bench.book.name}.xlsx`, await this.bench.file());
  }

  private pasteFile(name: string, bytes: Uint8Array): void {
    this.bench.paste(name, bytes);
    this.bench.history.commit(name);
    this.showBook();
  }

  /** Opens a workbook in the place of this one; a text file becomes one more tab where there is a book. */
  private async openFile(file: File): Promise<void> {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (isWorkbook(bytes)) this.open(await this.bench.read(file.name, bytes));
      else this.pasteFile(file.name, bytes);
      this.say(this.word("opened", { name: file.name }));
    } catch {
      const reason = this.word("noBook");
      this.say(this.word("cannotOpen", { name: file.name, reason }));
    }
  }

  private say(text: string): void {
    byId("message").textContent = text;
  }

  /** Tells why the selected cell shows an error, as Sheets does when the mouse rests on it. */
  private tellCell(): void {
    this.grid.takeSelection();
    const sheet = this.bench.book.activeSheet;
    if (!sheet) return;
    const { top, left } = sheet.selection;
    const isError = String(sheet.values.get(top, left) ?? "") === "#ERROR!";
    this.say(isError ? (this.messages.get(`${this.grid.idOf(sheet)}!${top}!${left}`) ?? "") : "");
  }

  private listen(): void {
    byId("language").addEventListener("click", () => this.switchLanguage());
    const input = byId<HTMLInputElement>("file");
    input.addEventListener("change", () => {
      const [file] = input.files ?? [];
      if (file) void this.enqueue(() => this.openFile(file));
      input.value = "";
    });
    // Before Univer, which hears its own undo at the same place.
    window.addEventListener("keydown", (event) => this.key(event), true);
    document.addEventListener("paste", (event) => this.paste(event), true);
    new ResizeObserver(() => this.charts.showSoon()).observe(byId("grid"));
    listenToDrops((file) => void this.enqueue(() => this.openFile(file)));
  }

  private switchLanguage(): void {
    this.bench.language = this.language === "zh" ? "en" : "zh";
    this.grid.setLanguage(this.language);
    this.pages.speak(this.language);
    this.speak();
  }

  /** Undo and redo of the whole book; within a cell the editor has its own. F10 goes to the menus, F6 to the sidebar. */
  private key(event: KeyboardEvent): void {
    const command = event.ctrlKey || event.metaKey;
    const letter = event.key.toLowerCase();
    const way = letter === "y" || (letter === "z" && event.shiftKey) ? "redo" : "undo";
    if (event.key === "F10") this.menus.focus();
    else if (event.key === "F6" && this.pages.isOpen) this.pages.focusSidebar();
    else if (!command || !/^[zy]$/.test(letter) || !this.inGrid(event)) return;
    else void this.enqueue(() => this.step(way));
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** Univer's own fields hang at the end of the page, so what is not the page's own is the grid's. */
  private inGrid({ target }: Event): boolean {
    const own = target instanceof Element && target.closest("#head, #side, #toasts, dialog, input, textarea");
    return !own && !this.grid.isTyping;
  }

  private paste(event: ClipboardEvent): void {
    if (!event.clipboardData || !this.inGrid(event)) return;
    const cells = pastedCells(event.clipboardData);
    if (!cells) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void this.enqueue(() => this.pasteBlock(cells));
  }

  private async pasteBlock(cells: readonly (readonly string[])[]): Promise<void> {
    await this.grid.settle();
    this.grid.takeSelection();
    const { book } = this.bench;
    if (!book.activeSheet) return;
    pasteCells(book, book.activeSheet, cells);
    this.refresh(this.word("pasting"));
  }

  private server() {
    const { bench } = this;
    return {
      names: bench.code.entryPoints.map(({ name }) => name).filter((name) => !name.endsWith("_")),
      call: (name: string, args: readonly unknown[]) => this.enqueue(() => this.serve(name, args)),
      focusCells: () => this.grid.focus(),
      get language() {
        return bench.language;
      },
    };
  }

  private async serve(name: string, args: readonly unknown[]): Promise<unknown> {
    const ran = await this.run(name, args);
    this.present(ran, this.word("sidebar"));
    return ran.result;
  }
}
