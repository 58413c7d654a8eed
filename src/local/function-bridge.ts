/** Custom functions as Univer calls them: values in and out, messages kept. */
import type { EntryPoint } from "./code.ts";
import { isDateFormat, type TimeZone } from "./serial.ts";

/** Univer's formula package, loaded when needed. */
export type Engine = typeof import("@univerjs/engine-formula");
type Value = InstanceType<Engine["BaseValueObject"]>;

/** A global scope in which cells' functions run. */
export interface FunctionScope {
  /** A Date of that scope. */
  makeDate(ms: number): Date;
  /** Calls a function. Throws what it throws. */
  call(name: string, args: readonly unknown[]): unknown;
  /** Gives the scope up. */
  close(): void;
}

/** Converts what Univer passes to a function into what Sheets passes, and back. */
export class Converter {
  constructor(
    private readonly engine: Engine,
    private readonly zone: TimeZone,
    private readonly makeDate: (ms: number) => Date,
  ) {}

  /** A single cell is a scalar, a range rows of cells, a blank the empty text. */
  toArgument(value: Value): unknown {
    if (!value.isArray()) return this.toScalar(value);
    const rows = (value as InstanceType<Engine["ArrayValueObject"]>).getArrayValue();
    const cells = rows.map((row) => row.map((cell) => this.toScalar(cell)));
    return cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : cells;
  }

  private toScalar(value: unknown): unknown {
    if (!(value instanceof this.engine.BaseValueObject) || value.isNull()) return "";
    const plain: unknown = value.getValue();
    if (typeof plain === "number" && !value.isBoolean() && isDateFormat(value.getPattern() || undefined)) {
      return this.makeDate(this.zone.toMoment(plain));
    }
    return plain;
  }

  /** Rows spill; a flat array is a column. Throws for what a cell cannot hold. */
  fromResult(result: unknown): Value {
    if (!Array.isArray(result)) return this.fromScalar(result);
    const rows = (result as unknown[]).map((row) => (Array.isArray(row) ? (row as unknown[]) : [row]));
    const width = Math.max(1, ...rows.map((row) => row.length));
    const cells = rows.map((row) => Array.from({ length: width }, (_, index) => this.fromScalar(row[index])));
    return this.engine.ArrayValueObject.create({
      calculateValueList: cells,
      rowCount: cells.length,
      columnCount: width,
      unitId: "",
      sheetId: "",
      row: -1,
      column: -1,
    });
  }

  private fromScalar(value: unknown): Value {
    const { BooleanValueObject, ErrorType, ErrorValueObject, NumberValueObject, StringValueObject } =
      this.engine;
    if (value === null || value === undefined) return StringValueObject.create("");
    if (typeof value === "string") return StringValueObject.create(value);
    if (typeof value === "boolean") return BooleanValueObject.create(value);
    if (Object.prototype.toString.call(value) === "[object Date]") {
      return NumberValueObject.create(this.zone.toSerial((value as Date).getTime()));
    }
    if (typeof value !== "number") throw new Error(`a cell cannot hold a ${typeof value}`);
    return Number.isFinite(value) ? NumberValueObject.create(value) : ErrorValueObject.create(ErrorType.NUM);
  }
}

/** What custom functions of one calculation share. */
export interface Bridge {
  readonly engine: Engine;
  readonly converter: Converter;
  /** Runs a function of the built file. */
  call(name: string, args: readonly unknown[]): unknown;
  /** Is told the message that a cell's function threw. */
  thrown(cell: { sheet: string; row: number; column: number }, message: string): void;
}

/** A class for Univer that runs one custom function. The first error among single arguments passes through. */
export function functionClass(bridge: Bridge, entry: EntryPoint): Engine["BaseFunction"] {
  const { engine, converter } = bridge;
  return class extends engine.BaseFunction {
    override minParams = 0;
    override maxParams = 255;

    override calculate(...values: Value[]): Value {
      const broken = values.find((value) => value.isError());
      if (broken) return broken;
      try {
        return converter.fromResult(
          bridge.call(
            entry.name,
            values.map((value) => converter.toArgument(value)),
          ),
        );
      } catch (error) {
        const { message } = error as { message?: unknown };
        const text = typeof message === "string" ? message : String(error);
        bridge.thrown({ sheet: this.subUnitId ?? "", row: this.row + 1, column: this.column + 1 }, text);
        // Sheets has an error of its own for this, which Univer's list of error types lacks.
        return engine.ErrorValueObject.create(
          "#ERROR!" as Parameters<typeof engine.ErrorValueObject.create>[0],
          text,
        );
      }
    }
  };
}
