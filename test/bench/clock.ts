/** What one piece of work took: medians of its rounds. */
export interface Timed<T> {
  readonly ms: number;
  /** Processor time of the whole process, its helper threads among it. */
  readonly cpuMs: number;
  readonly result: T;
}

/** The middle one of some values, the upper of two; 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** A round repeats short work for so much processor time, so that what runs beside it weighs little. */
const LEAST_CPU_MS = 200;

/**
 * Works in turn, twice unmeasured and then so many rounds, so that a busy machine slows all of them
 * alike.
 */
export function race<T extends readonly (() => unknown)[]>(
  works: T,
  rounds = 5,
): { [K in keyof T]: Timed<ReturnType<T[K]>> } {
  for (const work of works) work();
  const results = works.map((work) => work());
  const times = works.map((): { ms: number; cpuMs: number }[] => []);
  for (let round = 0; round < rounds; round++) {
    works.forEach((work, index) => {
      const { result, ...took } = once(work);
      results[index] = result;
      times[index]?.push(took);
    });
  }
  return times.map((own, index) => ({
    ms: median(own.map(({ ms }) => ms)),
    cpuMs: median(own.map(({ cpuMs }) => cpuMs)),
    result: results[index],
  })) as { [K in keyof T]: Timed<ReturnType<T[K]>> };
}

/** One round of work, begun on a clean heap. */
function once<T>(work: () => T): Timed<T> {
  (globalThis as { gc?: () => void }).gc?.();
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  for (let count = 1; ; count++) {
    const result = work();
    const { user, system } = process.cpuUsage(cpu);
    const spent = (user + system) / 1000;
    if (spent >= LEAST_CPU_MS)
      return { ms: (performance.now() - start) / count, cpuMs: spent / count, result };
  }
}

/** One piece of work, twice unmeasured and then so many rounds. */
export function time<T>(work: () => T, rounds = 5): Timed<T> {
  return race([work] as const, rounds)[0] as Timed<T>;
}

/** A title, and rows in columns of equal width, right-aligned; the first column of names left-aligned. */
export function print(title: string, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  "),
  );
  console.log(`\n${title}\n\n${lines.join("\n")}`);
}

/** Rows of a table of peers. Ratios are of processor time, which a busy machine leaves alone; the first is the yardstick. */
export function peers(entries: readonly (readonly [name: string, timed: Timed<unknown>])[]): string[][] {
  const base = entries[0]?.[1].cpuMs ?? 1;
  return [
    ["", "ms", "CPU ms", "ratio"],
    ...entries.map(([name, { ms, cpuMs }]) => [
      name,
      ms.toFixed(ms < 10 ? 2 : 0),
      cpuMs.toFixed(cpuMs < 10 ? 2 : 0),
      (cpuMs / base).toFixed(1),
    ]),
  ];
}
