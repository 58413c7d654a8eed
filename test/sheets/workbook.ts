/** The local host's services without the built file, for tests of reader and writer. */
import { Book, type BookSheet } from "../../src/local/book.ts";
import { Guard } from "../../src/local/guard.ts";
import { TimeZone } from "../../src/local/serial.ts";
import { createServices } from "../../src/local/services.ts";
import { signatures } from "../../src/local/signatures.ts";
import type { World } from "../../src/local/world.ts";
import type { Services } from "../../src/sheets/surface";

export interface Workbook {
  readonly book: Book;
  readonly guard: Guard;
  readonly world: World;
  readonly services: Services;
}

const OWNER: World["person"] = { email: "owner@example.com", isOwner: true };

/** A person in front of a workbook; `outside` is what lies beyond it, such as a cloud. */
export function workbook(
  book = Book.blank("test"),
  person = OWNER,
  outside: Partial<Pick<World, "cloud" | "bookId">> = {},
): Workbook {
  process.env.TZ = "Asia/Shanghai";
  const world: World = {
    book,
    zone: new TimeZone(book.timeZone),
    scriptTimeZone: "Asia/Shanghai",
    userLocale: "en",
    htmlFiles: new Map(),
    dialogs: [],
    toasts: [],
    menu: [],
    pages: [],
    person,
    ...outside,
    faces: new Map(),
    lockedElsewhere: false,
    locked: false,
    realm: () => ({ Date, Array, Error }),
    answer: () => ({ button: "OK" }),
  };
  const guard = new Guard(signatures, world.realm);
  const made = createServices(world);
  const services = Object.fromEntries(
    Object.entries(made).map(([name, service]) => [name, guard.wrap(service)]),
  );
  return { book, guard, world, services: services as unknown as Services };
}

/** Everything that a tab shows, as text, to compare two states of it. */
export function dumpSheet(sheet: BookSheet): string {
  const cells: unknown[] = [];
  for (let row = 1; row <= sheet.lastRow(); row++) {
    for (let column = 1; column <= sheet.lastColumn(); column++) {
      const shown = [
        sheet.formulas.get(row, column) ?? sheet.values.get(row, column),
        sheet.styles.get(row, column),
        sheet.notes.get(row, column),
      ];
      if (shown.some((part) => part !== undefined)) cells.push([row, column, ...shown]);
    }
  }
  return JSON.stringify(cells);
}

export function dumpBook(book: Book): Record<string, string> {
  return Object.fromEntries(book.sheets.map((sheet) => [sheet.name, dumpSheet(sheet)]));
}
