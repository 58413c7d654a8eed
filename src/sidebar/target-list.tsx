import type { TargetModel } from "../api/contract";
import { addTarget, removeRow, setField } from "./draft";
import { type Editing, metricOptions } from "./editing";
import { usePage } from "./page-context";
import { Button, CellButton, Field, IconButton, Input, Section, Select } from "./parts";

/** The month's targets of the plan's people: a person, a team or everybody, and a metric each. */
export function TargetList({ editing }: { editing: Editing }) {
  const { t, locked } = usePage();
  const { draft, change, facts } = editing;
  return (
    <Section title={t("targetsOf", { month: facts.month })} side={String(draft.targets.length)}>
      {draft.targets.length === 0 && <p class="muted">{t("noTargets")}</p>}
      <ul class="items">
        {draft.targets.map((row, index) => (
          <Target key={row.id} editing={editing} row={row} number={index + 1} />
        ))}
      </ul>
      {locked === null && (
        <div class="row">
          <Button onClick={() => change(addTarget(draft, facts.metrics[0]?.name ?? ""))}>
            {t("addTarget")}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Target({ editing, row, number }: { editing: Editing; row: TargetModel; number: number }) {
  const { t, locked } = usePage();
  const { draft, change, facts } = editing;
  const path = (field: keyof TargetModel) => `targets/${row.id}/${field}`;
  const set = (field: keyof TargetModel) => (text: string) =>
    change(setField(draft, "targets", row.id, field, text), path(field));
  const link = facts.links[row.id];
  return (
    <li class="stack">
      <Field label={t("metric")} path={path("metric")}>
        <Select
          path={path("metric")}
          value={row.metric}
          options={metricOptions(facts)}
          onText={set("metric")}
        />
      </Field>
      <div class="pair">
        <Field label={t("appliesTo")} path={path("appliesTo")}>
          <Input path={path("appliesTo")} value={row.appliesTo} onText={set("appliesTo")} />
        </Field>
        <Field label={t("target")} path={path("target")}>
          <Input class="num" path={path("target")} value={row.target} onText={set("target")} />
        </Field>
      </div>
      <div class="row between">
        <span class="small">{link && <CellButton link={link} />}</span>
        {locked === null && (
          <IconButton
            sign="×"
            label={t("removeTarget", { n: number })}
            onClick={() => change(removeRow(draft, "targets", row.id))}
          />
        )}
      </div>
    </li>
  );
}
