/** Puts the workbench on the screen and listens to the person. */
import type { Book, BookSheet } from "../book.ts";
import { bookFromJson, bookToJson } from "../book-json.ts";
import type { CloudState } from "../cloud.ts";
import type { History } from "../history.ts";
import { type MenuActions, menusOf } from "./app-menus.ts";
import { CellFunctions } from "./cell-functions.ts";
import { ChartLayer } from "./charts.ts";
import { exposeWorkbench } from "./console.ts";
import { ask, showToast } from "./dialogs.ts";
import { listenToDrops } from "./drops.ts";
import { Grid } from "./grid.ts";
import { Keeper, type Kept, readKept } from "./keeping.ts";
import { type KeyActions, listenToKeys } from "./keys.ts";
import { MenuBar } from "./menu-bar.ts";
import { Pages } from "./page-frame.ts";
import { pasteCells } from "./paste.ts";
import { listenToSeats, offerSeats, SEATS, seatAt } from "./people.ts";
import { projectRun } from "./project.ts";
import { Reading } from "./reading.ts";
import { byId, firstLanguage, messageOf, painted, saveWorkbook } from "./screen.ts";
import { Shown } from "./shown.ts";
import { type PageLanguage, pageWord } from "./words.ts";
import { isWorkbook, type Ran, Workbench } from "./workbench.ts";

/** The whole page. */
export class App {
  private readonly bench = new Workbench(firstLanguage());
  private readonly functions = new CellFunctions(this.bench);
  private readonly grid: Grid;
  private readonly menus: MenuBar;
  private readonly pages: Pages;
  private readonly charts = new ChartLayer(byId("main"), () => ({
    book: this.shownBook,
    place: this.grid.place,
  }));
  private readonly shown: Shown;
  private readonly reading: Reading;
  /** A changed workbook that another one took the place of. */
  private left: { readonly book: Book; readonly history: History } | undefined;
  /** Whether something was changed since the workbook was opened or downloaded. */
  private changed = false;
  private readonly keeper = new Keeper(() => this.kept());
  /** Runs and edits go one after another. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor() {
    const { bench } = this;
    this.grid = new Grid(this.functions.gridIn(byId("grid")), {
      editing: () => this.settle(),
      edited: () => this.edited(),
      computed: () => this.settle(),
      selected: () => this.tellCell(),
      moved: () => this.charts.showSoon(),
    });
    this.shown = new Shown(this.grid, () => bench.book);
    this.menus = new MenuBar(byId("menus"), () => this.grid.focus());
    this.pages = new Pages(byId("side"), this.server());
    this.reading = new Reading(bench, (book) => this.showOther(book));
  }

  /** Opens what was there before a reload, else the sample shop, and lets the person in. */
  async start(): Promise<void> {
    this.listen();
    this.speak();
    const kept = await readKept(projectRun());
    if (kept) this.openKept(kept);
    else this.open(this.bench.sample(this.word("sampleName")));
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

  private open(book: Book, history?: History): void {
    const { bench, changed } = this;
    this.left = changed ? { book: bench.book, history: bench.history } : undefined;
    bench.use(book, history);
    this.changed = history !== undefined;
    this.functions.forget();
    this.reading.stop();
    this.shown.anew();
    byId("title").textContent = book.name;
    this.keeper.soon();
  }

  private goBack(): void {
    if (this.left) this.open(this.left.book, this.left.history);
  }

  /** Shows a file of Drive, or the workbook again. */
  private showOther(book: Book | undefined): void {
    if (book) this.grid.show(book);
    else this.shown.anew();
    this.grid.editable = this.mayType;
    this.grid.focus();
  }

  private get shownBook(): Book {
    return this.reading.book ?? this.bench.book;
  }

  private openKept({ book, cloud, changed, seat }: Kept): void {
    this.bench.cloud.restore(JSON.parse(cloud) as CloudState);
    this.open(bookFromJson(book));
    this.changed = changed;
    this.sit(seat);
  }

  private kept(): Kept {
    const { book, cloud, seat } = this.bench;
    return {
      ...{ run: projectRun(), changed: this.changed, seat: SEATS.indexOf(seat) },
      ...{ book: bookToJson(book, this.shown.state), cloud: JSON.stringify(cloud.capture()) },
    };
  }

  /** Another person sits down: with a menu of their own, and without what the last one had opened. */
  private sit(index: number): void {
    this.bench.seat = seatAt(index);
    this.pages.closeSidebar();
    this.speak();
    this.grid.editable = this.mayType;
    this.say(this.bench.mayEdit ? "" : this.word("viewOnly"));
    this.keeper.soon();
  }

  /** Puts every word of the page into the language, the add-on's menu too. */
  private speak(): void {
    const { language } = this;
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    byId("name").textContent = this.word("brand");
    byId("local").textContent = this.word("local");
    byId("language").textContent = language === "zh" ? "EN" : "中文";
    byId("language").setAttribute("aria-label", this.word("language"));
    document.body.dataset.drop = this.word("drop");
    this.menus.show(menusOf(this.bench, this.menuActions()));
    offerSeats(this.bench.seat, language);
    this.reading.speak();
  }

  private menuActions(): MenuActions {
    const app = this;
    return {
      openFile: () => byId<HTMLInputElement>("file").click(),
      sample: () => this.open(this.bench.sample(this.word("sampleName"))),
      blank: () => this.open(this.bench.blank(this.word("blankName"))),
      back: () => this.goBack(),
      get left() {
        return app.left?.book.name;
      },
      download: () => void this.enqueue(() => this.download()),
      drive: () => void this.enqueue(async () => this.reading.list()),
      step: (way) => void this.enqueue(() => this.step(way)),
      click: (caption, name) => void this.enqueue(() => this.click(caption, name)),
    };
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
      this.pages.tell();
      this.grid.focus();
    }
  }

