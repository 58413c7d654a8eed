import { useId, useState } from "preact/hooks";
import type { ItemModel } from "../api/contract";
import { itemsOf } from "./check";
import { addItem, moveRow, removeRow, setField, setWeights } from "./draft";
import { type Editing, metricOptions } from "./editing";
import { FormulaField } from "./formula-field";
import { AddItsTable } from "./new-table";
import { usePage } from "./page-context";
import { Button, CellButton, Field, IconButton, Input, ProblemText, Section, Select } from "./parts";
import { isFull, rescaleWeights, sumWeights } from "./weights";
import type { WordKey } from "./words";

/** The kinds of items apart from `points`, which have no weight of 100. */
const OTHER_KINDS = ["gate", "bonus", "deduction"] as const;
const METHODS = ["bands", "band points", "ratio", "manual", "formula"] as const;
const MEASURES = ["value", "attainment"] as const;

/** The items whose weights sum to 100, with their live sum. */
export function ScoreItems({ editing }: { editing: Editing }) {
  const { t, announce, locked } = usePage();
  const { draft, change, profile } = editing;
  const items = itemsOf(draft, "points", profile);
  const weights = items.map(({ weight }) => weight);
  const sum = sumWeights(weights);
  const rescaled = rescaleWeights(weights);
  const full = isFull(sum);
  const rescale = () => {
    if (!rescaled) return;
    change(
      setWeights(
        draft,
        items.map(({ id }) => id),
        rescaled,
      ),
    );
    announce(t("rescaled"));
  };
  return (
    <Section
      title={t("scoreItems")}
      side={t("ofHundred", { n: sum.sum.toText(2) })}
      bad={!full && items.length > 0}
      open
    >
      {items.length === 0 && <p class="muted">{t("noItems")}</p>}
      <ul class="items">
        {items.map((item) => (
          <Item key={item.id} editing={editing} item={item} />
        ))}
      </ul>
      {locked === null && (
        <div class="row wrap">
          <Button onClick={() => change(addItem(draft, "points", profile))}>{t("addItem")}</Button>
          {!full && rescaled && <Button onClick={rescale}>{t("rescale")}</Button>}
        </div>
      )}
    </Section>
  );
}

/** Gates, bonus and deduction items, a section each. */
export function OtherItems({ editing }: { editing: Editing }) {
  return (
    <>
      {OTHER_KINDS.map((kind) => (
        <KindSection key={kind} editing={editing} kind={kind} />
      ))}
    </>
  );
}

function KindSection({ editing, kind }: { editing: Editing; kind: (typeof OTHER_KINDS)[number] }) {
  const { t, locked } = usePage();
  const { draft, change, profile } = editing;
  const items = itemsOf(draft, kind, profile);
  return (
    <Section title={t(`kinds.${kind}`)} side={String(items.length)}>
      {items.length === 0 && <p class="muted">{t(`kinds.${kind}.none`)}</p>}
      <ul class="items">
        {items.map((item) => (
          <Item key={item.id} editing={editing} item={item} />
        ))}
      </ul>
      {locked === null && (
        <div class="row">
          <Button onClick={() => change(addItem(draft, kind, profile))}>{t(`kinds.${kind}.add`)}</Button>
        </div>
      )}
    </Section>
  );
}

/** One item: name, method and weight in a line; everything else when it is opened. */
function Item({ editing, item }: { editing: Editing; item: ItemModel }) {
  const { t } = usePage();
  const [open, setOpen] = useState(item.item === "");
  const id = useId();
  const path = `items/${item.id}`;
  const label = editing.facts.metrics.find(({ name }) => name === item.item)?.label;
  return (
    <li>
      <div class="item-line">
        <button
          type="button"
          class="opener"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <span class="name" title={item.item}>
            {label || item.item || t("newItem")}
          </span>
          <span class="method">
            {t(methodWord(item.method))} <span aria-hidden="true">{open ? "▾" : "›"}</span>
          </span>
        </button>
        {item.kind !== "gate" && <Weight editing={editing} item={item} />}
      </div>
      <ProblemText path={`${path}/weight`} />
      <div id={id} class="details" hidden={!open}>
        <ItemDetails editing={editing} item={item} open={open} />
      </div>
    </li>
  );
}

