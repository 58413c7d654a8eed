/** The spreadsheet itself, as scripts see it. */
import type { SheetSurface, SpreadsheetSurface } from "../sheets/surface.ts";
import type { BookSheet } from "./book.ts";
import { Modelled, ServiceError } from "./guard.ts";
import { LocalRange } from "./range.ts";
import { checkSheetName, LocalSheet, pointReferences } from "./sheet.ts";
import { requireLive, type World } from "./world.ts";

/** The model of Google's Spreadsheet. */
export class LocalSpreadsheet extends Modelled implements SpreadsheetSurface {
  readonly modelled = "Spreadsheet";

  constructor(private readonly world: World) {
    super();
  }

  getId(): string {
    return this.world.bookId ?? "local-spreadsheet";
  }

  getName(): string {
    return this.world.book.name;
  }

  getSheets(): LocalSheet[] {
    return this.world.book.sheets.map((sheet) => this.faceOf(sheet));
  }

  getSheetByName(name: string): LocalSheet | null {
    const sheet = this.world.book.findSheet(name);
    return sheet ? this.faceOf(sheet) : null;
  }

  insertSheet(name: string, index: number): LocalSheet {
    const { book } = this.world;
    checkSheetName(book, name);
    if (index < 0 || index > book.sheets.length)
      throw new ServiceError("The index of the new sheet is out of bounds.");
    const sheet = book.addSheet(name, index);
    book.activeSheet = sheet;
    return this.faceOf(sheet);
  }

  /** Formulas that named the tab read #REF! from then on. */
  deleteSheet(face: SheetSurface): void {
    if (!(face instanceof LocalSheet))
      throw new ServiceError("deleteSheet needs a sheet of this spreadsheet");
    const { book } = this.world;
    const { sheet } = face;
    requireLive(this.world, sheet);
    if (!book.sheets.some((other) => other !== sheet && !other.hidden)) {
      throw new ServiceError("You can't remove all the sheets in a document.");
    }
    book.sheets.splice(book.sheets.indexOf(sheet), 1);
    if (book.activeSheet === sheet) book.activeSheet = book.sheets.find((other) => !other.hidden);
    pointReferences(book, sheet.name, () => "#REF!");
  }

  getSpreadsheetTimeZone(): string {
    return this.world.book.timeZone;
  }

  getSpreadsheetLocale(): string {
    return this.world.book.locale;
  }

  getActiveSheet(): LocalSheet {
    return this.faceOf(this.active());
  }

  getActiveRange(): LocalRange {
    const { sheet } = this.getActiveSheet();
    return new LocalRange(this.world, sheet, sheet.selection);
  }

  setActiveSheet(face: SheetSurface): LocalSheet {
    if (!(face instanceof LocalSheet))
      throw new ServiceError("setActiveSheet needs a sheet of this spreadsheet");
    requireLive(this.world, face.sheet);
    face.sheet.hidden = false;
    this.world.book.activeSheet = face.sheet;
    return face;
  }

  toast(message: string, title: string, timeoutSeconds: number): void {
    this.world.toasts.push({ message, title, seconds: timeoutSeconds });
  }

  /** The tab in view: the first visible one where the file names none. */
  private active(): BookSheet {
    const { activeSheet, sheets } = this.world.book;
    const isThere = activeSheet !== undefined && sheets.includes(activeSheet);
    const sheet = isThere ? activeSheet : sheets.find(({ hidden }) => !hidden);
    if (!sheet) throw new ServiceError("The spreadsheet has no visible sheet.");
    return sheet;
  }

  /** One tab has one object. */
  private faceOf(sheet: BookSheet): LocalSheet {
    const known = this.world.faces.get(sheet);
    return known instanceof LocalSheet ? known : new LocalSheet(this.world, sheet);
  }
}
