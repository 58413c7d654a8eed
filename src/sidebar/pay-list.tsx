import { useId, useState } from "preact/hooks";
import type { PayModel } from "../api/contract";
import { addPay, moveRow, removeRow, setField } from "./draft";
import type { Editing } from "./editing";
import { FormulaField } from "./formula-field";
import { usePage } from "./page-context";
import { Button, CellButton, Field, IconButton, Input, ProblemText, Section, Select } from "./parts";
import type { WordKey } from "./words";

/** What a component may be rounded to (READINGS 3.19); blank is the cent. */
const ROUNDS: readonly (readonly [string, WordKey])[] = [
  ["", "round.cent"],
  ["0.1", "round.tenth"],
  ["1", "round.one"],
  ["10", "round.ten"],
  ["0.01 up", "round.up"],
  ["0.01 down", "round.down"],
  ["0.01 even", "round.even"],
];

/** The components of pay, in the order in which they are computed. */
export function PayList({ editing }: { editing: Editing }) {
  const { t, locked } = usePage();
  const { draft, change } = editing;
  return (
    <Section title={t("pay")} side={String(draft.pay.length)}>
      {draft.pay.length === 0 && <p class="muted">{t("noPay")}</p>}
      <ul class="items">
        {draft.pay.map((row) => (
          <Component key={row.id} editing={editing} row={row} />
        ))}
      </ul>
      {locked === null && (
        <div class="row">
          <Button onClick={() => change(addPay(draft))}>{t("addComponent")}</Button>
        </div>
      )}
    </Section>
  );
}

function Component({ editing, row }: { editing: Editing; row: PayModel }) {
  const { t, lang } = usePage();
  const [open, setOpen] = useState(row.component === "");
  const id = useId();
  const name = (lang === "zh" ? row.labelZh : row.label) || row.component || t("newComponent");
  return (
    <li>
      <button
        type="button"
        class="opener"
        style={{ width: "100%" }}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span class="name">{name}</span>
        <span class="method" aria-hidden="true">
          {open ? "▾" : "›"}
        </span>
      </button>
      {!open && <ProblemText path={`pay/${row.id}/formula`} />}
      <div id={id} class="details" hidden={!open}>
        <ComponentDetails editing={editing} row={row} open={open} />
      </div>
    </li>
  );
}

function ComponentDetails({ editing, row, open }: { editing: Editing; row: PayModel; open: boolean }) {
  const { t, locked } = usePage();
  const { draft, change, facts } = editing;
  const path = (field: keyof PayModel) => `pay/${row.id}/${field}`;
  const set = (field: keyof PayModel) => (text: string) =>
    change(setField(draft, "pay", row.id, field, text), path(field));
  const index = draft.pay.indexOf(row);
  const link = facts.links[row.id];
  const formula = (field: "formula" | "onlyIf") => (
    <FormulaField
      editing={editing}
      label={t(field === "formula" ? "formula" : "onlyIf")}
      path={path(field)}
      field={{ part: field === "formula" ? "pay" : "onlyIf", index }}
      value={row[field]}
      onText={set(field)}
      shown={open}
      component={row.id}
    />
  );
  return (
    <>
      {formula("formula")}
      {formula("onlyIf")}
      <Field label={t("component.name")} path={path("component")}>
        <Input path={path("component")} value={row.component} onText={set("component")} />
      </Field>
      <div class="pair">
        <Field label={t("component.label")} path={path("label")}>
          <Input path={path("label")} value={row.label} onText={set("label")} />
        </Field>
        <Field label={t("component.labelZh")} path={path("labelZh")}>
          <Input path={path("labelZh")} value={row.labelZh} onText={set("labelZh")} />
        </Field>
      </div>
      <Field label={t("round")} path={path("round")}>
        <Select
          path={path("round")}
          value={row.round}
          options={ROUNDS.map(([step, word]) => [step, t(word)])}
          onText={set("round")}
        />
      </Field>
      <div class="row between">
        <span class="small">{link && <CellButton link={link} />}</span>
        {locked === null && <RowTools editing={editing} row={row} />}
      </div>
    </>
  );
}

function RowTools({ editing, row }: { editing: Editing; row: PayModel }) {
  const { t } = usePage();
  const { draft, change } = editing;
  const values = { name: row.component || t("newComponent") };
  return (
    <span class="row">
      <IconButton
        sign="↑"
        label={t("moveUp", values)}
        onClick={() => change(moveRow(draft, "pay", row.id, -1))}
      />
      <IconButton
        sign="↓"
        label={t("moveDown", values)}
        onClick={() => change(moveRow(draft, "pay", row.id, 1))}
      />
      <IconButton
        sign="×"
        label={t("remove", values)}
        onClick={() => change(removeRow(draft, "pay", row.id))}
      />
    </span>
  );
}
