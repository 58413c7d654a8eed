import type { NameOffer, PlanModel, RulesAnswer } from "../api/contract";

/** What the parts of the Rules pane share: the draft, the facts around it, and the way to change it. */
export interface Editing {
  readonly draft: PlanModel;
  readonly base: PlanModel;
  readonly facts: RulesAnswer;
  /** Edits of one `field` in a row are undone together; null for a step of its own. */
  readonly change: (draft: PlanModel, field?: string | null) => void;
  /** Whose values are shown; blank where the plan has nobody. */
  readonly person: string;
  /** The profile in view. */
  readonly profile: string;
}

/** The label of a metric in the page's language, with its name where they differ. */
export function metricOptions(facts: RulesAnswer): [string, string][] {
  return facts.metrics.map(({ name, label }) => [
    name,
    label === name || label === "" ? name : `${label} (${name})`,
  ]);
}

/** The names that a formula of pay may use: those of the facts, and components above it in the draft. */
export function namesFor({ draft, facts }: Editing, component?: string): readonly NameOffer[] {
  if (component === undefined) return facts.names;
  const at = draft.pay.findIndex(({ id }) => id === component);
  const above = new Set(draft.pay.slice(0, at).map((row) => row.component.toLowerCase()));
  const known = new Set(draft.pay.map((row) => row.component.toLowerCase()));
  const isHere = ({ kind, name }: NameOffer) =>
    kind !== "component" || above.has(name.toLowerCase()) || !known.has(name.toLowerCase());
  return facts.names.filter(isHere);
}
