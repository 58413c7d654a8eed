/** Looks of cells, between the book and Univer. */
import type { IBorderData, IStyleData, Nullable } from "@univerjs/core";
import type { BorderLine, CellStyle } from "../book.ts";

/** Univer's numbers for lines, by the names that files have for them. */
const LINES = [
  ...["none", "thin", "hair", "dotted", "dashed", "dashDot", "dashDotDot", "double", "medium"],
  ...["mediumDashed", "mediumDashDot", "mediumDashDotDot", "slantDashDot", "thick"],
];
const HORIZONTAL = { left: 1, center: 2, right: 3 } as const;
const VERTICAL = { top: 1, middle: 2, bottom: 3 } as const;
const WRAP = 3;

const on = (set: boolean | undefined) => (set ? 1 : undefined);
const line = (set: boolean | undefined) => (set ? { s: 1 } : undefined);
const color = (rgb: string | undefined) => (rgb === undefined ? undefined : { rgb });

function borderOf(side: BorderLine | undefined) {
  return side && { s: Math.max(1, LINES.indexOf(side.style)), cl: { rgb: side.color } };
}

function bordersOf({ top, bottom, left, right }: CellStyle): IBorderData | undefined {
  if (!(top || bottom || left || right)) return undefined;
  const sides = { t: borderOf(top), b: borderOf(bottom), l: borderOf(left), r: borderOf(right) };
  return defined(sides) as IBorderData;
}

function defined<T extends object>(parts: T): Partial<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** A look of the book as Univer keeps it. */
export function toUniverStyle(style: CellStyle): IStyleData {
  const { horizontal, vertical, numberFormat, fontSize, fontName } = style;
  return defined({
    n: numberFormat === undefined ? undefined : { pattern: numberFormat },
    bg: color(style.background),
    cl: color(style.fontColor),
    bl: on(style.bold),
    it: on(style.italic),
    ul: line(style.underline),
    st: line(style.strike),
    fs: fontSize,
    ff: fontName,
    ht: horizontal && HORIZONTAL[horizontal],
    vt: vertical && VERTICAL[vertical],
    tb: style.wrap ? WRAP : undefined,
    bd: bordersOf(style),
  }) as IStyleData;
}

function nameOf<Name extends string>(
  names: Readonly<Record<Name, number>>,
  value: unknown,
): Name | undefined {
  return (Object.keys(names) as Name[]).find((name) => names[name] === value);
}

function sideOf(side: IBorderData["t"]): BorderLine | undefined {
  if (!side?.s) return undefined;
  return { style: LINES[side.s] ?? "thin", color: hex(side.cl?.rgb) ?? "#000000" };
}

/** `#rrggbb` of a colour that a person may have picked as `rgb(1,2,3)`. */
function hex(rgb: Nullable<string>): string | undefined {
  if (!rgb) return undefined;
  if (/^#[0-9a-f]{6}$/i.test(rgb)) return rgb.toLowerCase();
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(rgb);
  if (!parts) return undefined;
  return `#${parts
    .slice(1, 4)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")}`;
}

/** A look of Univer as the book keeps it; undefined parts are the default. */
export function fromUniverStyle(style: IStyleData): CellStyle {
  const { n, bg, cl, bd } = style;
  const { t, b, l, r } = bd ?? {};
  return defined({
    numberFormat: n?.pattern || undefined,
    background: hex(bg?.rgb),
    fontColor: hex(cl?.rgb),
    bold: style.bl === 1 || undefined,
    italic: style.it === 1 || undefined,
    underline: style.ul?.s === 1 || undefined,
    strike: style.st?.s === 1 || undefined,
    fontSize: style.fs ?? undefined,
    fontName: style.ff ?? undefined,
    horizontal: nameOf(HORIZONTAL, style.ht),
    vertical: nameOf(VERTICAL, style.vt),
    wrap: style.tb === WRAP || undefined,
    top: sideOf(t),
    bottom: sideOf(b),
    left: sideOf(l),
    right: sideOf(r),
  }) as CellStyle;
}
