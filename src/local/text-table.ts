/** Tables in a terminal, where Chinese letters take two columns. */
import stringWidth from "string-width";

/** One column: its heading, and on which side its cells stand. */
export interface TextColumn {
  readonly heading: string;
  readonly align?: "left" | "right";
}

/** Columns of the widest cell that a table shows whole. */
const MAX_WIDTH = 40;

/** The text on one line: line breaks, tabs and other control characters are blanks, runs of them one. */
export function flatText(text: string): string {
  return text.replace(/\s*[\p{Cc}\u2028\u2029]+\s*/gu, " ").trim();
}

/** The text as a cell shows it: on one line, cut to 40 columns with an ellipsis at its end. */
export function cellText(text: string): string {
  const flat = flatText(text);
  if (stringWidth(flat) <= MAX_WIDTH) return flat;
  let [shown, width] = ["", 0];
  for (const { segment } of new Intl.Segmenter().segment(flat)) {
    width += stringWidth(segment);
    if (width >= MAX_WIDTH) break;
    shown += segment;
  }
  return `${shown.trimEnd()}…`;
}

function pad(text: string, width: number, align: "left" | "right" = "left"): string {
  const blanks = " ".repeat(Math.max(0, width - stringWidth(text)));
  return align === "left" ? text + blanks : blanks + text;
}

/** The lines of a table with a ruled heading. Rows may be shorter than the columns; long texts are cut. */
export function renderTable(columns: readonly TextColumn[], cells: readonly (readonly string[])[]): string[] {
  const rows = cells.map((row) => row.map(cellText));
  const widths = columns.map(({ heading }, index) =>
    Math.max(stringWidth(heading), ...rows.map((row) => stringWidth(row[index] ?? ""))),
  );
  const line = (row: readonly string[]) =>
    columns
      .map(({ align }, index) => pad(row[index] ?? "", widths[index] ?? 0, align))
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  return [line(columns.map(({ heading }) => heading)), rule, ...rows.map(line)];
}
