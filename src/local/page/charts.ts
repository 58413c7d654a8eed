/** The charts of the tab in view, drawn over the grid: Univer's free packages have none. */
import type { Book, Chart } from "../book.ts";
import { drawChart, type Mark } from "./chart-drawing.ts";
import { type ChartTable, chartTable } from "./chart-table.ts";
import type { GridPlace } from "./grid-place.ts";

const NAMESPACE = "http://www.w3.org/2000/svg";

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  words?: string,
): SVGElement {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (words !== undefined) made.textContent = words;
  return made;
}

function elementOf(mark: Mark): SVGElement {
  switch (mark.shape) {
    case "rect": {
      const { x, y, width, height, fill } = mark;
      // Neighbours touch without a seam.
      return element("rect", { x, y, width, height, fill, "shape-rendering": "crispEdges" });
    }
    case "line": {
      const { points, stroke, width } = mark;
      return element("polyline", { points: points.join(" "), stroke, "stroke-width": width, fill: "none" });
    }
    case "dot":
      return element("circle", { cx: mark.x, cy: mark.y, r: 2.5, fill: mark.fill });
    default: {
      const { x, y, anchor, words, isTitle } = mark;
      return element(
        "text",
        { x, y, "text-anchor": anchor, class: isTitle ? "chart-title" : "chart-words" },
        words,
      );
    }
  }
}

function drawn({ chart, table }: Figures): SVGElement {
  const { title, width, height } = chart.options;
  const names = table.series.map(({ name }) => name).join(", ");
  const svg = element("svg", {
    ...{ class: "chart", role: "img", width: Number(width) || 600, height: Number(height) || 371 },
    "aria-label": [title, names].filter(Boolean).join(": "),
  });
  svg.append(...drawChart(chart, table).map(elementOf));
  return svg;
}

interface Figures {
  readonly chart: Chart;
  readonly table: ChartTable;
}

/** What is in view; no place before the cells are painted. */
export interface InView {
  readonly book: Book;
  readonly place: GridPlace | null;
}

/** The layer that holds them. It lets clicks and wheels through to the cells. */
export class ChartLayer {
  private readonly layer = document.createElement("div");
  private shown: readonly { readonly chart: Chart; readonly svg: SVGElement }[] = [];
  private drawnFor = "";
  private waits = false;

  constructor(
    private readonly container: HTMLElement,
    private readonly view: () => InView,
  ) {
    this.layer.className = "charts";
    container.append(this.layer);
  }

  /** Once a frame, however much happened: charts follow the cells and their figures. */
  showSoon(): void {
    if (this.waits) return;
    this.waits = true;
    requestAnimationFrame(() => {
      this.waits = false;
      this.show(this.view());
    });
  }

  /** Draws the charts of the tab in view where they or their figures changed, and puts them in their place. */
  private show({ book, place }: InView): void {
    const charts = book.activeSheet?.charts ?? [];
    const figures = charts.map((chart): Figures => ({ chart, table: chartTable(book, chart) }));
    const state = JSON.stringify(figures);
    if (state !== this.drawnFor) {
      this.drawnFor = state;
      this.shown = figures.map((each) => ({ chart: each.chart, svg: drawn(each) }));
      this.layer.replaceChildren(...this.shown.map(({ svg }) => svg));
    }
    this.move(place);
  }

  private move(place: GridPlace | null): void {
    this.layer.hidden = this.shown.length === 0 || !place;
    if (!place || this.layer.hidden) return;
    const box = this.container.getBoundingClientRect();
    Object.assign(this.layer.style, {
      left: `${place.left - box.left}px`,
      top: `${place.top - box.top}px`,
      width: `${place.width}px`,
      height: `${place.height}px`,
    });
    for (const { chart, svg } of this.shown) {
      const { row, column, offsetX, offsetY } = chart.position;
      const [x, y] = place.at(row, column);
      svg.style.transform = `translate(${x + offsetX}px, ${y + offsetY}px) scale(${place.zoom})`;
    }
  }
}
