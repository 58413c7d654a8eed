import type { Exact } from "../engine/exact";
import { Exact as Exacts } from "../engine/exact";
import type { Unit } from "../engine/plan";
import { type Lang, label } from "../text/labels";
import { FORMATS, LOOKS } from "./looks";
import { type CellStyle, number, type TabCell, text } from "./tab";

const BAR_CELLS = 10;

/**
 * A bar in text, for example `██████░░░░ 62 %`: it survives files, print and any viewer. A cell is
 * filled once its whole tenth is reached, so only 100 % is full. The percentage is rounded half-up,
 * but what is below 100 % never shows as 100.
 */
export function textBar(share: Exact): string {
  const tenths = Math.floor(share.times(Exacts.integer(BAR_CELLS)).toNumber());
  const filled = Math.max(0, Math.min(BAR_CELLS, tenths));
  const rounded = share.times(Exacts.HUNDRED).toFixed(0);
  const percent = share.compare(Exacts.ONE) < 0 && rounded === "100" ? "99" : rounded;
  return `${"█".repeat(filled)}${"░".repeat(BAR_CELLS - filled)} ${percent} %`;
}

const STYLES: Readonly<Record<Unit, CellStyle>> = {
  "%": LOOKS.percent,
  money: LOOKS.money,
  s: { ...LOOKS.points, format: "#,##0.0" },
  days: { ...LOOKS.points, format: "#,##0.0" },
  count: LOOKS.whole,
  points: LOOKS.points,
};
const DECIMAL: CellStyle = { ...LOOKS.points, format: FORMATS.money };

function styleOf(value: Exact, unit: Unit | null): CellStyle {
  if (unit === null || unit === "count" || unit === "days") return value.isInteger() ? LOOKS.whole : DECIMAL;
  return STYLES[unit];
}

/** A value in its unit; "No data" is written, never 0. */
export function figure(value: Exact | null, unit: Unit | null, lang: Lang, note?: string): TabCell {
  if (value === null) return text(label("noData", lang), LOOKS.mutedRight, note);
  return number(value.toNumber(), styleOf(value, unit), note);
}

/** What a unit adds to the name of an item, for example ` (s)`; blank where the format shows it. */
export function unitSuffix(unit: Unit | null, lang: Lang): string {
  if (unit === "s") return ` (${label("unitSeconds", lang)})`;
  if (unit === "days") return ` (${label("unitDays", lang)})`;
  return "";
}
