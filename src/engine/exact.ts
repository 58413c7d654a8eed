import Fraction from "fraction.js";

/** How a quotient is brought to a whole number of steps. Ties of `half-up` go away from zero. */
export type Rounding = "half-up" | "half-even" | "up" | "down";

const LIMIT = Number.MAX_SAFE_INTEGER;
const SIGNIFICANT_DIGITS = 15;
/** Looked up for every cell that is parsed, where `10 ** n` would be the slowest step. */
const POWERS_OF_TEN = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
const PLAIN_DECIMAL = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d{1,3}))?$/i;

function isSafe(value: number): boolean {
  return value <= LIMIT && value >= -LIMIT;
}

function greatestCommonDivisor(a: number, b: number): number {
  let x = a < 0 ? -a : a;
  for (let y = b; y !== 0; ) [x, y] = [y, x % y];
  return x;
}

/**
 * An exact rational number. Money, rates, points and comparisons are computed in it, so that
 * 143,999.99 ÷ 120,000 stays below 120 % and 1 ÷ 3 × 3 is 1. Small values are a pair of safe
 * integers; beyond their range a `Fraction` over BigInt takes over. Immutable.
 */
export class Exact {
  private constructor(
    private readonly n: number,
    private readonly d: number,
    private readonly big: Fraction | null,
  ) {}

  static readonly ZERO = new Exact(0, 1, null);
  static readonly ONE = new Exact(1, 1, null);
  static readonly HUNDRED = new Exact(100, 1, null);
  static readonly CENT = new Exact(1, 100, null);

  /** A whole number; throws for anything else (our own bug). */
  static integer(value: number): Exact {
    if (!Number.isSafeInteger(value)) throw new Error(`not a safe integer: ${value}`);
    return new Exact(value, 1, null);
  }

  /** numerator ÷ 10^places, for parsers that have the digits already. Both must be in safe range. */
  static scaled(numerator: number, places: number): Exact {
    if (places === 0) return new Exact(numerator, 1, null);
    return (
      Exact.small(numerator, POWERS_OF_TEN[places] ?? 10 ** places) ??
      Exact.fromBig(new Fraction(numerator).div(10n ** BigInt(places)))
    );
  }

  /**
   * The decimal that a cell's number shows: at most 15 significant digits, as spreadsheets
   * compare numbers, so that a formula's 0.30000000000000004 is 0.3. Throws for NaN and infinity.
   */
  static fromNumber(value: number): Exact {
    if (Number.isSafeInteger(value)) return SMALL[value] ?? new Exact(value, 1, null);
    if (!Number.isFinite(value)) throw new Error(`not a number: ${value}`);
    for (let places = 1, scale = 10; places <= 6; places++, scale *= 10) {
      const scaled = Math.round(value * scale);
      if (scaled / scale === value && isSafe(scaled)) return new Exact(scaled, scale, null);
    }
    const parsed = Exact.parse(value.toPrecision(SIGNIFICANT_DIGITS));
    if (!parsed) throw new Error(`not a decimal: ${value}`);
    return parsed;
  }

  /** A plain decimal text such as `-12.50`, `.5` or `1e-3`; null for anything else. */
  static parse(text: string): Exact | null {
    const match = PLAIN_DECIMAL.exec(text);
    if (!match) return null;
    const [, sign = "", whole = "", part = "", exponent = "0"] = match;
    if (whole === "" && part === "") return null;
    const places = part.length - Number(exponent);
    const digits = whole + part;
    if (digits.length <= SIGNIFICANT_DIGITS && places >= 0 && places <= SIGNIFICANT_DIGITS) {
      const numerator = Number(digits);
      return new Exact(
        sign === "-" && numerator !== 0 ? -numerator : numerator,
        10 ** places,
        null,
      ).demoted();
    }
    const scale = new Fraction(10n ** BigInt(Math.abs(places)));
    const value = new Fraction(BigInt(digits) * (sign === "-" ? -1n : 1n), 1n);
    return Exact.fromBig(places >= 0 ? value.div(scale) : value.mul(scale));
  }

