/** The same scoring written by hand, as the yardstick, and the table that both score. */

/** Names of eight metrics. */
export const METRICS = ["m_one", "m_two", "m_three", "m_four", "m_five", "m_six", "m_seven", "m_eight"];
const THRESHOLDS = [0.8, 0.6, 0.4];
const POINTS = [100, 80, 60];

/** Rows of eight values between 0 and 1 with the rules that score them. */
export function scoringTable(rows: number) {
  const weight = 100 / METRICS.length;
  const values = Array.from({ length: rows }, (_, row) =>
    METRICS.map((_metric, column) => ((row * 31 + column * 17) % 101) / 100),
  );
  const scoring = [
    ["Plan", "Item", "Metric", "Weight", "Method"],
    ...METRICS.map((metric) => ["Bench", metric, metric, weight, "bands"]),
  ];
  const bands = [
    ["Plan", "Table", "When", "Threshold", "Result"],
    ...METRICS.flatMap((metric) => [
      ...THRESHOLDS.map((threshold, index) => ["Bench", metric, "at least", threshold, POINTS[index] ?? 0]),
      ["Bench", metric, "", "", 0],
    ]),
  ];
  return {
    values,
    headers: [METRICS],
    scoring,
    bands,
    thresholds: THRESHOLDS,
    weights: METRICS.map(() => weight),
  };
}

/** Scores as a hand-written script would: doubles, no trace, rounded to 2 decimals. */
export function scoreByHand(
  values: readonly number[][],
  thresholds: readonly number[],
  weights: readonly number[],
): number[] {
  return values.map((row) => {
    let score = 0;
    for (let column = 0; column < row.length; column++) {
      const value = row[column] ?? 0;
      const band = thresholds.findIndex((threshold) => value >= threshold);
      score += ((band < 0 ? 0 : (POINTS[band] ?? 0)) * (weights[column] ?? 0)) / 100;
    }
    return Math.round(score * 100) / 100;
  });
}

/** What a hand-written payroll keeps of a person. */
export interface HandPay {
  readonly hits: readonly number[];
  readonly score: number;
  readonly lines: readonly number[];
  /** In cents. */
  readonly total: number;
}

/** Score and pay of each row with the band that each item reached: 3,000 and 20 a point, in cents. */
export function payByHand(
  values: readonly number[][],
  thresholds: readonly number[],
  weights: readonly number[],
): HandPay[] {
  return values.map((row) => {
    const hits: number[] = [];
    let score = 0;
    for (let column = 0; column < row.length; column++) {
      const value = row[column] ?? 0;
      const band = thresholds.findIndex((threshold) => value >= threshold);
      hits.push(band);
      score += ((band < 0 ? 0 : (POINTS[band] ?? 0)) * (weights[column] ?? 0)) / 100;
    }
    score = Math.round(score * 100) / 100;
    const lines = [300_000, Math.round(score * 2000)];
    return { hits, score, lines, total: (lines[0] ?? 0) + (lines[1] ?? 0) };
  });
}

const MESSY = [
  "1234",
  "1,234.50",
  "46.12%",
  "¥88.00",
  "--",
  "38",
  "0.4612",
  "-12.00",
  "(12.00)",
  "暂无数据",
  "1.2万",
  "98％",
];

/** Cells as exports have them, numbers among texts. */
export function messyCells(count: number): (string | number)[] {
  return Array.from({ length: count }, (_, index) =>
    index % 3 === 0 ? index % 1000 : `${MESSY[index % MESSY.length]}`,
  );
}

/** The usual way: a chain of regular expressions, cell by cell, to doubles. */
export function parseByPatterns(cells: readonly (string | number)[]): number {
  let read = 0;
  for (const cell of cells) {
    if (typeof cell === "number" || Number.isFinite(parseChain(cell))) read += 1;
  }
  return read;
}

function parseChain(text: string): number {
  const plain = text
    .trim()
    .replace(/[¥￥$,，\s]/g, "")
    .replace(/％/g, "%");
  if (/^(?:-+|暂无数据|延迟统计|)$/.test(plain)) return Number.NaN;
  const negative = /^\((.+)\)$/.exec(plain);
  const inner = negative?.[1] ?? plain;
  const percent = /^([+-]?\d+(?:\.\d+)?)%$/.exec(inner);
  if (percent) return Number(percent[1]) / 100;
  const wan = /^([+-]?\d+(?:\.\d+)?)万$/.exec(inner);
  if (wan) return Number(wan[1]) * 10_000;
  return /^[+-]?\d+(?:\.\d+)?$/.test(inner) ? Number(inner) * (negative ? -1 : 1) : Number.NaN;
}

/** A lean single-pass parser to doubles and kinds, without reasons: what the exact one is measured beside. */
export function parseByHand(cells: readonly (string | number)[]): number {
  const values = new Float64Array(cells.length);
  const kinds = new Uint8Array(cells.length);
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as string | number;
    const value = typeof cell === "number" ? cell : parseText(cell);
    values[at] = value;
    kinds[at] = Number.isFinite(value) ? 1 : 0;
  }
  return kinds.reduce((read, kind) => read + kind, 0);
}

function parseText(text: string): number {
  let value = 0;
  let scale = 0;
  let digits = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48;
      digits += 1;
      if (scale > 0) scale *= 10;
    } else if (code === 46) {
      scale = 1;
    } else if (code === 37 || code === 0xff05) {
      value /= 100;
    } else if (code === 0x4e07) {
      value *= 10_000;
    } else if (code !== 44 && code !== 45 && code !== 40 && code !== 41 && code !== 0xa5) {
      return Number.NaN;
    }
  }
  return digits === 0 ? Number.NaN : value / (scale || 1);
}
