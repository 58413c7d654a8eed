/** What the grid shows of the book, to see what has to be shown anew. */
import type { Area } from "../a1.ts";
import type { Book, BookSheet } from "../book.ts";
import { type BookState, captureBook, hasSameTabs } from "../history.ts";
import type { Grid } from "./grid.ts";

/** The book's state that the grid shows. */
export class Shown {
  /** The state itself. */
  state: BookState;
  /** What was selected when the last run began. */
  private selected: { readonly sheet: BookSheet | undefined; readonly area: Area | undefined };

  constructor(
    private readonly grid: Grid,
    private readonly bookOf: () => Book,
  ) {
    this.state = captureBook(bookOf());
    this.selected = { sheet: undefined, area: undefined };
  }

  /** Shows the book from scratch. */
  anew(): void {
    const book = this.bookOf();
    this.state = captureBook(book);
    this.grid.show(book);
  }

  /** The grid shows already what the book holds: somebody typed it there, or Univer computed it. */
  follow(): void {
    this.state = captureBook(this.bookOf(), this.state);
  }

  /** Whether tabs are what they were but for their cells. */
  get hasSameTabs(): boolean {
    return hasSameTabs(this.state, captureBook(this.bookOf(), this.state));
  }

  /** Remembers what is selected, before a run that may select something else. */
  takeSelection(): void {
    this.grid.takeSelection();
    const { activeSheet } = this.bookOf();
    this.selected = { sheet: activeSheet, area: activeSheet?.selection };
  }

  private get hasMoved(): boolean {
    const { activeSheet } = this.bookOf();
    return activeSheet !== this.selected.sheet || activeSheet?.selection !== this.selected.area;
  }

  /**
   * Shows the cells of tabs that changed; everything anew where more than cells did. Where nothing
   * did, the grid is left alone: a person may be typing while the sidebar asks for something.
   */
  update(): void {
    const book = this.bookOf();
    const next = captureBook(book, this.state);
    const sameTabs = hasSameTabs(this.state, next);
    const changed = next.sheets.filter((state, index) => state !== this.state.sheets[index]);
    this.state = next;
    if (!sameTabs) this.grid.show(book);
    else if (changed.length > 0 || this.hasMoved) this.grid.showCells(changed.map(({ sheet }) => sheet));
  }
}
