/** The workbench itself: one book, the add-on that runs over it, and what was done so far. */
import { Book, type BookSheet } from "../book.ts";
import { Cloud, type CloudFile } from "../cloud.ts";
import { bookOfResource } from "../cloud-book.ts";
import { Code, type EntryPoint } from "../code.ts";
import { addText, decodeText } from "../csv.ts";
import { barredTab } from "../edits.ts";
import type { FunctionScope } from "../function-bridge.ts";
import { captureBook, History, restoreBook, type Step } from "../history.ts";
import { Host } from "../host.ts";
import { manifestTimeZone } from "../project.ts";
import { enterTimeZone } from "../sandbox.ts";
import type { Answer, Dialog, MenuEntry, Page, Toast } from "../world.ts";
import { readBook } from "../xlsx-read.ts";
import { type Seat, seatAt } from "./people.ts";
import type { PageLanguage } from "./words.ts";
import { workbookBytes } from "./workbook-bytes.ts";

const LOCALES = { en: { sheet: "en_US", user: "en" }, zh: { sheet: "zh_CN", user: "zh-CN" } } as const;

/** What a run left for the person to see. */
export interface Ran {
  readonly result: unknown;
  readonly toasts: readonly Toast[];
  /** Messages with an OK button only, which the script did not wait for. */
  readonly alerts: readonly Dialog[];
  readonly pages: readonly Page[];
  readonly changed: boolean;
}

/** Thrown into a script that waits for a person; the run is taken back and begun again with the answer. */
class Waiting extends Error {
  constructor(readonly dialog: Dialog) {
    super("waits for an answer");
  }
}

/** True for a message that can only be agreed to. */
const isNotice = ({ kind, buttons }: Dialog) => kind === "alert" && buttons === "OK";

/** Whether a file is a workbook, by how its bytes begin; anything else is read as text. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** A file's name without its ending. */
function titleOf(name: string): string {
  return name.replace(/\.[^.]*$/, "");
}

/** A book with the add-on in it, without a screen. */
export class Workbench {
  readonly code = Code.load();
  readonly timeZone = enterTimeZone(manifestTimeZone());
  book = Book.blank("", this.timeZone);
  history = new History(this.book);
  /** Drive, which outlives workbooks as Google's does. */
  readonly cloud = new Cloud();
  /** Who sits in front of the workbook. */
  seat: Seat = seatAt(0);
  private scope: FunctionScope | undefined;

  constructor(public language: PageLanguage) {}

  /** The add-on's functions that cells may call. */
  get functions(): readonly EntryPoint[] {
    return this.code.entryPoints.filter(({ isCustomFunction }) => isCustomFunction);
  }

  /** The scope in which cells' functions run; made when the first is called. */
  get functionScope(): FunctionScope {
    this.scope ??= this.host().openFunctions();
    return this.scope;
  }

  /** Whether the person may change anything at all. */
  get mayEdit(): boolean {
    return this.seat.role !== "viewer";
  }

  /** The add-on's menu, as `onOpen` builds it with the few rights that it has then; none for a viewer. */
  menu(): readonly MenuEntry[] {
    if (!this.mayEdit) return [];
    const host = this.host();
    host.run("onOpen", [{}], "none");
    return host.menu;
  }

  /** Begins with another book; what was done to the last one is forgotten, unless `history` brings its own. */
  use(book: Book, history = new History(book)): void {
    this.book = book;
    this.history = history;
    this.scope?.close();
    this.scope = undefined;
  }

  blank(name: string): Book {
    return Book.blank(name, this.timeZone, LOCALES[this.language].sheet);
  }

  /** The sample shop, made by the add-on itself. */
  sample(name: string): Book {
    const book = this.blank(name);
    const [first] = book.sheets;
    new Host({ ...this.options(), book, answer: () => ({ button: "OK" }) }).run("loadSampleData");
    // Google leaves the empty tab of a new spreadsheet beside the sample's.
    if (first && book.sheets.length > 1 && first.lastRow() === 0)
      book.sheets.splice(book.sheets.indexOf(first), 1);
    book.activeSheet = book.sheets[0];
    return book;
  }

  /** A file as a book: a workbook, or a text as its only tab. Throws for other files. */
  async read(name: string, bytes: Uint8Array): Promise<Book> {
    const locale = LOCALES[this.language].sheet;
    return readBook(bytes, { name: titleOf(name), timeZone: this.timeZone, locale });
  }

  /** Puts a text file into the book as one more tab, which comes into view. */
  paste(name: string, bytes: Uint8Array): void {
    this.book.activeSheet = addText(this.book, titleOf(name), decodeText(bytes));
  }

  /** A tab on which the person has just typed where a protection forbids it; `undefined` where all was allowed. */
  barredTab(): BookSheet | undefined {
    return barredTab(this.seat.person, this.history.last, this.book);
  }

  /** A file of Drive as a reader sees it; undefined where that reader sees nothing. */
  sharedBook(file: CloudFile, reader: string): Book | undefined {
    const resource = this.cloud.view(file.id, reader);
    return resource ? bookOfResource(resource) : undefined;
  }

  /** The book as an .xlsx file. */
  file(): Promise<Uint8Array> {
    return workbookBytes(this.book);
  }

  /**
   * Runs a top-level function of the add-on, with full rights. Where it asks something that only a
   * person can answer, the run is taken back, `ask` gets the answer, and it begins again with it:
   * a browser cannot hold a script. Throws what the function throws.
   */
  async run(name: string, args: readonly unknown[], ask: (dialog: Dialog) => Promise<Answer>): Promise<Ran> {
    const before = captureBook(this.book);
    const files = this.cloud.capture();
    const answers: Answer[] = [];
    for (;;) {
      const attempt = this.attempt(name, args, answers);
      if (!(attempt instanceof Waiting)) return attempt;
      restoreBook(this.book, before);
      this.cloud.restore(files);
      answers.push(await ask(attempt.dialog));
    }
  }

  private attempt(name: string, args: readonly unknown[], answers: readonly Answer[]): Ran | Waiting {
    const left = [...answers];
    let waiting: Waiting | undefined;
    const answer = (dialog: Dialog): Answer => {
      if (isNotice(dialog)) return { button: "OK" };
      const given = left.shift();
      if (given) return given;
      waiting = new Waiting(dialog);
      // Whatever the script does now is taken back.
      host.failAt(() => true, "before", "dead");
      throw waiting;
    };
    const host = new Host({ ...this.options(), book: this.book, answer });
    const before = captureBook(this.book);
    try {
      const result = host.run(name, args);
      const { toasts, pages } = host;
      const changed = captureBook(this.book, before) !== before;
      if (waiting) return waiting;
      return { result, toasts, pages, alerts: host.dialogs.filter(isNotice), changed };
    } catch (error) {
      if (waiting) return waiting;
      throw error;
    }
  }

  undo(): Step | undefined {
    return this.history.undo();
  }

  redo(): Step | undefined {
    return this.history.redo();
  }

  private host(): Host {
    return new Host({ ...this.options(), book: this.book });
  }

  private options() {
    const { person } = this.seat;
    return { code: this.code, userLocale: LOCALES[this.language].user, cloud: this.cloud, person };
  }
}
