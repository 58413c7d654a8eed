import { useId, useState } from "preact/hooks";
import type { ProposeAnswer, Refusal } from "../api/contract";
import { usableName } from "../engine/figure-name";
import type { Lang } from "../text/template";
import { isGood } from "./asking";
import { HOWS, howOf } from "./hows";
import {
  addMeasure,
  becomes,
  changeMeasure,
  confirmMeasure,
  isUsable,
  type Known,
  lettersOf,
  type MapDraft,
  type MappedMeasure,
} from "./map-draft";
import { ProblemsContext, usePage } from "./page-context";
import { Button, Field, Input, Link, Mark, Select } from "./parts";

interface Props {
  readonly answer: ProposeAnswer;
  readonly draft: MapDraft;
  readonly change: (draft: MapDraft) => void;
}

/** Which column is who, when, and which measure; a guess on money waits to be confirmed. */
export function MapColumns({ answer, draft, change }: Props) {
  const { t } = usePage();
  const used = draft.measures.filter(({ ignored }) => !ignored);
  const taken = new Set([draft.person, draft.date, ...used.map(({ letters }) => letters)]);
  const left = answer.columns.filter(({ letters }) => !taken.has(letters));
  return (
    <>
      <ColumnChoice
        label={t("mapPerson")}
        path="map/person"
        answer={answer}
        letters={draft.person}
        choose={(person) => change({ ...draft, person })}
      />
      <ColumnChoice
        label={t("mapDate")}
        path="map/date"
        answer={answer}
        letters={draft.date}
        choose={(date) => change({ ...draft, date })}
      />
      <ul class="list">
        {used.map((measure) => (
          <Measure key={measure.key} measure={measure} answer={answer} draft={draft} change={change} />
        ))}
      </ul>
      {left.length > 0 && (
        <div class="stack tight">
          <h3>{t("notUsed")}</h3>
          {left.map((column) => (
            <p key={column.letters} class="row between small">
              <span>
                {column.letters} {column.header}
              </span>
              <Link onClick={() => change(addMeasure(draft, column))}>{t("useColumn")}</Link>
            </p>
          ))}
        </div>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly path: string;
  readonly answer: ProposeAnswer;
  readonly letters: string;
  readonly choose: (letters: string) => void;
}

/** A choice of one column, with two of its values; the sheet's selection can choose too. */
function ColumnChoice({ label, path, answer, letters, choose }: ChoiceProps) {
  const column = answer.columns.find((each) => each.letters === letters);
  const samples = column?.samples.join(", ") ?? "";
  return (
    <Field label={label} path={path}>
      <Select
        path={path}
        value={letters}
        options={[
          ["", "–"],
          ...answer.columns.map(({ letters: each, header }): [string, string] => [each, `${each} ${header}`]),
        ]}
        onText={choose}
      />
      <p class="row between small">
        <span class="muted name">{samples}</span>
        <UseSelected tab={answer.tab} choose={choose} />
      </p>
    </Field>
  );
}

/** Takes the column of the selected cell: a sidebar hears no clicks in the grid, so it asks. */
function UseSelected({ tab, choose }: { tab: string; choose: (letters: string) => void }) {
  const { t, ask, announce } = usePage();
  const [failure, setFailure] = useState("");
  const use = async () => {
    const answer = await ask("selection", {});
    if (!isGood(answer)) return setFailure((answer as Refusal).error);
    const at = answer.at;
    if (!at || at.tab !== tab) return setFailure(t("selectIn", { tab }));
    setFailure("");
    choose(lettersOf(at.cell));
    announce(t("columnTaken", { column: lettersOf(at.cell) }));
  };
  return (
    <span>
      <Link onClick={use}>{t("useSelected")}</Link>
      {failure !== "" && <span class="error"> {failure}</span>}
    </span>
  );
}

/** A figure as people read it with its name: `Orders paid (paid_orders)`; a name of one's own as it stands. */
export function figureText(name: string, known: Known, lang: Lang): string {
  const figure = known.find((each) => each.name === name);
  if (!figure) return name;
  return lang === "zh" ? `${figure.zh}（${name}）` : `${figure.en} (${name})`;
}

interface BecomesProps {
  readonly path: string;
  readonly text: string;
  readonly known: Known;
  readonly change: (text: string) => void;
}

/** What a column becomes: a figure of the list by name, label or header, or a name of one's own. */
function Becomes({ path, text, known, change }: BecomesProps) {
  const { t, lang } = usePage();
  const list = useId();
  const { name, figure } = becomes(text, known);
  const isWrong = name !== "" && !isUsable(name);
  const message = t("becomes.bad", { name, better: usableName(name) });
  const problem = { field: path, severity: "error", message, at: null } as const;
  return (
    <ProblemsContext.Provider value={isWrong ? [problem] : []}>
      <Field label={t("becomes")} path={path}>
        <Input path={path} list={list} value={text} onText={change} />
        <datalist id={list}>
          {known.map((each) => (
            <option key={each.name} value={each.name} label={each[lang]} />
          ))}
        </datalist>
        {!isWrong && name !== "" && (
          <p class="hint">{figure ? `= ${figureText(name, known, lang)}` : t("becomes.own", { name })}</p>
        )}
      </Field>
    </ProblemsContext.Provider>
  );
}

function Measure({ measure, answer, draft, change }: Props & { measure: MappedMeasure }) {
  const { t } = usePage();
  const { key } = measure;
  const path = `map/${key}`;
  return (
    <li class="line">
      <Mark level={measure.guessed ? "warn" : "good"} />
      <div class="grow stack">
        <Becomes
          path={`${path}/measure`}
          text={measure.measure}
          known={answer.known}
          change={(text) => change(changeMeasure(draft, key, { measure: text }))}
        />
        <ColumnChoice
          label={t("yourColumn")}
          path={`${path}/column`}
          answer={answer}
          letters={measure.letters}
          choose={(letters) => change(changeMeasure(draft, key, { letters }))}
        />
        <Field label={t("how")} path={`${path}/how`}>
          <Select
            path={`${path}/how`}
            value={howOf(measure.how)}
            options={HOWS.map((how) => [how, t(`how.${how}`)])}
            onText={(how) => change(changeMeasure(draft, key, { how }))}
          />
        </Field>
        <div class="row wrap">
          {measure.guessed && (
            <Button onClick={() => change(confirmMeasure(draft, key))}>{t("confirmGuess")}</Button>
          )}
          <Button look="text" onClick={() => change(changeMeasure(draft, key, { ignored: true }))}>
            {t("ignoreColumn")}
          </Button>
        </div>
      </div>
    </li>
  );
}