  private async run(name: string, args: readonly unknown[]): Promise<Ran> {
    await this.grid.settle();
    this.shown.takeSelection();
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
    this.record(caption);
    this.showBook();
  }

  private record(caption: string): void {
    if (this.bench.history.commit(caption)) this.changed = true;
    // Files of Drive may have changed where the workbook did not.
    this.keeper.soon();
  }

  private showBook(): void {
    if (!this.reading.book) this.shown.update();
  }

  private edited(): void {
    const barred = this.bench.barredTab();
    if (barred || !this.bench.mayEdit) {
      this.refuse(barred);
      return;
    }
    this.record(this.word("typing"));
    this.shown.follow();
  }

  /** Takes back what somebody typed who may not, and says why. */
  private refuse(tab: BookSheet | undefined): void {
    const keptTabs = this.shown.hasSameTabs;
    this.bench.history.takeBack();
    // Univer is still busy with what was typed.
    void this.enqueue(async () => {
      await painted();
      if (keptTabs) this.showBook();
      else this.shown.anew();
    });
    if (!tab) {
      this.say(this.word("viewOnly"));
      return;
    }
    const why = tab.protections.find(({ description }) => description !== "")?.description ?? "";
    const prompt = this.word("protectedTab", { tab: tab.name, why });
    void ask({ kind: "alert", title: this.word("product"), prompt, buttons: "OK" }, this.language);
  }

  /** Results of formulas are on the screen already, and no step to be taken back. */
  private settle(): void {
    this.bench.history.settle();
    this.shown.follow();
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
    this.changed = true;
    this.keeper.soon();
    this.showBook();
    this.pages.tell();
  }

  private async download(): Promise<void> {
    await this.grid.settle();
    saveWorkbook(`${this.bench.book.name}.xlsx`, await this.bench.file());
    this.changed = false;
    this.keeper.soon();
  }

  private pasteFile(name: string, bytes: Uint8Array): void {
    this.bench.paste(name, bytes);
    this.refresh(name);
  }

  /** Opens a workbook in the place of this one; a text file becomes one more tab where there is a book. */
  private async openFile(file: File): Promise<void> {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (isWorkbook(bytes)) this.open(await this.bench.read(file.name, bytes));
      else if (this.mayType) this.pasteFile(file.name, bytes);
      this.say(this.mayType ? this.word("opened", { name: file.name }) : this.word("viewOnly"));
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
    this.say(isError ? this.functions.messageAt(this.grid.idOf(sheet), top, left) : "");
  }

  private listen(): void {
    byId("language").addEventListener("click", () => this.switchLanguage());
    const input = byId<HTMLInputElement>("file");
    input.addEventListener("change", () => {
      const [file] = input.files ?? [];
      if (file) void this.enqueue(() => this.openFile(file));
      input.value = "";
    });
    listenToSeats((index) => this.sit(index));
    // Browsers have words of their own for the question.
    window.addEventListener("beforeunload", (event) => this.changed && event.preventDefault());
    listenToKeys(this.keyActions());
    new ResizeObserver(() => this.charts.showSoon()).observe(byId("grid"));
    listenToDrops((file) => void this.enqueue(() => this.openFile(file)));
  }

  private switchLanguage(): void {
    this.bench.language = this.language === "zh" ? "en" : "zh";
    this.grid.setLanguage(this.language);
    this.pages.speak(this.language);
    this.speak();
  }

  private keyActions(): KeyActions {
    const app = this;
    return {
      get mayType() {
        return app.mayType && !app.grid.isTyping;
      },
      focusMenus: () => this.menus.focus(),
      focusSidebar: () => {
        if (this.pages.isOpen) this.pages.focusSidebar();
        return this.pages.isOpen;
      },
      step: (way) => void this.enqueue(() => this.step(way)),
      paste: (cells) => void this.enqueue(() => this.pasteBlock(cells)),
    };
  }

  /** Whether the person may type into what is in view. */
  private get mayType(): boolean {
    return this.bench.mayEdit && !this.reading.book;
  }

  private async pasteBlock(cells: readonly (readonly string[])[]): Promise<void> {
    await this.grid.settle();
    this.grid.takeSelection();
    const { book } = this.bench;
    if (!book.activeSheet) return;
    pasteCells(book, book.activeSheet, cells);
    this.refresh(this.word("pasting"));
    this.pages.tell();
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
