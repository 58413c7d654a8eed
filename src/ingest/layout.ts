import type { ClockForm, SecondsForm } from "../engine/cell";
import type { Grid } from "../engine/grid";
import type { FieldDictionary, HelperField, RankedField } from "./fields";
import type { Header } from "./header";
import { HEADER_ROWS, readHeaders, type Table, withSecondRow } from "./table";

/** A column that is read, and how its cells are understood. */
export interface Input {
  readonly column: number;
  readonly as: "number" | "seconds" | "rate";
  readonly form: SecondsForm;
  /** A plain number counts so many (万元). */
  readonly factor: number;
  /** The header says `%`. */
  readonly isPercent: boolean;
}

/** How a measure comes from the inputs, which are named by their index. */
export type Recipe =
  | { readonly kind: "direct"; readonly input: number }
  /** value × weight, where both are there. */
  | { readonly kind: "product"; readonly value: number; readonly weight: number }
  /** The weight, where the value is there. */
  | { readonly kind: "weight"; readonly value: number; readonly weight: number }
  | { readonly kind: "difference"; readonly from: number; readonly less: number }
  | { readonly kind: "total"; readonly inputs: readonly number[] };

/** A measure that a table gives. */
export interface Output {
  readonly measure: string;
  readonly recipe: Recipe;
  /** Recomputed from a rate or an average (DESIGN 5.4). */
  readonly derived: boolean;
  /** The column to name in messages, counted from 0. */
  readonly column: number;
}

/** A needed header that stands over two columns. */
export interface AmbiguousColumn {
  readonly measure: string;
  readonly columns: readonly [number, number];
}

/** An export that was recognised: its columns and the measures it gives. */
export interface Layout {
  readonly table: Table;
  /** Columns that may name the agent, the likeliest header first. */
  readonly agentColumns: readonly number[];
  readonly dateColumn: number | null;
  /** An account's rows for two shops are two rows, not one that was pasted twice. */
  readonly shopColumn: number | null;
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
  readonly ambiguous: readonly AmbiguousColumn[];
  /** A column of single events (an order number, say): then the table is a list, no export. */
  readonly eventColumn: number | null;
}

const SECONDS_MEASURES = new Set([
  "response_seconds",
  "first_response_seconds",
  "resolution_seconds",
  "online_seconds",
]);
const SECONDS_HELPERS = new Set<string>(["averageResponse", "firstResponse", "averageResolution"]);
const RATE_HELPERS = new Set<string>(["replyRate", "successRate", "satisfactionRate", "praiseRate"]);

/** Columns found for each field of one header row. */
class Columns {
  private readonly found = new Map<string, { column: number; rank: number; header: Header }[]>();
  readonly score: number;

  constructor(
    readonly headers: readonly Header[],
    dictionary: FieldDictionary,
  ) {
    headers.forEach((header, column) => {
      for (const known of dictionary.find(header)) this.add(known, column, header);
    });
    for (const candidates of this.found.values())
      candidates.sort((a, b) => a.rank - b.rank || a.column - b.column);
    const figures = [...this.found.keys()].filter((key) => /^(?:measure|helper) /.test(key));
    this.score = this.all("agent").length > 0 ? figures.length : 0;
  }

  private add({ field, rank }: RankedField, column: number, header: Header): void {
    const key = "name" in field ? `${field.kind} ${field.name}` : field.kind;
    const known = this.found.get(key);
    if (known) known.push({ column, rank, header });
    else this.found.set(key, [{ column, rank, header }]);
  }

  /** Every column of a field, the likeliest first. */
  all(key: string): readonly number[] {
    return (this.found.get(key) ?? []).map(({ column }) => column);
  }

  first(key: string): number | null {
    return this.all(key)[0] ?? null;
  }

  /** Names of the measures for which there is a column. */
  measures(): string[] {
    return [...this.found.keys()].filter((key) => key.startsWith("measure ")).map((key) => key.slice(8));
  }

  /** The column of a field; two columns under one header are ambiguous. */
  pick(key: string): { column: number; rival: number | null } | null {
    const candidates = this.found.get(key) ?? [];
    const [best] = candidates;
    if (!best) return null;
    const equals = candidates.filter(({ rank }) => rank === best.rank);
    const inTime = equals.find(({ header }) => header.unit.isTime) ?? best;
    const rival = equals.find((other) => other !== inTime && other.header.key === inTime.header.key);
    return { column: inTime.column, rival: rival?.column ?? null };
  }
}

