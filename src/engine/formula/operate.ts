import { missingMark } from "../cell-reading";
import { Exact, type Rounding } from "../exact";
import type { Operator } from "./node";
import { Failure, failure, Nothing, type Value } from "./value";

/** What becomes of a division by zero: no data in a metric, an error elsewhere (READINGS 4.1). */
export type ZeroDivision = "nothing" | "failure";

/** The failures among values, joined, else the missing ones, else null. Failures come first. */
export function undecided(values: readonly Value[]): Failure | Nothing | null {
  const failures = values.filter((value) => value instanceof Failure);
  if (failures.length > 0) return new Failure(failures.flatMap((value) => value.problems));
  const nothing = values.filter((value) => value instanceof Nothing);
  if (nothing.length > 0) return new Nothing([...new Set(nothing.flatMap((value) => value.names))]);
  return null;
}

/** A value as a number: TRUE is 1, a text that is a plain number counts as one. */
export function asNumber(value: Value): Exact | Failure | Nothing {
  if (value instanceof Exact || value instanceof Failure || value instanceof Nothing) return value;
  if (typeof value === "boolean") return value ? Exact.ONE : Exact.ZERO;
  return Exact.parse(value.trim()) ?? failure("text-is-not-a-number", { text: value });
}

/** A value as a condition: a number is true unless it is 0. */
export function asCondition(value: Value): boolean | Failure | Nothing {
  if (typeof value === "boolean" || value instanceof Failure || value instanceof Nothing) return value;
  if (value instanceof Exact) return !value.isZero();
  const word = value.trim().toLowerCase();
  if (word === "true" || word === "false") return word === "true";
  return failure("text-is-not-a-condition", { text: value });
}

function asText(value: Exact | string | boolean): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value.toText(12);
}

/** Applies an operator to its operands; failures and missing data pass through. */
export function operate(operator: Operator, operands: readonly Value[], zeroDivision: ZeroDivision): Value {
  const stop = undecided(operands);
  if (stop) return stop;
  const [left, right] = operands as readonly (Exact | string | boolean)[];
  if (left === undefined) throw new Error(`operator ${operator} without an operand`);
  if (right === undefined) return operateUnary(operator, left);
  if (operator === "&") return asText(left) + asText(right);
  const difference = isComparison(operator) ? compareValues(left, right) : null;
  if (difference !== null) return difference instanceof Nothing ? difference : decide(operator, difference);
  return arithmetic(operator, asNumber(left), asNumber(right), zeroDivision);
}

function operateUnary(operator: Operator, operand: Exact | string | boolean): Value {
  const number = asNumber(operand);
  if (!(number instanceof Exact)) return number;
  if (operator === "negate") return number.negated();
  return operator === "%" ? number.over(Exact.HUNDRED) : number;
}

function isComparison(operator: Operator): boolean {
  return operator === "=" || operator === "<>" || operator.startsWith("<") || operator.startsWith(">");
}

/** Numbers before texts, as a spreadsheet orders them; a missing mark beside a number is no data. */
function compareValues(left: Exact | string | boolean, right: Exact | string | boolean): number | Nothing {
  if (typeof left === "string" && typeof right === "string") {
    const [a, b] = [left.normalize("NFKC").toLowerCase(), right.normalize("NFKC").toLowerCase()];
    return a < b ? -1 : a > b ? 1 : 0;
  }
  if (typeof left === "string") return isMissing(left) ? new Nothing([]) : 1;
  if (typeof right === "string") return isMissing(right) ? new Nothing([]) : -1;
  return asExact(left).compare(asExact(right));
}

function isMissing(text: string): boolean {
  const mark = text.trim();
  return mark === "" || missingMark(mark, 0, mark.length) !== null;
}

function asExact(value: Exact | boolean): Exact {
  return typeof value === "boolean" ? (value ? Exact.ONE : Exact.ZERO) : value;
}

function decide(operator: Operator, difference: number): boolean {
  if (operator === "=") return difference === 0;
  if (operator === "<>") return difference !== 0;
  if (operator === "<") return difference < 0;
  if (operator === "<=") return difference <= 0;
  return operator === ">" ? difference > 0 : difference >= 0;
}

