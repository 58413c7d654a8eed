import { useState } from "preact/hooks";
import type { BandModel, TableFacts, TableModel, TierMode } from "../api/contract";
import { rangesOf, rowFor, sortBands, WHENS } from "./bands";
import { savedBand } from "./changes";
import { DeleteTable, Readers, tableFactsOf } from "./delete-table";
import { addBand, changeTable, isNew, pasteBands, removeBand, setBand, setField } from "./draft";
import type { Editing } from "./editing";
import { fieldId, usePage } from "./page-context";
import { Button, CellButton, Field, IconButton, Input, ProblemText, Section, Select } from "./parts";
import { isBlock, parsePastedRows } from "./paste";
import { StepPicture } from "./step-picture";
import type { WordKey } from "./words";
import { WorkedLines } from "./worked-lines";

interface Props {
  readonly editing: Editing;
  readonly table: TableModel;
}

/** A band table: its rows, its picture with the team on it, and its thresholds worked in money. */
export function BandTable({ editing, table }: Props) {
  const { t, locked } = usePage();
  const facts = tableFactsOf(editing, table);
  const link = editing.facts.links[table.rows[0]?.id ?? ""];
  return (
    <Section title={t("bandsOf", { table: table.table })} side={facts.measured} open={isNew(table.id)}>
      {table.shared && <p class="hint">{t("sharedTable")}</p>}
      <Readers editing={editing} table={table} />
      <Mode editing={editing} facts={facts} />
      <Rows editing={editing} table={table} facts={facts} />
      <ul class="worked num" style={{ textAlign: "left" }}>
        {rangesOf(table.rows).map((range) => (
          <li key={range}>{range}</li>
        ))}
      </ul>
      <StepPicture rows={table.rows} facts={facts} person={editing.person} />
      {facts.usedByPay.length > 0 && <WorkedLines editing={editing} table={table.id} />}
      <div class="row between">
        <span class="small">{link && <CellButton link={link} />}</span>
        {locked === null && <DeleteTable editing={editing} table={table} />}
      </div>
    </Section>
  );
}

/** Whole amount or each slice: the formulas of the components that look into the table say which. */
function Mode({ editing, facts }: { editing: Editing; facts: TableFacts }) {
  const { t, locked } = usePage();
  const { mode, otherMode } = facts;
  const [first] = Object.keys(otherMode ?? {});
  if (mode === null) return null;
  const turned = isTurned(editing, facts);
  const now: TierMode = turned ? other(mode) : mode;
  const choose = (wanted: TierMode) => {
    if (wanted === now || otherMode === null) return;
    editing.change(turnFormulas(editing, otherMode, turned));
  };
  return (
    <fieldset class="stack tight">
      <legend class="sr">{t("mode")}</legend>
      {(["whole", "slices"] as const).map((each) => (
        <label key={each} class="choice">
          <input
            type="radio"
            name={`mode ${facts.table}`}
            checked={now === each}
            disabled={each !== now && (first === undefined || locked !== null)}
            onChange={() => choose(each)}
          />
          <span>{t(`mode.${each}`)}</span>
        </label>
      ))}
      {first === undefined && <p class="hint">{t("mode.byFormula")}</p>}
    </fieldset>
  );
}

const other = (mode: TierMode): TierMode => (mode === "whole" ? "slices" : "whole");

/** Whether the draft already holds the formulas of the other mode. */
function isTurned({ draft }: Editing, { otherMode }: TableFacts): boolean {
  const entries = Object.entries(otherMode ?? {});
  const formulaOf = (id: string) => draft.pay.find((row) => row.id === id)?.formula;
  return entries.length > 0 && entries.every(([id, formula]) => formulaOf(id) === formula);
}

function turnFormulas({ draft, base }: Editing, otherMode: Readonly<Record<string, string>>, back: boolean) {
  return Object.entries(otherMode).reduce((before, [id, formula]) => {
    const saved = base.pay.find((row) => row.id === id)?.formula ?? formula;
    return setField(before, "pay", id, "formula", back ? saved : formula);
  }, draft);
}

/** What can be done with a table as a whole; each says what it did to a screen reader. */
function useBandEdits({ editing, table }: Props) {
  const { t, announce } = usePage();
  const { draft, change } = editing;
  const add = (after: string | null) => {
    change(addBand(draft, table.id, after));
    announce(t("rowAdded"));
  };
  const paste = (text: string): boolean => {
    const { rows, unused } = parsePastedRows(text);
    if (rows.length === 0) return false;
    change(changeTable(pasteBands(draft, table.id, rows), table.id, sortBands));
    announce(t("pasted", { n: rows.length, unused: unused.length }));
    return true;
  };
  const sort = () => {
    const sorted = sortBands(table.rows);
    if (sorted.some((row, index) => row !== table.rows[index])) {
      change(
        changeTable(draft, table.id, () => sorted),
        `sort ${table.id}`,
      );
    }
  };
  return { add, paste, sort };
}

/** Below which row a new one goes: the last before "otherwise". */
function lastPlaced(rows: readonly BandModel[]): string | null {
  const placed = rows.filter(({ threshold }) => threshold !== "");
  return placed[placed.length - 1]?.id ?? null;
}

