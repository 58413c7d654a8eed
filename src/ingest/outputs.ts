import type { ClockForm, SecondsForm } from "../engine/cell";
import { type Columns, MONEY_MEASURES, SECONDS_MEASURES } from "./columns";
import type { HelperField } from "./fields";
import type { Header } from "./header";
import type { AmbiguousColumn, Input, Output, Recipe, ShownRate, UnusableColumn } from "./recipes";

const SECONDS_HELPERS = new Set<string>(["averageResponse", "firstResponse", "averageResolution"]);
const RATE_HELPERS = new Set<string>(["replyRate", "successRate", "satisfactionRate", "praiseRate"]);
const MONEY_HELPERS = new Set<string>(["orderValue", "salesLessRefunds"]);

/** The metrics of the catalogue that exports show ready made. */
const SHOWN_METRICS: readonly (readonly [HelperField, string])[] = [
  ["averageResponse", "avg_response"],
  ["firstResponse", "first_response"],
  ["averageResolution", "resolution_time"],
  ["replyRate", "reply_rate"],
  ["successRate", "conversion"],
  ["orderValue", "aov"],
  ["itemsPerBuyer", "items_per_buyer"],
  ["satisfactionRate", "satisfaction"],
  ["praiseRate", "praise_rate"],
];

/** Builds what a table gives: its inputs, and each measure's recipe over them. */
export class LayoutBuilder {
  readonly inputs: Input[] = [];
  readonly outputs: Output[] = [];
  readonly ambiguous: AmbiguousColumn[] = [];
  readonly unusable: UnusableColumn[] = [];
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
    this.addLeave();
    this.addRefunds();
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

  /** Days of every kind of leave; hours are no days, and nobody knows how many make one. */
  private addLeave(): void {
    const columns = this.columns.all("helper leave");
    if (this.given.has("leave_days") || this.excluded.has("leave_days") || columns.length === 0) return;
    const inHours = columns.find((column) => this.columns.headers[column]?.unit.isTime);
    if (inHours !== undefined) {
      this.unusable.push({ measure: "leave_days", column: inHours, code: "column-in-hours" });
      return;
    }
    const inputs = columns.map((column) => this.inputOf(column, "helper leave"));
    this.add("leave_days", { kind: "total", inputs }, false);
  }

  /** Sales beside sales less refunds tell the refunds. */
  private addRefunds(): void {
    if (this.given.has("refunds") || !this.given.has("sales") || !this.has("helper salesLessRefunds")) return;
    const from = this.input("measure sales", "refunds");
    const less = this.input("helper salesLessRefunds", "refunds");
    if (from !== null && less !== null) this.add("refunds", { kind: "difference", from, less }, true);
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
    const input = this.describe(column, key);
    const known = this.inputs.findIndex(
      (other) => other.column === column && other.as === input.as && other.isMoney === input.isMoney,
    );
    return known >= 0 ? known : this.inputs.push(input) - 1;
  }

  private describe(column: number, key: string): Input {
    const header = this.columns.headers[column];
    if (!header) throw new Error("a column without a header");
    const name = key.slice(key.indexOf(" ") + 1);
    const isSeconds = SECONDS_MEASURES.has(name) || SECONDS_HELPERS.has(name);
    const as = isSeconds ? "seconds" : RATE_HELPERS.has(name) ? "rate" : "number";
    const { factor, isPercent, isTime } = header.unit;
    const form = isSeconds ? secondsForm(header) : {};
    const isMoney = MONEY_MEASURES.has(name) || MONEY_HELPERS.has(name);
    return { column, as, form, factor: isTime ? 1 : factor, isPercent, isMoney };
  }

  /** The columns that show a metric ready made. */
  rates(): ShownRate[] {
    return SHOWN_METRICS.flatMap(([helper, metric]) => {
      const column = this.columns.first(`helper ${helper}`);
      return column === null ? [] : [{ metric, input: this.describe(column, `helper ${helper}`) }];
    });
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