function arithmetic(
  operator: Operator,
  left: Exact | Failure | Nothing,
  right: Exact | Failure | Nothing,
  zeroDivision: ZeroDivision,
): Value {
  if (!(left instanceof Exact) || !(right instanceof Exact))
    return undecided([left, right]) ?? failure("formula-syntax");
  if (operator === "+") return left.plus(right);
  if (operator === "-") return left.minus(right);
  if (operator === "*") return left.times(right);
  if (operator === "^") return left.power(right) ?? failure("power-not-whole", { exponent: right.toText() });
  if (right.isZero()) return zeroDivision === "nothing" ? new Nothing([]) : failure("division-by-zero");
  return left.over(right);
}

/** Numbers among the operands, missing ones left out; a failure where one cannot be a number. */
function numbersOf(operands: readonly Value[]): Exact[] | Failure | Nothing {
  const numbers = operands.map(asNumber);
  const failed = numbers.filter((value) => value instanceof Failure);
  if (failed.length > 0) return new Failure(failed.flatMap((value) => value.problems));
  const found = numbers.filter((value) => value instanceof Exact);
  if (found.length > 0) return found;
  return new Nothing(numbers.flatMap((value) => (value instanceof Nothing ? value.names : [])));
}

function aggregate(operands: readonly Value[], compute: (numbers: readonly Exact[]) => Exact): Value {
  const numbers = numbersOf(operands);
  return Array.isArray(numbers) ? compute(numbers) : numbers;
}

function roundTo(operands: readonly Value[], rounding: Rounding): Value {
  const [value, places = Exact.ZERO] = operands.map(asNumber);
  const stop = undecided([value ?? Exact.ZERO, places]);
  if (stop) return stop;
  if (!(value instanceof Exact) || !(places instanceof Exact)) return failure("formula-syntax");
  const step = Exact.integer(10).power(places.negated());
  return step ? value.round(step, rounding) : failure("rounding-places", { places: places.toText() });
}

/** AND and OR: an operand that settles the result does so even beside missing data. */
function junction(operands: readonly Value[], settling: boolean): Value {
  const conditions = operands.map(asCondition);
  const failed = conditions.filter((value) => value instanceof Failure);
  if (failed.length > 0) return new Failure(failed.flatMap((value) => value.problems));
  if (conditions.includes(settling)) return settling;
  return undecided(conditions) ?? !settling;
}

/** The functions whose operands are plain values. Null for any other name. */
export function applyFunction(name: string, operands: readonly Value[]): Value | null {
  switch (name) {
    case "AND":
      return junction(operands, false);
    case "OR":
      return junction(operands, true);
    case "NOT":
      return negateCondition(operands[0] ?? false);
    case "MIN":
      return aggregate(operands, (numbers) => numbers.reduce((a, b) => a.min(b)));
    case "MAX":
      return aggregate(operands, (numbers) => numbers.reduce((a, b) => a.max(b)));
    case "SUM":
      return aggregate(operands, (numbers) => Exact.sum(numbers));
    case "AVERAGE":
      return aggregate(operands, (numbers) => Exact.sum(numbers).over(Exact.integer(numbers.length)));
    case "ABS":
      return single(operands, (x) => x.abs());
    case "ROUND":
      return roundTo(operands, "half-up");
    case "ROUNDUP":
      return roundTo(operands, "up");
    case "ROUNDDOWN":
      return roundTo(operands, "down");
    case "UNITS":
      return unitsBeyond(operands);
    default:
      return null;
  }
}

function negateCondition(operand: Value): Value {
  const condition = asCondition(operand);
  return typeof condition === "boolean" ? !condition : condition;
}

function single(operands: readonly Value[], compute: (x: Exact) => Exact): Value {
  const number = asNumber(operands[0] ?? failure("formula-syntax"));
  return number instanceof Exact ? compute(number) : number;
}

function unitsBeyond(operands: readonly Value[]): Value {
  const beyond = operate("-", operands, "failure");
  return beyond instanceof Exact ? beyond.max(Exact.ZERO) : beyond;
}
