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
