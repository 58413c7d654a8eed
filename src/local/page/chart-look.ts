/** What a chart's options say, with Sheets' defaults in the place of what they do not. */
import type { Chart } from "../book.ts";

/** How a series is drawn. */
export interface SeriesLook {
  readonly kind: "bars" | "line";
  readonly color: string;
  /** On the axis at the right, whose scale is not shown: from 0 to this. */
  readonly backgroundTo: number | null;
}

/** A chart's options as the drawing needs them. */
export interface ChartLook {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly isStacked: boolean;
  readonly hasLegend: boolean;
  /** Share of a row's room that its bars take. */
  readonly barShare: number;
  readonly wholeSteps: boolean;
  readonly seriesLook: (index: number) => SeriesLook;
}

const PALETTE = ["#0b57d0", "#b06000", "#137333", "#7b1fa2", "#5f6368", "#00696b"];
const [WIDTH, HEIGHT] = [600, 371];
const BAR_SHARE = 0.62;

type Options = Readonly<Record<string, unknown>>;

/** An option that is a group of options, or an empty group. */
function group(options: Options, key: string | number): Options {
  const found = options[key];
  return typeof found === "object" && found !== null ? (found as Options) : {};
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}

/** Reads a chart's options. */
export function lookOf({ type, options }: Chart): ChartLook {
  const share = Number.parseFloat(textOr(group(options, "bar").groupWidth, ""));
  const colors = Array.isArray(options.colors) ? (options.colors as readonly unknown[]) : [];
  const seriesLook = (index: number): SeriesLook => {
    const own = group(group(options, "series"), index);
    const window = group(group(group(options, "vAxes"), numberOr(own.targetAxisIndex, 0)), "viewWindow");
    const isLine = type === "LINE" || (type === "COMBO" && own.type !== "bars");
    return {
      kind: isLine ? "line" : "bars",
      color: textOr(own.color, textOr(colors[index], PALETTE[index % PALETTE.length] ?? "")),
      backgroundTo: own.targetAxisIndex === 1 ? numberOr(window.max, 1) : null,
    };
  };
  return {
    title: textOr(options.title, ""),
    width: numberOr(options.width, WIDTH),
    height: numberOr(options.height, HEIGHT),
    isStacked: options.isStacked === true,
    hasLegend: group(options, "legend").position !== "none",
    barShare: Number.isFinite(share) ? Math.min(1, share / 100) : BAR_SHARE,
    wholeSteps: group(options, "vAxis").format === "0",
    seriesLook,
  };
}
