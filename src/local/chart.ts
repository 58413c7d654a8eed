/** Charts on a tab. They are kept with it; the workbench draws them, .xlsx files hold none. */
import type {
  ChartOptionsSurface,
  ChartsSurface,
  EmbeddedChartBuilderSurface,
  EmbeddedChartSurface,
  RangeSurface,
} from "../sheets/surface.ts";
import type { BookSheet, Chart } from "./book.ts";
import { enumeration, nameIn } from "./enumeration.ts";
import { Modelled, ServiceError } from "./guard.ts";
import { LocalRange } from "./range.ts";
import type { World } from "./world.ts";

const CHART_TYPE = enumeration("BAR", "COLUMN", "COMBO", "LINE");

/** The model of Google's Charts: the kinds of charts only. */
export class LocalCharts extends Modelled implements ChartsSurface {
  readonly modelled = "Charts";
  readonly ChartType = CHART_TYPE;
}

/** The model of Google's ChartOptions. */
class LocalChartOptions extends Modelled implements ChartOptionsSurface {
  readonly modelled = "ChartOptions";

  constructor(private readonly options: Chart["options"]) {
    super();
  }

  get(option: string): unknown {
    return this.options[option] ?? null;
  }
}

/** The model of Google's EmbeddedChart. */
export class LocalEmbeddedChart extends Modelled implements EmbeddedChartSurface {
  readonly modelled = "EmbeddedChart";

  constructor(
    private readonly world: World,
    readonly chart: Chart,
  ) {
    super();
  }

  getChartId(): number | null {
    return this.chart.id;
  }

  getOptions(): LocalChartOptions {
    return new LocalChartOptions(this.chart.options);
  }

  getRanges(): LocalRange[] {
    const { sheets } = this.world.book;
    return this.chart.ranges.flatMap(({ sheetId, area }) => {
      const sheet = sheets.find(({ id }) => id === sheetId);
      return sheet ? [new LocalRange(this.world, sheet, area)] : [];
    });
  }
}

/** The model of Google's EmbeddedChartBuilder. */
export class LocalEmbeddedChartBuilder extends Modelled implements EmbeddedChartBuilderSurface {
  readonly modelled = "EmbeddedChartBuilder";
  private type: Chart["type"] | undefined;
  private ranges: Chart["ranges"] = [];
  private headers = 0;
  private position: Chart["position"] | undefined;
  private options: Chart["options"] = {};

  constructor(private readonly world: World) {
    super();
  }

  setChartType(type: unknown): LocalEmbeddedChartBuilder {
    const name = nameIn(CHART_TYPE, type);
    if (!name) throw new ServiceError("EmbeddedChartBuilder.setChartType needs one of Charts.ChartType");
    this.type = name;
    return this;
  }

  addRange(range: RangeSurface): LocalEmbeddedChartBuilder {
    if (!(range instanceof LocalRange)) throw new ServiceError("addRange needs a range of this spreadsheet");
    this.ranges = [...this.ranges, { sheetId: range.sheet.id, area: range.area }];
    return this;
  }

  setNumHeaders(headers: number): LocalEmbeddedChartBuilder {
    this.headers = headers;
    return this;
  }

  setPosition(row: number, column: number, offsetX: number, offsetY: number): LocalEmbeddedChartBuilder {
    if (row < 1 || column < 1 || offsetX < 0 || offsetY < 0)
      throw new ServiceError("The position of the chart is out of bounds.");
    this.position = { row, column, offsetX, offsetY };
    return this;
  }

  setOption(option: string, value: unknown): LocalEmbeddedChartBuilder {
    this.options = { ...this.options, [option]: value };
    return this;
  }

  /** Throws without a type, without a range or without a position, as Sheets does. */
  build(): LocalEmbeddedChart {
    const { type, ranges, headers, position, options } = this;
    if (!type) throw new ServiceError("A chart needs a type.");
    if (ranges.length === 0) throw new ServiceError("A chart needs a range.");
    if (!position) throw new ServiceError("A chart needs a position.");
    return new LocalEmbeddedChart(this.world, { id: null, type, ranges, headers, position, options });
  }
}

/** Puts a chart on a tab, with an id of its own. */
export function insertChart(world: World, sheet: BookSheet, { chart }: LocalEmbeddedChart): void {
  if (chart.position.row > sheet.maxRows || chart.position.column > sheet.maxColumns)
    throw new ServiceError("The position of the chart is out of bounds.");
  const ids = world.book.sheets.flatMap(({ charts }) => charts.map(({ id }) => id ?? 0));
  sheet.charts = [...sheet.charts, { ...chart, id: Math.max(0, ...ids) + 1 }];
}

/** Takes a chart off a tab; throws where it is not there. */
export function removeChart(sheet: BookSheet, { chart }: LocalEmbeddedChart): void {
  const rest = sheet.charts.filter(({ id }) => id !== chart.id);
  if (chart.id === null || rest.length === sheet.charts.length)
    throw new ServiceError("The chart is not on this sheet.");
  sheet.charts = rest;
}