  private static small(n: number, d: number): Exact | null {
    return isSafe(n) && d <= LIMIT ? new Exact(n, d, null) : null;
  }

  private static fromBig(value: Fraction): Exact {
    const n = Number(value.s * value.n);
    const d = Number(value.d);
    return isSafe(n) && isSafe(d) ? new Exact(n, d, null) : new Exact(0, 1, value);
  }

  private fraction(): Fraction {
    return this.big ?? new Fraction(BigInt(this.n), BigInt(this.d));
  }

  /** Whole decimals lose their denominator, so that later sums stay small. */
  private demoted(): Exact {
    return this.d !== 1 && this.n % this.d === 0 ? new Exact(this.n / this.d, 1, null) : this;
  }

  private reduced(): Exact {
    if (this.big !== null || this.d < 1e6) return this;
    const divisor = greatestCommonDivisor(this.n, this.d);
    return divisor === 1 ? this : new Exact(this.n / divisor, this.d / divisor, null);
  }

  plus(other: Exact): Exact {
    if (this.big === null && other.big === null) {
      const sum = this.plusSmall(other);
      if (sum) return sum;
    }
    return Exact.fromBig(this.fraction().add(other.fraction()));
  }

  private plusSmall(other: Exact): Exact | null {
    if (this.d === other.d) return Exact.small(this.n + other.n, this.d);
    if (this.d % other.d === 0) {
      const lifted = other.n * (this.d / other.d);
      return isSafe(lifted) ? Exact.small(this.n + lifted, this.d) : null;
    }
    if (other.d % this.d === 0) return other.plusSmall(this);
    const left = this.n * other.d;
    const right = other.n * this.d;
    return isSafe(left) && isSafe(right)
      ? (Exact.small(left + right, this.d * other.d)?.reduced() ?? null)
      : null;
  }

  minus(other: Exact): Exact {
    return this.plus(other.negated());
  }

  times(other: Exact): Exact {
    if (other === Exact.ONE) return this;
    if (this.big === null && other.big === null) {
      const product = Exact.small(this.n * other.n, this.d * other.d);
      if (product) return product.reduced();
    }
    return Exact.fromBig(this.fraction().mul(other.fraction()));
  }

  /** Exact quotient; throws on a zero divisor, which every caller must have asked about before. */
  over(other: Exact): Exact {
    if (other.isZero()) throw new Error("division by zero");
    if (this.big === null && other.big === null) {
      const sign = other.n < 0 ? -1 : 1;
      const quotient = Exact.small(this.n * other.d * sign, this.d * other.n * sign);
      if (quotient) return quotient.reduced();
    }
    return Exact.fromBig(this.fraction().div(other.fraction()));
  }

  negated(): Exact {
    return this.big ? Exact.fromBig(this.big.neg()) : new Exact(this.n === 0 ? 0 : -this.n, this.d, null);
  }

  abs(): Exact {
    return this.sign() < 0 ? this.negated() : this;
  }

  /** A whole power, from -999 to 999; null for other exponents and for 0 to a negative power. */
  power(exponent: Exact): Exact | null {
    if (exponent.big || exponent.n % exponent.d !== 0) return null;
    const times = exponent.n / exponent.d;
    if (Math.abs(times) > 999 || (times < 0 && this.isZero())) return null;
    let result = Exact.ONE;
    for (let left = Math.abs(times); left > 0; left--) result = result.times(this);
    return times < 0 ? Exact.ONE.over(result) : result;
  }

  /** -1, 0 or 1. */
  sign(): number {
    return this.big ? Number(this.big.s) * (this.big.n === 0n ? 0 : 1) : Math.sign(this.n);
  }

  isZero(): boolean {
    return this.sign() === 0;
  }

  isInteger(): boolean {
    return this.big ? this.big.d === 1n : this.n % this.d === 0;
  }

  /** Below 0, 0 or above 0, as this is smaller than, equal to or greater than the other. */
  compare(other: Exact): number {
    if (this.big === null && other.big === null) {
      if (this.d === other.d) return this.n - other.n;
      const left = this.n * other.d;
      const right = other.n * this.d;
      if (isSafe(left) && isSafe(right)) return left - right;
    }
    return this.fraction().compare(other.fraction());
  }

