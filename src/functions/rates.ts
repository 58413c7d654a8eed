import { readSeconds } from "../engine/cell";
import { Exact } from "../engine/exact";
import { BETTER_WORDS, findWord } from "../rules/words";
import {
  eachCell,
  eachNumber,
  type Named,
  refuse,
  type SheetArgument,
  type SheetResult,
  toNumber,
  toResult,
  toRows,
  toSingle,
} from "./arguments";

/** top ÷ bottom, cell by cell; blank where the denominator is 0 or either is blank. */
export function quotient(top: Named, bottom: Named): SheetResult {
  return eachNumber([top, bottom], ([numerator, denominator]) => {
    if (!numerator || !denominator || denominator.isZero()) return null;
    return numerator.over(denominator);
  });
}

/** Whether higher is better; blank is higher. */
function readBetter(value: SheetArgument): boolean {
  if (value === undefined || value === null) return true;
  const text = String(toSingle({ name: "better", value }))
    .trim()
    .toLowerCase();
  if (text === "") return true;
  const word = findWord(BETTER_WORDS, text);
  if (!word) refuse("better", { code: "unknown-word", values: { text, allowed: "higher, lower" } });
  return word === "higher";
}

/**
 * Attainment of a target: actual ÷ target, or target ÷ actual where lower is better. Blank where
 * the divisor is 0 or a cell is blank.
 */
export function attainment(actual: SheetArgument, target: SheetArgument, better: SheetArgument): SheetResult {
  const [a, t] = [
    { name: "actual", value: actual },
    { name: "target", value: target },
  ];
  return readBetter(better) ? quotient(a, t) : quotient(t, a);
}

/** TRUE or FALSE a row: whether every value reaches its minimum (READINGS 6.5). */
export function gate(values: SheetArgument, minimums: SheetArgument): SheetResult {
  const [limits = []] = toRows({ name: "minimums", value: minimums });
  const people = toRows({ name: "values", value: values });
  const limit = limits.map((cell) => toNumber("minimums", cell));
  return people.map((row) => {
    if (row.length !== limit.length) {
      const sizes = { size: String(row.length), otherSize: String(limit.length) };
      refuse("minimums", { code: "ranges-differ", values: { name: "values", other: "minimums", ...sizes } });
    }
    const numbers = row.map((cell) => toNumber("values", cell));
    if (numbers.every((number) => number === null)) return [""];
    return [limit.every((least, index) => least === null || (numbers[index]?.atLeast(least) ?? false))];
  });
}

/** A number from messy text; blank for a blank or a mark for missing data. */
export function parseNumbers(text: SheetArgument): SheetResult {
  return eachCell([{ name: "text", value: text }], ([cell = ""]) => toResult(toNumber("text", cell)));
}

/** Seconds from messy text such as `1分20秒`; blank for a blank or a mark for missing data. */
export function parseSeconds(text: SheetArgument): SheetResult {
  return eachCell([{ name: "text", value: text }], ([cell = ""]) => {
    const reading = readSeconds(cell);
    if (reading.kind === "unreadable") refuse("text", reading.problem);
    return toResult(reading.kind === "missing" ? null : reading.value);
  });
}

/** The best of a team's values plus an uplift, in percentage points unless `relative`. */
export function teamBestValue(
  values: SheetArgument,
  uplift: SheetArgument,
  mode: SheetArgument,
): SheetResult {
  const numbers = toRows({ name: "values", value: values }).map((row) =>
    row.flatMap((cell) => toNumber("values", cell) ?? []),
  );
  const raise =
    uplift === undefined
      ? Exact.ZERO
      : (toNumber("uplift", toSingle({ name: "uplift", value: uplift })) ?? Exact.ZERO);
  const word = mode === undefined ? "" : String(mode).trim().toLowerCase();
  if (!["", "points", "relative", "百分点", "相对"].includes(word)) {
    refuse("mode", { code: "unknown-word", values: { text: word, allowed: "points, relative" } });
  }
  return teamBest(numbers, raise, word === "relative" || word === "相对");
}

/** The best of a team's values plus an uplift: in percentage points, or relative to the best. */
function teamBest(values: readonly (readonly Exact[])[], uplift: Exact, relative: boolean): number | string {
  const all = values.flat();
  const [first] = all;
  if (!first) return "";
  const best = all.reduce((a, b) => a.max(b), first);
  return (relative ? best.times(Exact.ONE.plus(uplift)) : best.plus(uplift)).toNumber();
}
