import { useId, useRef } from "preact/hooks";
import type { PlanModel } from "../api/contract";
import { itemsOf } from "./check";
import { setBand, setField } from "./draft";
import type { Editing } from "./editing";
import { usePage } from "./page-context";
import { Input, Section } from "./parts";
import { positionOf, rangeAround, type SliderRange, textAt, weightRange } from "./slider";

/** Every threshold and weight of the draft as a slider with a typed value beside it. */
export function Sliders({ editing }: { editing: Editing }) {
  const { t } = usePage();
  const { draft, profile } = editing;
  return (
    <div class="stack">
      {draft.tables.map((table) => (
        <Section key={table.id} title={t("thresholdsOf", { table: table.table })}>
          <ul class="stack">
            {table.rows.map(
              (row) =>
                row.threshold !== "" && (
                  <Threshold key={row.id} editing={editing} table={table.id} row={row} />
                ),
            )}
          </ul>
        </Section>
      ))}
      <Section title={t("weights")}>
        <ul class="stack">
          {itemsOf(draft, "points", profile).map((item) => (
            <Slider
              key={item.id}
              editing={editing}
              label={editing.facts.metrics.find(({ name }) => name === item.item)?.label || item.item}
              path={`items/${item.id}/weight`}
              value={item.weight}
              saved={editing.base.items.find(({ id }) => id === item.id)?.weight ?? item.weight}
              rangeOf={weightRange}
              put={(text) => setField(draft, "items", item.id, "weight", text)}
            />
          ))}
        </ul>
      </Section>
    </div>
  );
}

type Row = PlanModel["tables"][number]["rows"][number];

function Threshold({ editing, table, row }: { editing: Editing; table: string; row: Row }) {
  const { t } = usePage();
  const saved = editing.base.tables.find(({ id }) => id === table)?.rows.find(({ id }) => id === row.id);
  return (
    <Slider
      editing={editing}
      label={t("thresholdFor", { result: row.result })}
      path={`tables/${table}/${row.id}/threshold`}
      value={row.threshold}
      saved={saved?.threshold || row.threshold}
      rangeOf={rangeAround}
      put={(text) => setBand(editing.draft, table, row.id, "threshold", text)}
    />
  );
}

interface SliderProps {
  readonly editing: Editing;
  readonly label: string;
  readonly path: string;
  readonly value: string;
  readonly saved: string;
  readonly rangeOf: (text: string) => SliderRange | null;
  readonly put: (text: string) => PlanModel;
}

/** A slider over round numbers around the saved value; the field beside it takes any number. */
function Slider({ editing, label, path, value, saved, rangeOf, put }: SliderProps) {
  const { t, locked } = usePage();
  const id = useId();
  const kept = useRef(rangeOf(saved));
  const range = kept.current;
  const change = (text: string) => editing.change(put(text), path);
  return (
    <li>
      <label for={range ? id : undefined} class="small">
        {label}
      </label>
      <div class="row">
        {range && (
          <input
            id={id}
            type="range"
            class="grow"
            min={0}
            max={range.last}
            step={1}
            disabled={locked !== null}
            value={positionOf(value, range)}
            aria-valuetext={value}
            onInput={(event) => change(textAt(Number(event.currentTarget.value), range, saved))}
          />
        )}
        <Input class="num slider-value" label={t("valueOf", { label })} value={value} onText={change} />
      </div>
      {value !== saved && <p class="was">{t("was", { value: saved })}</p>}
    </li>
  );
}
