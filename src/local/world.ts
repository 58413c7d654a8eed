/** What the service objects of one host share. */
import type { SheetSurface } from "../sheets/surface.ts";
import type { Book, BookSheet } from "./book.ts";
import type { Cloud } from "./cloud.ts";
import { type Realm, ServiceError } from "./guard.ts";
import type { TimeZone } from "./serial.ts";

/** A dialog that the script opened. */
export interface Dialog {
  readonly kind: "alert" | "prompt";
  readonly title: string;
  readonly prompt: string;
  readonly buttons: ButtonSetName;
}

/** The buttons of a dialog. */
export type ButtonSetName = "OK" | "OK_CANCEL" | "YES_NO" | "YES_NO_CANCEL";

/** Where a page of HTML is shown. */
export type PageKind = "sidebar" | "dialog";

/** A page that the script opened; sizes are pixels, and the host's where they are left out. */
export interface Page {
  readonly kind: PageKind;
  readonly title: string;
  readonly content: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** Whoever sits in front of the spreadsheet. */
export interface Person {
  readonly email: string;
  readonly isOwner: boolean;
}

/** What a person does with a dialog: the button, and the text of a prompt. */
export interface Answer {
  readonly button: "OK" | "CANCEL" | "YES" | "NO" | "CLOSE";
  readonly text?: string;
}

/** An entry of the menu; null is a separator. */
export type MenuEntry = { readonly caption: string; readonly functionName: string } | null;

/** A message in the corner of the window. */
export interface Toast {
  readonly message: string;
  readonly title: string;
  readonly seconds: number;
}

/** The shared state: the spreadsheet, the person in front of it, and what they saw. */
export interface World {
  readonly book: Book;
  readonly zone: TimeZone;
  readonly scriptTimeZone: string;
  readonly userLocale: string;
  /** HTML files of the script by name, without `.html`. */
  readonly htmlFiles: ReadonlyMap<string, string>;
  readonly dialogs: Dialog[];
  readonly toasts: Toast[];
  readonly menu: MenuEntry[];
  readonly pages: Page[];
  readonly person: Person;
  /** Files outside this workbook, which several hosts may share; one of its own where absent. */
  readonly cloud?: Cloud;
  /** The spreadsheet's id; a copy has another one. */
  readonly bookId?: string;
  /** True while somebody else holds the document lock. */
  lockedElsewhere: boolean;
  /** True while this execution holds the document lock. */
  locked: boolean;
  realm(): Realm;
  /** The object through which scripts see a tab, which the model of the spreadsheet keeps. */
  readonly faces: Map<BookSheet, SheetSurface>;
  answer(dialog: Dialog): Answer;
}

/** Throws as Sheets does when a tab was deleted meanwhile. */
export function requireLive(world: World, sheet: BookSheet): void {
  if (!world.book.sheets.includes(sheet)) throw new ServiceError(`Sheet ${sheet.id} not found`);
}
