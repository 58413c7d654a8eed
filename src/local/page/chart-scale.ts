/** The axis of a chart: round steps, and figures as an axis shows them. */

/** Values along an axis, the lowest first; the ends are the first and the last. */
export interface Scale {
  readonly ticks: readonly number[];
  readonly step: number;
}

const ROUND_STEPS = [1, 2, 2.5, 5, 10];
const MOST_STEPS = 5;

/**
 * An axis over values in at most five round steps. It takes zero in: a bar that begins elsewhere lies, and
 * the charts of the add-on ask for it. Where `whole`, steps are whole numbers. Without values, from 0 to 1.
 */
export function scaleOf(values: readonly number[], whole = false): Scale {
  const low = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const high = most === low ? 1 : most;
  const span = high - low;
  const size = 10 ** Math.floor(Math.log10(span / MOST_STEPS));
  const rough = ROUND_STEPS.map((step) => step * size).find((step) => span / step <= MOST_STEPS) ?? span;
  const step = whole ? Math.max(1, Math.ceil(rough)) : rough;
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  // Multiplied and not added up, so that the tenth step is as round as the first.
  const ticks = Array.from({ length: last - first + 1 }, (_, n) =>
    Number(((first + n) * step).toPrecision(12)),
  );
  return { ticks, step };
}

/** The place of a value between the ends of a scale: 0 at the lowest tick, 1 at the highest. */
export function shareOn({ ticks }: Scale, value: number): number {
  const [low = 0, high = 1] = [ticks[0], ticks[ticks.length - 1]];
  return (value - low) / (high - low);
}

/** A tick's figure: with as many decimals as the step needs, thousands apart, per cent where the cells are. */
export function tickText(tick: number, { step }: Scale, isPercent: boolean): string {
  const shownStep = isPercent ? step * 100 : step;
  const decimals = [0, 1, 2, 3].find(
    (places) => Number(shownStep.toFixed(places)) === Number(shownStep.toPrecision(9)),
  );
  const figure = (isPercent ? tick * 100 : tick).toFixed(decimals ?? 4);
  const [whole = "", rest] = figure.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${grouped}${rest === undefined ? "" : `.${rest}`}${isPercent ? "%" : ""}`;
}
