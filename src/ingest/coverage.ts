import { type Month, showRange } from "../engine/calendar";
import { type DataSource, type DatedTab, sourceName, sourcesOf } from "../engine/coverage";
import { type Issue, issueAt } from "../engine/issue";

/** Fewer events say nothing of the days between them. */
const LEAST_EVENTS = 20;
/** So many times the usual gap between events may pass without one. */
const GAPS = 3;

/**
 * The warnings about sources that end before another or begin after it, with both ranges: the others
 * show that those days were worked. Where all sources end alike before the month does, the month may
 * not be over, and there is no clock to ask: the Checks tab then notes how far the data reach.
 */
export function coverageIssues(tabs: readonly DatedTab[], month: Month): Issue[] {
  const sources = sourcesOf(tabs, month);
  return sources.flatMap((source) => {
    const others = sources.filter((other) => !isCompared(source, other));
    const { first, last } = others.reduce<Whole>(widen, { first: source, last: source });
    return partialIssue(source, first, last) ?? [];
  });
}

/** The total of a span beside the days of the same measure: a difference is an error of its own. */
function isCompared({ measures }: DataSource, { totals }: DataSource): boolean {
  return [...totals].some((measure) => measures.has(measure));
}

/** The sources that reach furthest; the first of equals. */
interface Whole {
  readonly first: DataSource;
  readonly last: DataSource;
}

function widen({ first, last }: Whole, source: DataSource): Whole {
  return {
    first: first.first <= source.first ? first : source,
    last: last.last >= source.last ? last : source,
  };
}

function partialIssue(source: DataSource, first: DataSource, last: DataSource): Issue | null {
  const quiet = quietDays(source);
  if (quiet === null) return null;
  const before = beyond(source.first - first.first, quiet);
  const after = beyond(last.last - source.last, quiet);
  if (before + after === 0) return null;
  const other = after > 0 ? last : first;
  const values = {
    tabs: sourceName(source),
    days: showRange(source),
    other: sourceName(other),
    otherDays: showRange(other),
    count: String(before + after),
  };
  return issueAt("warning", "data-ends-early", { tab: source.tabs[source.tabs.length - 1] ?? "" }, values);
}

/** Days that are missing beyond those that may be quiet. */
function beyond(days: number, quiet: number): number {
  return days > quiet ? days : 0;
}

/**
 * So many days without a row are nothing strange: none for exports, which have a row for every day; a
 * few for lists of events; null where there are too few to tell.
 */
function quietDays({ isOfEvents, isPerformance, rows, first, last }: DataSource): number | null {
  if (!isOfEvents) return isPerformance ? 0 : GAPS - 1;
  if (rows < LEAST_EVENTS) return null;
  return Math.ceil((GAPS * (last - first + 1)) / rows);
}
