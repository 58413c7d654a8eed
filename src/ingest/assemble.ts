import type { Month } from "../engine/calendar";
import type { FactSeries, MeasureFacts, Rollup } from "../engine/facts";
import type { Issue } from "../engine/issue";
import { nameKey } from "../engine/name";
import type { Roster } from "../engine/roster";
import type { SourceSettings } from "../engine/settings-sources";
import type { EventFacts } from "./events";
import type { SeriesByPerson } from "./export-reader";
import type { ExportFacts } from "./exports";
import { type Contribution, type MergeContext, mergeContributions } from "./merge";
import { joinOrigins } from "./origins";
import type { SourceFacts } from "./source-measure";

/** Everything that gives facts. */
export interface Parts {
  readonly tabs: readonly string[];
  readonly month: Month;
  readonly roster: Roster;
  readonly settings: SourceSettings;
  readonly exportFacts: ExportFacts;
  readonly events: EventFacts;
  readonly sources: ReadonlyMap<string, SourceFacts>;
  /** Errors that hold everyone who needs a measure. */
  readonly broken: readonly { readonly measure: string; readonly issue: Issue }[];
}

/** The facts by measure, with what is wrong between their origins. */
export interface Assembled {
  readonly measures: Map<string, MeasureFacts>;
  readonly issues: readonly Issue[];
}

/** Measures of exports of which the largest counts, not the sum. */
const LARGEST = new Set(["max_chats"]);

/** Brings the facts of exports, of events and of Sources together, by measure. */
export function assemble(parts: Parts): Assembled {
  const measures = new Map<string, MeasureFacts>();
  const issues: Issue[] = [];
  for (const [key, name] of namesOf(parts)) {
    const joined = new MeasureJoiner(key, name, parts).join();
    measures.set(key, joined.facts);
    issues.push(...joined.issues);
  }
  return { measures, issues };
}

/** Names of all measures by key; as Sources writes them, where it has them. */
function namesOf({ exportFacts, events, sources, broken }: Parts): Map<string, string> {
  const names = new Map<string, string>();
  const all = [
    ...exportFacts.byMeasure.keys(),
    ...events.byMeasure.keys(),
    ...events.shop.keys(),
    ...broken.map(({ measure }) => measure),
  ];
  for (const name of all) names.set(nameKey(name), name);
  for (const [key, { name }] of sources) names.set(key, name);
  return names;
}

class MeasureJoiner {
  private readonly broken: readonly Issue[];
  private readonly source: SourceFacts | undefined;
  private readonly exported: readonly Contribution[];

  constructor(
    private readonly key: string,
    private readonly name: string,
    private readonly parts: Parts,
  ) {
    this.broken = parts.broken.filter(({ measure }) => nameKey(measure) === key).map(({ issue }) => issue);
    this.source = parts.sources.get(key);
    this.exported = parts.exportFacts.byMeasure.get(key) ?? [];
  }

  join(): { facts: MeasureFacts; issues: readonly Issue[] } {
    const { source, exported } = this;
    if (source && (source.rollup !== "sum" || exported.length === 0)) {
      const { people, ...rest } = source;
      return { facts: { ...rest, broken: [...rest.broken, ...this.broken], byPerson: people }, issues: [] };
    }
    // A measure that Sources defines is the user's own: events add nothing to it.
    const events = source ? [] : (this.parts.events.byMeasure.get(this.key) ?? []);
    const { people, issues } = this.people(events);
    const facts: MeasureFacts = {
      name: this.name,
      rollup: this.rollup,
      absent: source?.absent ?? (events.length > 0 && exported.length === 0 ? "zero" : "none"),
      byPerson: people,
      shop: source?.shop ?? this.shop(),
      broken: [...(source?.broken ?? []), ...this.broken],
    };
    return { facts, issues };
  }

  private get rollup(): Rollup & ("sum" | "max") {
    return LARGEST.has(this.key) ? "max" : "sum";
  }

  private shop(): FactSeries | null {
    return this.parts.events.shop.get(this.key) ?? null;
  }

  private people(events: readonly Contribution[]): { people: SeriesByPerson; issues: Issue[] } {
    const { month, settings } = this.parts;
    const contributions = [...this.exported];
    if (this.source)
      contributions.push({ source: "", span: null, derived: false, people: this.source.people });
    const exported = this.merge(contributions);
    if (events.length === 0) return exported;
    const joined = this.merge(events);
    if (contributions.length === 0) return joined;
    const both = joinOrigins(this.context, {
      exports: contributions,
      merged: exported.people,
      events: joined.people,
      month,
      priority: settings.sourcePriority,
    });
    return { people: both.people, issues: [...exported.issues, ...joined.issues, ...both.issues] };
  }

  private merge(contributions: readonly Contribution[]): { people: SeriesByPerson; issues: Issue[] } {
    if (contributions.length === 0) return { people: new Map(), issues: [] };
    return mergeContributions(contributions, this.context);
  }

  private get context(): MergeContext {
    const { tabs, roster } = this.parts;
    const nameOf = (person: string) => roster.people.find((known) => known.key === person)?.name ?? person;
    return { tabs, measure: this.name, rollup: this.rollup, month: this.parts.month, nameOf };
  }
}
