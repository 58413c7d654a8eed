/** Files of Drive in the place of the workbook: the list of them, one as its reader sees it, and downloads. */
import type { Book } from "../book.ts";
import type { CloudFile } from "../cloud.ts";
import { showDrive } from "./drive-view.ts";
import { byId, saveWorkbook } from "./screen.ts";
import { pageWord } from "./words.ts";
import type { Workbench } from "./workbench.ts";
import { workbookBytes } from "./workbook-bytes.ts";

/** Shows files of Drive. `show` puts such a book into the grid, and the workbook again where there is none. */
export class Reading {
  private file: { readonly book: Book; readonly reader: string } | undefined;

  constructor(
    private readonly bench: Workbench,
    private readonly show: (book: Book | undefined) => void,
  ) {
    byId("reading-end").addEventListener("click", () => this.stop());
  }

  /** What is shown in the place of the workbook. */
  get book(): Book | undefined {
    return this.file?.book;
  }

  /** Opens the list of files. */
  list(): void {
    showDrive(this.bench.cloud, this.bench.language, {
      open: (file, reader) => this.read(file, reader),
      download: (file) => void this.download(file),
    });
  }

  private async download(file: CloudFile): Promise<void> {
    const book = this.bench.sharedBook(file, file.madeFor);
    if (book) saveWorkbook(`${book.name}.xlsx`, await workbookBytes(book));
  }

  private read(file: CloudFile, reader: string): void {
    const book = this.bench.sharedBook(file, reader);
    if (!book) return;
    this.file = { book, reader };
    this.speak();
    this.show(book);
  }

  /** Goes back to the workbook, where a file is shown. */
  stop(): void {
    if (!this.file) return;
    this.file = undefined;
    this.speak();
    this.show(undefined);
  }

  /** Puts the line above the cells into the language, or takes it away. */
  speak(): void {
    const { file, bench } = this;
    byId("reading").hidden = !file;
    document.body.classList.toggle("reading", file !== undefined);
    const { book, reader = "" } = file ?? {};
    const word = (key: "reading" | "readingEnd", values: Readonly<Record<string, string>>) =>
      pageWord(key, bench.language, values);
    byId("reading-text").textContent = word("reading", { file: book?.name ?? "", reader });
    byId("reading-end").textContent = word("readingEnd", { name: bench.book.name });
  }
}
