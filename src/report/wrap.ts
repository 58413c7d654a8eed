/** Width of a sign in half-width units: 2 for Chinese signs and full-width forms, else 1. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
const FIRST_WIDE = 0x1100;

function widthOf(sign: string): number {
  return sign.charCodeAt(0) >= FIRST_WIDE && WIDE.test(sign) ? 2 : 1;
}

/** Width of a text in half-width units. */
export function textUnits(text: string): number {
  let units = 0;
  for (const sign of text) units += widthOf(sign);
  return units;
}

/** Pixels of a half-width unit in bold 10-point letters, and what a cell's edges take. */
const UNIT_PIXELS = 7.4;
const EDGE_PIXELS = 12;

/** Width in pixels of a column that shows these texts on one line each, within bounds. */
export function fitWidth(texts: readonly string[], least: number, most: number): number {
  const widest = texts.reduce((units, text) => Math.max(units, textUnits(text)), 0);
  return Math.min(most, Math.max(least, Math.ceil(widest * UNIT_PIXELS) + EDGE_PIXELS));
}

/** Breaks a text into lines of at most `width` half-width units, at blanks where there are any. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    // However wide its signs are, a short one fits.
    if (paragraph !== "" && paragraph.length * 2 <= width) lines.push(paragraph);
    else breakParagraph([...paragraph], width, lines);
  }
  return lines;
}

function breakParagraph(signs: readonly string[], width: number, lines: string[]): void {
  let line = "";
  let used = 0;
  for (const sign of signs) {
    if (used + widthOf(sign) > width) {
      const space = sign === " " ? line.length : line.lastIndexOf(" ");
      const cut = space > line.length / 2 ? space : line.length;
      lines.push(line.slice(0, cut));
      line = line.slice(cut).trimStart();
      used = textUnits(line);
      if (sign === " " && line === "") continue;
    }
    line += sign;
    used += widthOf(sign);
  }
  if (line !== "") lines.push(line);
}
