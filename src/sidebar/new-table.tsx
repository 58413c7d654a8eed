import { useState } from "preact/hooks";
import type { ItemModel } from "../api/contract";
import { type Editing, metricOptions } from "./editing";
import { fieldId, usePage } from "./page-context";
import { Button, Field, Input, Section, Select } from "./parts";
import { addTable, itemsWithoutTable, nameProblem } from "./tables";

/** Adds a table to the draft, says so, and hands its first field the focus once it is drawn. */
function useAddTable({ draft, change }: Editing) {
  const { t, announce } = usePage();
  return (name: string) => {
    const next = addTable(draft, name);
    const added = next.tables[next.tables.length - 1];
    change(next);
    announce(t("table.added", { name: name.trim() }));
    const first = fieldId(`tables/${added?.id}/${added?.rows[0]?.id}/threshold`);
    setTimeout(() => document.getElementById(first)?.focus(), 0);
  };
}

/** A form for one more table: for an item or a metric, which name it, or under a name of its own. */
export function NewTable({ editing }: { editing: Editing }) {
  const { t } = usePage();
  const { draft, facts } = editing;
  const items = itemsWithoutTable(draft, facts.metrics);
  const [chosen, choose] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const add = useAddTable(editing);
  const wanted = chosen ?? tableNameFor(items[0]);
  const name = wanted === "" ? typed : wanted;
  const problem = nameProblem(draft, name);
  const isAsked = wanted !== "" || typed !== "";
  return (
    <Section title={t("newTable")}>
      <Field label={t("table.for")} path="newTable/for">
        <Select
          path="newTable/for"
          value={wanted}
          options={[
            ["", t("table.forPay")],
            ...items.map((item): [string, string] => [
              tableNameFor(item),
              t("table.forItem", { item: item.item || item.metric }),
            ]),
            ...metricOptions(facts).filter(([metric]) =>
              items.every((item) => tableNameFor(item) !== metric),
            ),
          ]}
          onText={choose}
        />
      </Field>
      {wanted === "" && (
        <Field label={t("table.name")} path="newTable/name">
          <Input path="newTable/name" value={typed} maxLength={100} onText={setTyped} />
        </Field>
      )}
      {problem && isAsked && <p class="hint">{t(problem.word, problem.values)}</p>}
      <div class="row">
        <Button
          blocked={problem && t(problem.word, problem.values)}
          onClick={() => {
            add(name);
            choose(null);
            setTyped("");
          }}
        >
          {t("table.add")}
        </Button>
      </div>
    </Section>
  );
}

/** A table for an item is named like it; an item without a name yet goes by its metric. */
function tableNameFor(item: Pick<ItemModel, "item" | "metric"> | undefined): string {
  return item ? item.item.trim() || item.metric : "";
}

/** Beside the method of an item by bands that has no table: adds it. */
export function AddItsTable({ editing, item }: { editing: Editing; item: ItemModel }) {
  const { t, locked } = usePage();
  const add = useAddTable(editing);
  const lacks = itemsWithoutTable(editing.draft, editing.facts.metrics).some(({ id }) => id === item.id);
  if (!lacks || locked !== null) return null;
  return (
    <div class="row">
      <Button onClick={() => add(tableNameFor(item))}>{t("table.addFor")}</Button>
    </div>
  );
}