function methodWord(method: string): WordKey {
  return METHODS.some((each) => each === method) ? (`method.${method}` as WordKey) : "method.none";
}

function Weight({ editing, item }: { editing: Editing; item: ItemModel }) {
  const { t } = usePage();
  const path = `items/${item.id}/weight`;
  const word = item.kind === "points" ? "weightOf" : "mostPointsOf";
  return (
    <Input
      class="num weight"
      inputMode="decimal"
      path={path}
      label={t(word, { item: item.item })}
      value={item.weight}
      onText={(text) => editing.change(setField(editing.draft, "items", item.id, "weight", text), path)}
    />
  );
}

function ItemDetails({ editing, item, open }: { editing: Editing; item: ItemModel; open: boolean }) {
  const { t, locked } = usePage();
  const { draft, change, facts } = editing;
  const path = (field: keyof ItemModel) => `items/${item.id}/${field}`;
  const set = (field: keyof ItemModel) => (text: string) =>
    change(setField(draft, "items", item.id, field, text), path(field));
  const link = facts.links[item.id];
  return (
    <>
      <Field label={t("item.name")} path={path("item")}>
        <Input path={path("item")} value={item.item} onText={set("item")} />
      </Field>
      {item.kind !== "gate" && <ItemMethod editing={editing} item={item} />}
      {item.method === "formula" && (
        <FormulaField
          editing={editing}
          label={t(item.kind === "gate" ? "gate.condition" : "formula")}
          path={path("formula")}
          field={{ part: "items", index: draft.items.indexOf(item) }}
          value={item.formula}
          onText={set("formula")}
          shown={open}
        />
      )}
      <div class="row between">
        <span class="small">{link && <CellButton link={link} />}</span>
        {locked === null && <RowTools editing={editing} item={item} />}
      </div>
    </>
  );
}

function RowTools({ editing, item }: { editing: Editing; item: ItemModel }) {
  const { t } = usePage();
  const { draft, change } = editing;
  const values = { name: item.item || t("newItem") };
  return (
    <span class="row">
      <IconButton
        sign="↑"
        label={t("moveUp", values)}
        onClick={() => change(moveRow(draft, "items", item.id, -1))}
      />
      <IconButton
        sign="↓"
        label={t("moveDown", values)}
        onClick={() => change(moveRow(draft, "items", item.id, 1))}
      />
      <IconButton
        sign="×"
        label={t("remove", values)}
        onClick={() => change(removeRow(draft, "items", item.id))}
      />
    </span>
  );
}

/** Metric, method, what of the metric counts, and the ends of a ratio. */
function ItemMethod({ editing, item }: { editing: Editing; item: ItemModel }) {
  const { t } = usePage();
  const { draft, change, facts } = editing;
  const path = (field: keyof ItemModel) => `items/${item.id}/${field}`;
  const set = (field: keyof ItemModel) => (text: string) =>
    change(setField(draft, "items", item.id, field, text), path(field));
  const usesMetric = item.method !== "formula";
  return (
    <>
      {usesMetric && (
        <Field label={t("metric")} path={path("metric")}>
          <Select
            path={path("metric")}
            value={item.metric}
            options={[["", "–"], ...metricOptions(facts)]}
            onText={set("metric")}
          />
        </Field>
      )}
      <div class="pair">
        <Field label={t("method")} path={path("method")}>
          <Select
            path={path("method")}
            value={item.method}
            options={METHODS.map((each) => [each, t(methodWord(each))])}
            onText={set("method")}
          />
        </Field>
        {usesMetric && item.method !== "manual" && (
          <Field label={t("measure")} path={path("measure")}>
            <Select
              path={path("measure")}
              value={item.measure || (item.method === "ratio" ? "attainment" : "value")}
              options={MEASURES.map((each) => [each, t(`measure.${each}`)])}
              onText={set("measure")}
            />
          </Field>
        )}
      </div>
      <AddItsTable editing={editing} item={item} />
      {item.method === "ratio" && (
        <div class="pair">
          {(["cap", "floor"] as const).map((field) => (
            <Field key={field} label={t(field)} path={path(field)}>
              <Input
                path={path(field)}
                value={item[field]}
                placeholder={field === "cap" ? "100%" : "0%"}
                onText={set(field)}
              />
            </Field>
          ))}
        </div>
      )}
    </>
  );
}
