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

/**
 * Breaks a text into lines of at most `width` half-width units: at blanks and beside Chinese signs, so that no
 * number and no word is cut but one that is longer than a line.
 */
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
  let line: string[] = [];
  let used = 0;
  for (const sign of signs) {
    while (line.length > 0 && used + widthOf(sign) > width) {
      const cut = lastBreak(line, sign);
      lines.push(line.slice(0, cut).join("").trimEnd());
      line = withoutLeadingBlanks(line.slice(cut));
      used = line.reduce((sum, one) => sum + widthOf(one), 0);
    }
    // The blank at which a line was broken.
    if (sign === " " && line.length === 0 && lines.length > 0) continue;
    line.push(sign);
    used += widthOf(sign);
  }
  if (line.length > 0) lines.push(line.join(""));
}

function withoutLeadingBlanks(signs: string[]): string[] {
  const first = signs.findIndex((sign) => sign !== " ");
  return first < 0 ? [] : signs.slice(first);
}

/** How many signs stay on a line before `next`: up to the last place to break at, else all of them. */
function lastBreak(line: readonly string[], next: string): number {
  for (let at = line.length; at > 0; at--) if (mayBreak(line[at - 1] ?? "", line[at] ?? next)) return at;
  return line.length;
}

/** Signs that stay with what is before them, and signs that stay with what follows. */
const CLOSING = /[，。；：、）】》”’！？…%)\],.;:!?]/;
const OPENING = /[（【《“‘([]/;

function mayBreak(left: string, right: string): boolean {
  if (left === " " || right === " ") return true;
  return (WIDE.test(left) || WIDE.test(right)) && !CLOSING.test(right) && !OPENING.test(left);
}
