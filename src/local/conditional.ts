/** Conditional formats: the builder that scripts use. */
import type {
  ConditionalFormatRuleBuilderSurface,
  ConditionalFormatRuleSurface,
  RangeSurface,
} from "../sheets/surface.ts";
import { areaName } from "./a1.ts";
import type { ConditionalFormat } from "./book.ts";
import { Modelled, ServiceError } from "./guard.ts";
import { LocalRange } from "./range.ts";

/** A finished rule. */
export class LocalConditionalFormatRule extends Modelled implements ConditionalFormatRuleSurface {
  readonly modelled = "ConditionalFormatRule";
  declare readonly __conditionalFormatRule?: never;

  constructor(readonly format: ConditionalFormat) {
    super();
  }
}

/** The model of Google's ConditionalFormatRuleBuilder. */
export class LocalConditionalFormatRuleBuilder
  extends Modelled
  implements ConditionalFormatRuleBuilderSurface
{
  readonly modelled = "ConditionalFormatRuleBuilder";
  private ranges: readonly string[] = [];
  private condition: ConditionalFormat["condition"] | undefined;
  private look: Pick<ConditionalFormat, "background" | "fontColor" | "bold"> = {};

  setRanges(ranges: RangeSurface[]): LocalConditionalFormatRuleBuilder {
    this.ranges = ranges.map((range) => {
      if (!(range instanceof LocalRange))
        throw new ServiceError("setRanges needs ranges of this spreadsheet");
      return areaName(range.area);
    });
    return this;
  }

  whenTextContains(text: string): LocalConditionalFormatRuleBuilder {
    return this.when({ type: "contains", text });
  }

  whenTextEqualTo(text: string): LocalConditionalFormatRuleBuilder {
    return this.when({ type: "equals", text });
  }

  whenNumberLessThan(value: number): LocalConditionalFormatRuleBuilder {
    return this.when({ type: "less", value });
  }

  whenNumberGreaterThanOrEqualTo(value: number): LocalConditionalFormatRuleBuilder {
    return this.when({ type: "atLeast", value });
  }

  whenFormulaSatisfied(text: string): LocalConditionalFormatRuleBuilder {
    return this.when({ type: "formula", text });
  }

  setBackground(background: string): LocalConditionalFormatRuleBuilder {
    this.look = { ...this.look, background };
    return this;
  }

  setFontColor(fontColor: string): LocalConditionalFormatRuleBuilder {
    this.look = { ...this.look, fontColor };
    return this;
  }

  setBold(bold: boolean): LocalConditionalFormatRuleBuilder {
    this.look = { ...this.look, bold };
    return this;
  }

  /** Throws without ranges or without a condition, as Sheets does. */
  build(): LocalConditionalFormatRule {
    const { ranges, condition, look } = this;
    if (ranges.length === 0) throw new ServiceError("Conditional format rule must have at least one range.");
    if (condition === undefined) throw new ServiceError("Conditional format rule must have a condition.");
    return new LocalConditionalFormatRule({ ranges, condition, ...look });
  }

  private when(condition: ConditionalFormat["condition"]): LocalConditionalFormatRuleBuilder {
    this.condition = condition;
    return this;
  }
}
