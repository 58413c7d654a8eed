/**
 * The local host: runs the built script over a spreadsheet in memory, in the
 * place of Apps Script. README.md lists what it models.
 */
import type { Book } from "./book.ts";
import type { Moment } from "./changes.ts";
import type { Cloud } from "./cloud.ts";
import { Code, type EntryPoint, type Execution, type LogLine } from "./code.ts";
import type { FunctionScope } from "./function-bridge.ts";
import { type AuthMode, type Failure, Guard, type Realm } from "./guard.ts";
import { manifestTimeZone } from "./project.ts";
import { enterTimeZone } from "./sandbox.ts";
import { TimeZone } from "./serial.ts";
import { createServices } from "./services.ts";
import { signatures } from "./signatures.ts";
import type { Answer, Dialog, MenuEntry, Page, Person, Toast, World } from "./world.ts";

/** Seconds after which Google cuts off a menu run, and a custom function. */
const RUN_SECONDS = 360;
const CUSTOM_SECONDS = 30;

const OWNER: Person = { email: "owner@example.com", isOwner: true };

/** What a host needs; all but the book has a default. */
export interface HostOptions {
  readonly book: Book;
  /** The built script; the committed `dist` unless given. */
  readonly code?: Code;
  /** The person's language, as `Session.getActiveUserLocale` gives it: `en`, `zh-CN`. */
  readonly userLocale?: string;
  /** Who sits in front of it; its owner unless given. */
  readonly person?: Person;
  /** Files outside the workbook; its own, empty, unless several hosts share one. */
  readonly cloud?: Cloud;
  /** Answers dialogs for which no answer is queued. Without it such a dialog throws. */
  readonly answer?: (dialog: Dialog) => Answer | undefined;
}

/** A spreadsheet with the add-on in it, and a person who clicks. */
export class Host {
  readonly book: Book;
  readonly code: Code;
  /** Answers to the next dialogs, in order. */
  readonly answers: Answer[] = [];
  readonly dialogs: Dialog[] = [];
  readonly toasts: Toast[] = [];
  readonly menu: MenuEntry[] = [];
  /** Sidebars and dialogs of HTML that the script opened. */
  readonly pages: Page[] = [];
  readonly logs: LogLine[] = [];
  private readonly guard: Guard;
  private readonly world: World;
  private readonly globals: Record<string, unknown> = {};
  private execution: Execution | undefined;
  private readonly outside: Realm = { Date, Array, Error };

  constructor(options: HostOptions) {
    this.book = options.book;
    this.code = options.code ?? Code.load();
    const scriptTimeZone = enterTimeZone(manifestTimeZone());
    this.world = {
      book: this.book,
      zone: new TimeZone(this.book.timeZone),
      scriptTimeZone,
      userLocale: options.userLocale ?? "en",
      htmlFiles: this.code.htmlFiles,
      dialogs: this.dialogs,
      toasts: this.toasts,
      menu: this.menu,
      pages: this.pages,
      person: options.person ?? OWNER,
      ...(options.cloud ? { cloud: options.cloud } : {}),
      faces: new Map(),
      lockedElsewhere: false,
      locked: false,
      realm: () => this.execution?.realm ?? this.outside,
      answer: (dialog) => this.answer(dialog, options.answer),
    };
    const services = createServices(this.world);
    this.guard = new Guard(signatures, this.world.realm);
    for (const [name, service] of Object.entries(services)) {
      this.globals[name] = this.guard.wrap(service);
    }
  }

  /** Service calls so far, by `Class.method`. */
  get calls(): Readonly<Record<string, number>> {
    return this.guard.counts;
  }

  /** All service calls so far. */
  get totalCalls(): number {
    return this.guard.total;
  }

  /** Service calls so far of the members whose name fits. */
  countCalls(pattern: RegExp): number {
    const fitting = Object.entries(this.calls).filter(([name]) => pattern.test(name));
    return fitting.reduce((sum, [, count]) => sum + count, 0);
  }

  /** Forgets counted calls and ordered failures. */
  resetCalls(): void {
    this.guard.reset();
  }

  /**
   * Lets a service call fail: the n-th from now on counting from 1, or the
   * first that fits the test. `then: "dead"` makes all later calls fail too,
   * as when Google cuts the run off, until `resetCalls`.
   */
  failAt(at: Failure["at"], when: Failure["when"] = "before", then: Failure["then"] = "once"): void {
    const first = this.guard.total;
    this.guard.failure = { at: typeof at === "number" ? first + at : at, when, then };
  }

  /** True makes `tryLock` find the document locked by another run. */
  set lockedElsewhere(locked: boolean) {
    this.world.lockedElsewhere = locked;
  }

  /** True when the script holds the document lock now. */
  get isLocked(): boolean {
    return this.world.locked;
  }

  /** The functions that cells may call. */
  get customFunctions(): readonly EntryPoint[] {
    return this.code.entryPoints.filter((entry) => entry.isCustomFunction);
  }

  /**
   * Runs a top-level function as a menu click, a trigger or `google.script.run`
   * does: in a fresh global scope, with the rights of `mode`. Returns what it
   * returns and throws what it throws. The lock is free afterwards.
   */
  run(name: string, args: readonly unknown[] = [], mode: AuthMode = "full"): unknown {
    try {
      return this.start(mode).call(name, args, RUN_SECONDS);
    } finally {
      this.world.locked = false;
      this.execution?.close();
      this.execution = undefined;
    }
  }

  /** Clicks an entry of the menu by its caption, after `onOpen` made it. */
  click(caption: string): unknown {
    const entry = this.menu.find((item) => item?.caption === caption);
    if (!entry) throw new Error(`no menu entry "${caption}"`);
    return this.run(entry.functionName);
  }

  /** Opens a scope in which custom functions can be called: read-only, 30 seconds a call. */
  openFunctions(): FunctionScope {
    const execution = this.start("custom");
    const { realm } = execution;
    this.execution = undefined;
    return {
      close: () => execution.close(),
      makeDate: (ms) => new realm.Date(ms),
      call: (name, args) => {
        this.guard.mode = "custom";
        return execution.call(name, args, CUSTOM_SECONDS);
      },
    };
  }

  /** Computes the formulas of the book, or those that changes since a moment concern, and keeps the results in it. */
  async calculate(since?: Moment): Promise<void> {
    const { calculateBook } = await import("./formulas.ts");
    await calculateBook(this, since);
  }

  private start(mode: AuthMode): Execution {
    this.guard.mode = mode;
    const execution = this.code.open(this.globals, (line) => this.logs.push(line));
    this.execution = execution;
    return execution;
  }

  private answer(dialog: Dialog, fallback: HostOptions["answer"]): Answer {
    const answer = this.answers.shift() ?? fallback?.(dialog);
    if (!answer)
      throw new Error(`no answer is queued for the ${dialog.kind} "${dialog.title}: ${dialog.prompt}"`);
    return answer;
  }
}