  equals(other: Exact): boolean {
    return this.compare(other) === 0;
  }

  atLeast(other: Exact): boolean {
    return this.compare(other) >= 0;
  }

  min(other: Exact): Exact {
    return this.compare(other) <= 0 ? this : other;
  }

  max(other: Exact): Exact {
    return this.compare(other) >= 0 ? this : other;
  }

  /** The nearest multiple of `step` (above 0) under a rounding; `up` is away from zero. */
  round(step: Exact, rounding: Rounding = "half-up"): Exact {
    const quotient = this.over(step);
    const whole = quotient.big
      ? roundBig(quotient.big, rounding)
      : roundSmall(quotient.n, quotient.d, rounding);
    return whole.times(step);
  }

  /** Decimal text with exactly so many places, half-up, for example `88.00`. */
  toFixed(places: number): string {
    const whole =
      this.smallSteps(places) ??
      this.times(Exact.integer(10 ** places))
        .round(Exact.ONE)
        .abs();
    const text = whole instanceof Exact ? whole.fraction().n.toString() : String(whole);
    const digits = text.padStart(places + 1, "0");
    const sign = this.sign() < 0 && /[1-9]/.test(digits) ? "-" : "";
    if (places === 0) return sign + digits;
    return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }

  /** The size in steps of 10^-places, half-up, by integers; null where they leave the safe range. */
  private smallSteps(places: number): number | null {
    const scale = POWERS_OF_TEN[places];
    if (this.big !== null || scale === undefined) return null;
    const product = Math.abs(this.n) * scale;
    if (product > LIMIT) return null;
    const rest = product % this.d;
    return (product - rest) / this.d + (rest >= this.d - rest ? 1 : 0);
  }

  /** Decimal text with at most so many places, without trailing zeros: `20`, `0.416667`. */
  toText(places = 6): string {
    const text = this.toFixed(places);
    return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  }

  /** The reduced fraction as text, `15/31`, or a whole number. */
  toFraction(): string {
    return this.fraction().toFraction();
  }

  /** The nearest double, for cells and charts only; never for a decision. */
  toNumber(): number {
    return this.big ? this.big.valueOf() : this.n / this.d;
  }

  /** Total of many; 0 for none. */
  static sum(values: Iterable<Exact>): Exact {
    let total = Exact.ZERO;
    for (const value of values) total = total.plus(value);
    return total;
  }
}

/** Whole numbers up to 1,000, which counts in exports mostly are, shared to spare memory. */
const SMALL: readonly Exact[] = Array.from({ length: 1001 }, (_, value) => Exact.integer(value));

function roundsAway(rounding: Rounding, twiceRest: number, wholeIsOdd: boolean): boolean {
  if (rounding === "up") return true;
  if (rounding === "down") return false;
  if (twiceRest !== 0) return twiceRest > 0;
  return rounding === "half-up" || wholeIsOdd;
}

function roundSmall(n: number, d: number, rounding: Rounding): Exact {
  const size = n < 0 ? -n : n;
  const rest = size % d;
  const whole = (size - rest) / d;
  if (rest === 0) return Exact.integer(n < 0 ? -whole : whole);
  const away = roundsAway(rounding, rest - (d - rest), whole % 2 === 1) ? 1 : 0;
  const rounded = whole + away;
  return Exact.integer(n < 0 && rounded !== 0 ? -rounded : rounded);
}

function roundBig(value: Fraction, rounding: Rounding): Exact {
  const whole = value.n / value.d;
  const rest = value.n % value.d;
  const twice = rest * 2n - value.d;
  const away = rest !== 0n && roundsAway(rounding, twice > 0n ? 1 : twice < 0n ? -1 : 0, whole % 2n === 1n);
  const rounded = (away ? whole + 1n : whole) * value.s;
  const parsed = Exact.parse(rounded.toString());
  if (!parsed) throw new Error("a whole number has decimal digits");
  return parsed;
}
