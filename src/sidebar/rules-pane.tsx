import { BandTable } from "./band-table";
import { profilesOf } from "./check";
import type { Editing } from "./editing";
import { FirstUse } from "./first-use";
import { OtherItems, ScoreItems } from "./item-list";
import { MonthField } from "./month-field";
import { NewTable } from "./new-table";
import { type Page, ProblemsContext, usePage } from "./page-context";
import { ErrorSummary, Field, Input, RefusalBox, Select, Waiting } from "./parts";
import { PayList } from "./pay-list";
import { type Plans, showFrom } from "./plans";
import { SaveFoot, SaveNotice } from "./save";
import { TargetList } from "./target-list";

/** The rules of one plan as a form over the rule tabs. */
export function RulesPane({ plans }: { plans: Plans }) {
  const { state } = usePage();
  if (state && state.workbook !== "ready") return <FirstUse />;
  return (
    <>
      <div class="body">
        <RulesBody plans={plans} />
      </div>
      {plans.editing && <SaveFoot plans={plans} />}
    </>
  );
}

function RulesBody({ plans }: { plans: Plans }) {
  const { locked, state, month } = usePage();
  const { editing, refusal, reload } = plans;
  if (state && month === "") return <MonthField path="rules/month" />;
  if (!editing) return refusal ? <RefusalBox refusal={refusal} again={reload} /> : <Waiting lines={9} />;
  return (
    <ProblemsContext.Provider value={plans.problems}>
      <SaveNotice plans={plans} />
      <ErrorSummary problems={plans.summary} turn={plans.turn} />
      <Choices plans={plans} editing={editing} />
      <div class="stack">
        <ScoreItems editing={editing} />
        {editing.draft.tables.map((table) => (
          <BandTable key={table.id} editing={editing} table={table} />
        ))}
        {locked === null && <NewTable editing={editing} />}
        <OtherItems editing={editing} />
        <PayList editing={editing} />
        <TargetList editing={editing} />
      </div>
    </ProblemsContext.Provider>
  );
}

/** Plan, version, the day from which it holds, the person whose figures are shown, and the profile. */
function Choices({ plans, editing }: { plans: Plans; editing: Editing }) {
  const page = usePage();
  const { t, state } = page;
  const { facts, draft } = editing;
  const profiles = [...new Set([...profilesOf(draft), ...facts.profiles])];
  return (
    <div class="stack">
      <Field label={t("plan")} path="plan">
        <Select
          view
          path="plan"
          value={plans.plan}
          options={(state?.plans ?? []).map(({ plan }) => [plan, plan])}
          onText={plans.openPlan}
        />
      </Field>
      <div class="pair">
        <Begins plans={plans} editing={editing} />
        {facts.people.length > 0 && (
          <Field label={t("showFor")} path="person">
            <Select
              view
              path="person"
              value={editing.person}
              options={facts.people.map(({ person }) => [person, person])}
              onText={plans.choosePerson}
            />
          </Field>
        )}
      </div>
      <p class="hint">{beginsHint(page, plans, editing)}</p>
      {facts.versions.length > 1 && (
        <Field label={t("version")} path="version">
          <Select
            view
            path="version"
            value={showFrom(editing.base.from)}
            options={facts.versions.map((from) => [showFrom(from), showFrom(from) || t("always")])}
            onText={plans.openVersion}
          />
        </Field>
      )}
      {profiles.length > 1 && (
        <Field label={t("profile")} path="profile">
          <Select
            view
            path="profile"
            value={editing.profile}
            options={profiles.map((name) => [name, name === "normal" ? t("profile.normal") : name])}
            onText={plans.chooseProfile}
          />
        </Field>
      )}
    </div>
  );
}

function Begins({ plans, editing }: { plans: Plans; editing: Editing }) {
  const { t } = usePage();
  const { draft } = editing;
  return (
    <Field label={t("from")} path="from">
      <Input
        path="from"
        placeholder={t("always")}
        value={plans.fromText}
        onText={(text) => editing.change({ ...draft, from: text }, "from")}
      />
    </Field>
  );
}

function beginsHint({ t }: Page, { isNewVersion, fromText }: Plans, { facts }: Editing): string {
  if (isNewVersion) return t("from.new", { from: fromText });
  return t("from.same", { next: showFrom(facts.nextFrom) });
}