/**
 * Recognises an export of agents' figures: the row among the first ten that has an agent column
 * and the most columns of known figures. Null where no row has both.
 *
 * @param excluded names of measures that Sources reads from this tab.
 */
export function recogniseLayout(
  grid: Grid,
  tabIndex: number,
  dictionary: FieldDictionary,
  excluded: ReadonlySet<string>,
): Layout | null {
  let best: Columns | null = null;
  let headerRow = 0;
  for (let row = 0; row < Math.min(HEADER_ROWS, grid.rows.length); row++) {
    const columns = new Columns(readHeaders(grid, row), dictionary);
    if (columns.score > (best?.score ?? 0)) [best, headerRow] = [columns, row];
  }
  if (!best) return null;
  const { headers, firstRow } = withSecondRow(grid, headerRow, best.headers, dictionary);
  const columns = headers === best.headers ? best : new Columns(headers, dictionary);
  const builder = new LayoutBuilder(columns, excluded);
  builder.addMeasures();
  builder.addRecomputed();
  return {
    table: { grid, tabIndex, headers, headerRow, firstRow },
    agentColumns: columns.all("agent"),
    dateColumn: columns.first("date") ?? columns.first("month"),
    shopColumn: columns.first("shop"),
    inputs: builder.inputs,
    outputs: builder.outputs,
    ambiguous: builder.ambiguous,
    eventColumn: columns.first("event"),
  };
}

class LayoutBuilder {
  readonly inputs: Input[] = [];
  readonly outputs: Output[] = [];
  readonly ambiguous: AmbiguousColumn[] = [];
  private readonly given: ReadonlySet<string>;

  constructor(
    private readonly columns: Columns,
    private readonly excluded: ReadonlySet<string>,
  ) {
    this.given = new Set(columns.measures());
  }

  /** One output for every measure that has a column of its own. */
  addMeasures(): void {
    for (const measure of this.given) {
      const input = this.input(`measure ${measure}`, measure);
      if (input !== null) this.add(measure, { kind: "direct", input }, false);
    }
  }

  /** Measures that the table gives only through rates, averages, differences or parts. */
  addRecomputed(): void {
    this.addReplied();
    this.addAverage("response_seconds", "responses", "averageResponse");
    this.addAverage("first_response_seconds", "first_responses", "firstResponse");
    this.addProduct("resolution_seconds", "averageResolution", "measure resolutions");
    this.addProduct("final_payers", "successRate", "measure inquirers");
    this.addProduct("sales", "orderValue", "measure payers");
    this.addProduct("items_sold", "itemsPerBuyer", "measure payers");
    this.addProduct("praise", "praiseRate", "measure reviews");
    this.addRatings();
    this.addTotal("leave_days", ["personalLeave", "sickLeave", "annualLeave", "compensatoryLeave"]);
  }

  private addReplied(): void {
    if (this.has("measure received") && this.has("measure unanswered") && !this.given.has("replied")) {
      const [from, less] = [
        this.input("measure received", "replied"),
        this.input("measure unanswered", "replied"),
      ];
      if (from !== null && less !== null) this.add("replied", { kind: "difference", from, less }, false);
      return;
    }
    this.addProduct("replied", "replyRate", "measure received");
  }

  /** Seconds are average × number of replies, or × receptions where the number is not given. */
  private addAverage(seconds: string, number: string, average: HelperField): void {
    if (this.given.has(seconds)) return;
    const weight = this.given.has(number) ? `measure ${number}` : "measure received";
    this.addProduct(seconds, average, weight);
    if (!this.given.has(number)) this.addWeight(number, average, weight);
  }

  private addProduct(measure: string, helper: HelperField, weightKey: string): void {
    const operands = this.operands(measure, helper, weightKey);
    if (operands) this.add(measure, { kind: "product", ...operands }, true);
  }

  private addWeight(measure: string, helper: HelperField, weightKey: string): void {
    const operands = this.operands(measure, helper, weightKey);
    if (operands) this.add(measure, { kind: "weight", ...operands }, true);
  }

