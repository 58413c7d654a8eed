/** Cell styles, between the book and exceljs. */
import type { Border, BorderStyle, Style } from "exceljs";
import type { BorderLine, CellStyle, StyleChange } from "./book.ts";

/** The font of a workbook that says nothing; it is not kept in the book. */
const PLAIN_FONT = "Calibri";
const PLAIN_SIZE = 11;

/** `#rrggbb` as exceljs has it. */
export function toArgb(color: string): { argb: string } {
  return { argb: `FF${color.replace("#", "").toUpperCase()}` };
}

/** A colour of exceljs as `#rrggbb`; theme colours and automatic ones are given up. */
export function fromArgb(color: { argb?: string } | undefined): string | undefined {
  const argb = color?.argb;
  return typeof argb === "string" && /^[0-9a-f]{6,8}$/i.test(argb)
    ? `#${argb.slice(-6).toLowerCase()}`
    : undefined;
}

function fontToXlsx(style: CellStyle): Partial<Style> {
  const { bold, italic, underline, strike, fontSize, fontColor, fontName } = style;
  if (!(bold || italic || underline || strike || fontSize || fontColor || fontName)) return {};
  return {
    font: {
      name: fontName ?? PLAIN_FONT,
      size: fontSize ?? PLAIN_SIZE,
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...(underline && { underline }),
      ...(strike && { strike }),
      ...(fontColor && { color: toArgb(fontColor) }),
    },
  };
}

function alignmentToXlsx({ horizontal, vertical, wrap }: CellStyle): Partial<Style> {
  if (!(horizontal || vertical || wrap)) return {};
  return {
    alignment: {
      ...(horizontal && { horizontal }),
      ...(vertical && { vertical }),
      ...(wrap && { wrapText: true }),
    },
  };
}

function sideToXlsx(line: BorderLine): Partial<Border> {
  return { style: line.style as BorderStyle, color: toArgb(line.color) };
}

function borderToXlsx({ top, left, bottom, right }: CellStyle): Partial<Style> {
  if (!(top || left || bottom || right)) return {};
  return {
    border: {
      ...(top && { top: sideToXlsx(top) }),
      ...(left && { left: sideToXlsx(left) }),
      ...(bottom && { bottom: sideToXlsx(bottom) }),
      ...(right && { right: sideToXlsx(right) }),
    },
  };
}

/** The style as exceljs wants it. */
export function styleToXlsx(style: CellStyle): Partial<Style> {
  return {
    ...(style.numberFormat && { numFmt: style.numberFormat }),
    ...(style.background && {
      fill: { type: "pattern", pattern: "solid", fgColor: toArgb(style.background) },
    }),
    ...fontToXlsx(style),
    ...alignmentToXlsx(style),
    ...borderToXlsx(style),
  };
}

function fontFromXlsx(font: Partial<Style>["font"]): StyleChange {
  if (!font) return {};
  return {
    bold: font.bold || null,
    italic: font.italic || null,
    underline: font.underline ? true : null,
    strike: font.strike || null,
    fontSize: font.size === PLAIN_SIZE ? null : (font.size ?? null),
    fontName: font.name === PLAIN_FONT ? null : (font.name ?? null),
    fontColor: fromArgb(font.color) ?? null,
  };
}

function alignmentFromXlsx(alignment: Partial<Style>["alignment"]): StyleChange {
  const { horizontal, vertical, wrapText } = alignment ?? {};
  return {
    horizontal:
      horizontal === "left" || horizontal === "center" || horizontal === "right" ? horizontal : null,
    vertical: vertical === "top" || vertical === "middle" || vertical === "bottom" ? vertical : null,
    wrap: wrapText || null,
  };
}

function sideFromXlsx(side: Partial<Border> | undefined): BorderLine | null {
  return side?.style ? { style: side.style, color: fromArgb(side.color) ?? "#000000" } : null;
}

/** The style of a cell that exceljs read, as a change to no style. */
export function styleFromXlsx(style: Partial<Style>): StyleChange {
  const { numFmt, fill, border } = style;
  const solid = fill?.type === "pattern" && fill.pattern === "solid" ? fromArgb(fill.fgColor) : undefined;
  return {
    numberFormat: numFmt && numFmt !== "General" ? numFmt : null,
    background: solid ?? null,
    ...fontFromXlsx(style.font),
    ...alignmentFromXlsx(style.alignment),
    top: sideFromXlsx(border?.top),
    left: sideFromXlsx(border?.left),
    bottom: sideFromXlsx(border?.bottom),
    right: sideFromXlsx(border?.right),
  };
}
