/** What the service objects of one host share. */
import type { Book, BookSheet } from "./book.ts";
import { type Realm, ServiceError } from "./guard.ts";
import type { TimeZone } from "./serial.ts";

/** A dialog that the script opened. */
export interface Dialog {
  readonly kind: "alert" | "prompt";
  readonly title: string;
  readonly prompt: string;
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
  /** True while somebody else holds the document lock. */
  lockedElsewhere: boolean;
  /** True while this execution holds the document lock. */
  locked: boolean;
  realm(): Realm;
  answer(dialog: Dialog): Answer;
}

/** Throws as Sheets does when a tab was deleted meanwhile. */
export function requireLive(world: World, sheet: BookSheet): void {
  if (!world.book.sheets.includes(sheet)) throw new ServiceError(`Sheet ${sheet.id} not found`);
}
