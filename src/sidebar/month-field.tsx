import { useState } from "preact/hooks";
import { parseMonth } from "../engine/calendar";
import { ProblemsContext, usePage } from "./page-context";
import { Button, Field, Input } from "./parts";

/** Asks for the month where neither the workbook names one nor set-up was given one. `path` tells fields of panes apart. */
export function MonthField({ path }: { path: string }) {
  const { t, giveMonth } = usePage();
  const [text, setText] = useState("");
  const [refused, setRefused] = useState(false);
  const take = () => {
    const month = parseMonth(text);
    setRefused(!month);
    if (month) giveMonth(month.text);
  };
  const problem = {
    field: path,
    at: null,
    severity: "error",
    message: t("giveMonth.bad", { found: text }),
  } as const;
  return (
    <ProblemsContext.Provider value={refused ? [problem] : []}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        <p class="hint">{t("giveMonth.why")}</p>
        <Field label={t("month")} path={path}>
          <Input view path={path} value={text} placeholder="2026-10" onText={setText} />
        </Field>
        <Button onClick={take}>{t("giveMonth")}</Button>
      </form>
    </ProblemsContext.Provider>
  );
}
