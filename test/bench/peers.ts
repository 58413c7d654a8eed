/** The same scoring written by hand, as the yardstick, and the table that both score. */

const METRICS = [
  "conversion",
  "aov",
  "reply_rate",
  "sales",
  "praise_rate",
  "satisfaction",
  "orders",
  "received",
];
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

/** A lean single-pass parser to doubles, without reasons: what the exact one is measured beside. */
export function parseByHand(cells: readonly (string | number)[]): number {
  let read = 0;
  for (const cell of cells) {
    if (typeof cell === "number" || Number.isFinite(parseText(cell))) read += 1;
  }
  return read;
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
