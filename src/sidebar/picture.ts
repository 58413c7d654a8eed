/**
 * Geometry of the step picture: which result holds where, and where people stand. Doubles are
 * enough here: nothing is decided or paid by a drawing.
 */

/** One stretch of the table: the result from a threshold on; null: below all of them. */
export interface Step {
  readonly from: number | null;
  readonly result: number;
  readonly fromText: string;
  readonly resultText: string;
}

/** Where a person stands on the axis of thresholds. */
export interface Standing {
  readonly person: string;
  readonly value: number;
  readonly chosen: boolean;
}

/** A text with its place; `anchor` as in SVG. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
}

/** A person's dot. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly person: string;
  readonly chosen: boolean;
}

/** Everything that is drawn, in pixels of a picture of `WIDTH` × `HEIGHT`. */
export interface Picture {
  readonly path: string;
  readonly risers: readonly number[];
  readonly axisY: number;
  readonly xMarks: readonly Mark[];
  readonly yMarks: readonly Mark[];
  readonly dots: readonly Dot[];
}

/** Size of the picture in pixels (UX.md, Rules pane). */
export const WIDTH = 276;
export const HEIGHT = 96;

const LEFT = 40;
const RIGHT = 6;
const TOP = 9;
const AXIS = 66;
const LABEL_Y = 80;
const DOT_Y = 90;
/** So much room two labels need, in pixels: of the y axis by height, of the x axis by one sign. */
const LINE = 11;
const SIGN_WIDTH = 6.2;

/** The picture of a table whose steps are in rising order; null where there is nothing to draw. */
export function drawSteps(steps: readonly Step[], people: readonly Standing[]): Picture | null {
  const thresholds = steps.flatMap((step) => (step.from === null ? [] : [step.from]));
  if (thresholds.length === 0) return null;
  const x = scaleX([...thresholds, ...people.map(({ value }) => value)], thresholds);
  const y = scaleY(steps.map(({ result }) => result));
  return {
    path: pathOf(steps, x, y),
    risers: thresholds.map(x),
    axisY: AXIS,
    xMarks: xMarksOf(steps, x),
    yMarks: yMarksOf(steps, y),
    dots: people.map(({ person, value, chosen }) => ({ x: x(value), y: DOT_Y, person, chosen })),
  };
}

type Scale = (value: number) => number;

/** The axis holds all thresholds with room on both sides; people far outside stand at its ends. */
function scaleX(values: readonly number[], thresholds: readonly number[]): Scale {
  const [first, last] = [Math.min(...thresholds), Math.max(...thresholds)];
  const span = last - first || Math.abs(last) || 1;
  const low = Math.max(Math.min(...values, first - span * 0.3), first - span);
  const high = Math.min(Math.max(...values, last + span * 0.3), last + span);
  const width = WIDTH - LEFT - RIGHT;
  return (value) => {
    const share = (Math.min(Math.max(value, low), high) - low) / (high - low);
    return round(LEFT + 4 + share * (width - 8));
  };
}

function scaleY(results: readonly number[]): Scale {
  const low = Math.min(0, ...results);
  const high = Math.max(0, ...results);
  const span = high - low || 1;
  return (value) => round(AXIS - ((value - low) / span) * (AXIS - TOP));
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

function pathOf(steps: readonly Step[], x: Scale, y: Scale): string {
  const parts = steps.map((step, index) => {
    const height = y(step.result);
    if (step.from === null) return `M${LEFT} ${height}`;
    return index === 0 ? `M${x(step.from)} ${height}` : `H${x(step.from)}V${height}`;
  });
  return `${parts.join("")}H${WIDTH - RIGHT}`;
}

/** Labels under the thresholds; one that would run into its neighbour is left out. */
function xMarksOf(steps: readonly Step[], x: Scale): Mark[] {
  const marks: Mark[] = [];
  let free = 0;
  for (const { from, fromText } of steps) {
    if (from === null) continue;
    const half = (fromText.length * SIGN_WIDTH) / 2;
    const middle = Math.min(Math.max(x(from), half), WIDTH - half);
    if (middle - half < free) continue;
    marks.push({ x: middle, y: LABEL_Y, text: fromText, anchor: "middle" });
    free = middle + half + 4;
  }
  return marks;
}

/** Labels left of the results, from the highest down; one that would cover another is left out. */
function yMarksOf(steps: readonly Step[], y: Scale): Mark[] {
  const marks: Mark[] = [];
  let free = Number.NEGATIVE_INFINITY;
  const byHeight = [...steps].sort((a, b) => y(a.result) - y(b.result));
  for (const { result, resultText } of byHeight) {
    if (y(result) < free) continue;
    marks.push({ x: LEFT - 4, y: y(result) + 4, text: resultText, anchor: "end" });
    free = y(result) + LINE;
  }
  return marks;
}