/** The editable rows. Alt+↓ adds one below; two columns pasted anywhere in the table replace it. */
function Rows({ editing, table, facts }: Props & { facts: TableFacts }) {
  const { t, locked } = usePage();
  const [pasting, setPasting] = useState(false);
  const { add, paste, sort } = useBandEdits({ editing, table });
  const { person } = editing;
  const standing = facts.people.find((each) => each.person === person);
  const hit = standing?.at.value ? rowFor(table.rows, standing.at.value)?.id : undefined;
  const sortOnLeaving = (event: FocusEvent) => {
    const rows = event.currentTarget as HTMLElement;
    if (!rows.contains(event.relatedTarget as Node | null)) sort();
  };
  return (
    <>
      <table class="bands">
        <BandHead facts={facts} />
        <tbody onFocusOut={sortOnLeaving}>
          {table.rows.map((row, index) => (
            <Row
              key={row.id}
              editing={editing}
              table={table}
              row={row}
              number={index + 1}
              hit={row.id === hit}
              add={() => add(row.id)}
              paste={paste}
            />
          ))}
        </tbody>
      </table>
      {table.rows.map((row) => (
        <RowProblems key={row.id} table={table.id} row={row.id} />
      ))}
      {hit !== undefined && standing && (
        <p class="hint">
          <span aria-hidden="true">● </span>
          {t("standsAt", { person, at: standing.at.text })}
        </p>
      )}
      {locked === null && (
        <div class="row wrap">
          <Button onClick={() => add(lastPlaced(table.rows))}>{t("addRow")}</Button>
          <Button onClick={() => setPasting(!pasting)}>{t("pasteRows")}</Button>
        </div>
      )}
      {pasting && <PasteBox paste={(text) => paste(text) && setPasting(false)} />}
    </>
  );
}

function BandHead({ facts }: { facts: TableFacts }) {
  const { t } = usePage();
  const measured = facts.measured === "" ? t("band.threshold") : facts.measured;
  return (
    <thead>
      <tr>
        <th class="when">{t("band.when")}</th>
        <th title={measured}>{measured}</th>
        <th>{t(`band.result.${facts.result}` as WordKey)}</th>
        <th class="gone">
          <span class="sr">{t("band.remove")}</span>
        </th>
      </tr>
    </thead>
  );
}

function RowProblems({ table, row }: { table: string; row: string }) {
  return (
    <>
      {["when", "threshold", "result"].map((field) => (
        <ProblemText key={field} path={`tables/${table}/${row}/${field}`} />
      ))}
    </>
  );
}

interface RowProps extends Props {
  readonly row: BandModel;
  readonly number: number;
  readonly hit: boolean;
  readonly add: () => void;
  readonly paste: (text: string) => boolean;
}

function Row({ editing, table, row, number, hit, add, paste }: RowProps) {
  const { t, locked } = usePage();
  const { draft, change } = editing;
  const path = (field: string) => `tables/${table.id}/${row.id}/${field}`;
  const set = (field: "when" | "threshold" | "result") => (text: string) =>
    change(setBand(draft, table.id, row.id, field, text), path(field));
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.key !== "ArrowDown" || locked !== null) return;
    event.preventDefault();
    add();
    focusNext(event.currentTarget as HTMLElement);
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (locked === null && isBlock(text) && paste(text)) event.preventDefault();
  };
  return (
    <tr class={hit ? "hit" : ""} onKeyDown={onKeyDown} onPaste={onPaste}>
      <td>
        {row.threshold === "" && row.result !== "" ? (
          <span class="muted">{t("when.otherwise")}</span>
        ) : (
          <Select
            path={path("when")}
            label={t("band.whenOf", { n: number })}
            value={row.when}
            options={WHENS.map((when) => [when, t(`when.${when}`)])}
            onText={set("when")}
          />
        )}
      </td>
      <td>
        <Cell
          editing={editing}
          table={table}
          row={row}
          field="threshold"
          number={number}
          set={set("threshold")}
        />
      </td>
      <td>
        <Cell editing={editing} table={table} row={row} field="result" number={number} set={set("result")} />
      </td>
      <td>
        {locked === null && (
          <IconButton
            sign="×"
            label={t("removeRow", { n: number })}
            onClick={() => change(removeBand(draft, table.id, row.id))}
          />
        )}
      </td>
    </tr>
  );
}

/** After Alt+↓ the new row's first field takes the focus, once it is drawn. */
function focusNext(row: HTMLElement): void {
  setTimeout(() => row.nextElementSibling?.querySelector<HTMLElement>("input")?.focus(), 0);
}

interface CellProps extends Props {
  readonly row: BandModel;
  readonly field: "threshold" | "result";
  readonly number: number;
  readonly set: (text: string) => void;
}

/** A field of the table, with the saved value beneath where it differs. */
function Cell({ editing, table, row, field, number, set }: CellProps) {
  const { t } = usePage();
  const path = `tables/${table.id}/${row.id}/${field}`;
  const saved = savedBand(editing.base, table.id, row.id)?.[field];
  const word: WordKey = field === "threshold" ? "band.thresholdOf" : "band.resultOf";
  return (
    <>
      <Input class="num" path={path} label={t(word, { n: number })} value={row[field]} onText={set} />
      {saved !== undefined && saved !== row[field] && (
        <div class="was" id={`${fieldId(path)}-was`}>
          {t("was", { value: saved === "" ? "–" : saved })}
        </div>
      )}
    </>
  );
}

/** A place to paste two columns into, for those who do not paste into the table itself. */
function PasteBox({ paste }: { paste: (text: string) => void }) {
  const { t } = usePage();
  const [text, setText] = useState("");
  const { rows, unused } = parsePastedRows(text);
  return (
    <Field label={t("pasteHere")} path="paste">
      <textarea
        id={fieldId("paste")}
        rows={4}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {unused.length > 0 && <p class="error">✕ {t("pasteUnused", { lines: unused.join(", ") })}</p>}
      <div class="row">
        <Button blocked={rows.length === 0 ? t("pasteNothing") : null} onClick={() => paste(text)}>
          {t("useRows", { n: rows.length })}
        </Button>
      </div>
    </Field>
  );
}
