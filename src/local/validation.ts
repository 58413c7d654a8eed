/** Data validation: what a cell takes. */
import type { DataValidationBuilderSurface, DataValidationSurface, RangeSurface } from "../sheets/surface.ts";
import { areaName, quoteSheet } from "./a1.ts";
import type { Validation } from "./book.ts";
import { Modelled, ServiceError } from "./guard.ts";
import { LocalRange } from "./range.ts";

/** Values that one list may have, as Google says. */
const MAX_ITEMS = 500;

/** A finished rule. */
export class LocalDataValidation extends Modelled implements DataValidationSurface {
  readonly modelled = "DataValidation";
  declare readonly __dataValidation?: never;

  constructor(readonly validation: Validation) {
    super();
  }
}

/** The model of Google's DataValidationBuilder. */
export class LocalDataValidationBuilder extends Modelled implements DataValidationBuilderSurface {
  readonly modelled = "DataValidationBuilder";
  private source: Validation["source"] | undefined;
  private showDropdown = true;
  private allowInvalid = true;
  private help = "";

  requireValueInList(values: string[], showDropdown: boolean): LocalDataValidationBuilder {
    if (!values.every((value) => typeof value === "string"))
      throw new ServiceError("requireValueInList needs a list of texts");
    if (values.length > MAX_ITEMS) throw new ServiceError(`A list has at most ${MAX_ITEMS} values.`);
    this.source = { type: "list", values: [...values] };
    this.showDropdown = showDropdown;
    return this;
  }

  requireValueInRange(range: RangeSurface, showDropdown: boolean): LocalDataValidationBuilder {
    if (!(range instanceof LocalRange))
      throw new ServiceError("requireValueInRange needs a range of this spreadsheet");
    const { sheet, area } = range;
    const absolute = areaName(area).replace(/[A-Z]+|\d+/g, "$$$&");
    this.source = { type: "range", reference: `${quoteSheet(sheet.name)}!${absolute}` };
    this.showDropdown = showDropdown;
    return this;
  }

  setAllowInvalid(allowInvalidData: boolean): LocalDataValidationBuilder {
    this.allowInvalid = allowInvalidData;
    return this;
  }

  setHelpText(helpText: string): LocalDataValidationBuilder {
    this.help = helpText;
    return this;
  }

  /** Throws without a condition, as Sheets does. */
  build(): LocalDataValidation {
    const { source, showDropdown, allowInvalid, help } = this;
    if (source === undefined) throw new ServiceError("A data validation rule must have a condition.");
    return new LocalDataValidation({ source, showDropdown, allowInvalid, help });
  }
}
