import type { Exact } from "../engine/exact";
import { Exact as Exacts } from "../engine/exact";
import type { Unit } from "../engine/plan";
import type { ItemResult } from "../engine/result";
import { type Lang, label } from "../text/labels";
import { beside } from "./beside";
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
  return `${"█".repeat(filled)}${"░".repeat(BAR_CELLS - filled)} ${wholePercent(share)} %`;
}

const BULLET_CELLS = 12;

/**
 * A bar in text from 0 to 120 % with its target marked at 100 %: `██████░░░░│░░ 62 %`. The figure
 * is rounded like {@link textBar}'s; beyond the bar's end only the figure goes on.
 */
export function bulletBar(share: Exact): string {
  const filled = Math.max(
    0,
    Math.min(BULLET_CELLS, Math.floor(share.times(Exacts.integer(BAR_CELLS)).toNumber())),
  );
  const cells = `${"█".repeat(filled)}${"░".repeat(BULLET_CELLS - filled)}`;
  return `${cells.slice(0, BAR_CELLS)}│${cells.slice(BAR_CELLS)} ${wholePercent(share)} %`;
}

const SPARKS = ["▁", "▂", "▃", "▅", "▆", "▇"];

/**
 * A line in text over some values, for example `▁▃▇`: from the lowest to the highest of them, so
 * that the figures belong beside it. Equal values stand in the middle; `·` is no data.
 */
export function sparkline(values: readonly (Exact | null)[]): string {
  const known = values.flatMap((value) => value ?? []);
  const [low, high] = [
    known.reduce(lower, known[0] ?? Exacts.ZERO),
    known.reduce(higher, known[0] ?? Exacts.ZERO),
  ];
  const steps = SPARKS.length - 1;
  const signOf = (value: Exact | null) => {
    if (!value) return "·";
    if (low.equals(high)) return SPARKS[2] ?? "";
    const share = value.minus(low).over(high.minus(low)).times(Exacts.integer(steps));
    return SPARKS[Number(share.toFixed(0))] ?? "";
  };
  return values.map(signOf).join("");
}

function lower(a: Exact, b: Exact): Exact {
  return a.min(b);
}

function higher(a: Exact, b: Exact): Exact {
  return a.max(b);
}

/** A whole percentage; what is below 100 % never shows as 100. */
function wholePercent(share: Exact): string {
  const rounded = share.times(Exacts.HUNDRED).toFixed(0);
  return share.compare(Exacts.ONE) < 0 && rounded === "100" ? "99" : rounded;
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

/** An item's actual value like {@link figure}, apart from the thresholds where these are compared with it. */
export function actualFigure(item: ItemResult, lang: Lang, note?: string): TabCell {
  const { value, unit, hit, measure } = item;
  if (value === null || measure === "attainment") return figure(value, unit, lang, note);
  return number(value.toNumber(), styleApart(styleOf(value, unit), value, hit?.edges), note);
}

/** An item's attainment as a percentage, apart from the thresholds that it was compared with; null without one. */
export function attainmentFigure({ attainment, hit }: ItemResult): TabCell | null {
  return attainment && number(attainment.toNumber(), styleApart(LOOKS.percent, attainment, hit?.edges));
}

/** A number's style with as many digits as it takes beside some thresholds. */
function styleApart(style: CellStyle, value: Exact, edges: readonly Exact[] = []): CellStyle {
  const format = style.format ?? "";
  const scale = format.endsWith("%") ? Exacts.HUNDRED : Exacts.ONE;
  const given = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  const wanted = edges.map((edge) => edge.times(scale));
  const { places } = beside(value.times(scale), wanted, given);
  if (places === given) return style;
  return { ...style, format: format.replace(/0(?:\.0+)?(?=\D*$)/, `0.${"0".repeat(places)}`) };
}

/** What a unit adds to the name of an item, for example ` (s)`; blank where the format shows it. */
export function unitSuffix(unit: Unit | null, lang: Lang): string {
  if (unit === "s") return ` (${label("unitSeconds", lang)})`;
  if (unit === "days") return ` (${label("unitDays", lang)})`;
  return "";
}
