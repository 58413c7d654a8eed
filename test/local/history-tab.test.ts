import { expect, test } from "vitest";
import { Book } from "../../src/local/book.ts";
import { readBook } from "../../src/local/xlsx-read.ts";
import { writeBook } from "../../src/local/xlsx-write.ts";

test("a tab called History is written and read, though Excel reserves the name", async () => {
  const book = new Book("h");
  for (const name of ["Staff", "History"]) book.addSheet(name).values.set(1, 1, "Month");
  const read = await readBook(await writeBook(book), { name: "h" });
  expect(read.sheets.map((sheet) => [sheet.name, sheet.values.get(1, 1)])).toEqual([
    ["Staff", "Month"],
    ["History", "Month"],
  ]);
});