  private operands(
    measure: string,
    helper: HelperField,
    weightKey: string,
  ): { value: number; weight: number } | null {
    if (this.given.has(measure) || this.excluded.has(measure)) return null;
    if (!this.has(`helper ${helper}`) || !this.has(weightKey)) return null;
    const value = this.input(`helper ${helper}`, measure);
    const weight = this.input(weightKey, measure);
    return value === null || weight === null ? null : { value, weight };
  }

  /** Ratings by counts of each answer, or else the rate weighted by receptions (DOMAIN B.11). */
  private addRatings(): void {
    const answers: HelperField[] = [
      "verySatisfied",
      "satisfied",
      "neutral",
      "dissatisfied",
      "veryDissatisfied",
    ];
    if (this.has("helper satisfied") || this.has("helper verySatisfied")) {
      this.addTotal("good_ratings", ["verySatisfied", "satisfied"]);
      this.addTotal("ratings", answers);
      return;
    }
    if (this.has("helper goodService")) {
      this.addTotal("good_ratings", ["goodService"]);
      if (this.has("helper badService")) this.addTotal("ratings", ["goodService", "badService"]);
      return;
    }
    const received = this.has("helper validReceived") ? "helper validReceived" : "measure received";
    this.addProduct(
      "good_ratings",
      "satisfactionRate",
      this.given.has("ratings") ? "measure ratings" : received,
    );
    this.addWeight("ratings", "satisfactionRate", received);
  }

  private addTotal(measure: string, parts: readonly HelperField[]): void {
    if (this.given.has(measure)) return;
    const present = parts.filter((part) => this.has(`helper ${part}`));
    const inputs = present
      .map((part) => this.input(`helper ${part}`, measure))
      .filter((input) => input !== null);
    if (inputs.length > 0 && inputs.length === present.length)
      this.add(measure, { kind: "total", inputs }, false);
  }

  private has(key: string): boolean {
    return this.columns.first(key) !== null;
  }

  /** The input of a field's column; null, and noted, where two columns have its header. */
  private input(key: string, measure: string): number | null {
    const picked = this.columns.pick(key);
    if (!picked || this.excluded.has(measure)) return null;
    if (picked.rival !== null) {
      this.ambiguous.push({ measure, columns: [picked.column, picked.rival] });
      return null;
    }
    return this.inputOf(picked.column, key);
  }

  private inputOf(column: number, key: string): number {
    const header = this.columns.headers[column];
    if (!header) throw new Error("a column without a header");
    const name = key.slice(key.indexOf(" ") + 1);
    const isSeconds = SECONDS_MEASURES.has(name) || SECONDS_HELPERS.has(name);
    const as = isSeconds ? "seconds" : RATE_HELPERS.has(name) ? "rate" : "number";
    const known = this.inputs.findIndex((input) => input.column === column && input.as === as);
    if (known >= 0) return known;
    const { factor, isPercent, isTime } = header.unit;
    const form = isSeconds ? secondsForm(header) : {};
    return this.inputs.push({ column, as, form, factor: isTime ? 1 : factor, isPercent }) - 1;
  }

  private add(measure: string, recipe: Recipe, derived: boolean): void {
    if (this.excluded.has(measure)) return;
    const first =
      recipe.kind === "direct" ? recipe.input : recipe.kind === "total" ? recipe.inputs[0] : undefined;
    const input = "value" in recipe ? recipe.value : "from" in recipe ? recipe.from : first;
    this.outputs.push({ measure, recipe, derived, column: this.inputs[input ?? 0]?.column ?? 0 });
  }
}

const MINUTES_AND_SECONDS = /mm:ss|分:秒/;
const HOURS_AND_MINUTES = /hh:mm(?!:)|时:分(?!:)/;

/** What a header says about durations: the unit of plain numbers and how 1:20 is meant. */
export function secondsForm(header: Header): SecondsForm {
  const text = header.text.normalize("NFKC").toLowerCase();
  const clock: ClockForm | null = MINUTES_AND_SECONDS.test(text)
    ? "m:s"
    : HOURS_AND_MINUTES.test(text)
      ? "h:m"
      : null;
  return { ...(header.unit.isTime ? { unit: header.unit.factor } : {}), ...(clock ? { clock } : {}) };
}
