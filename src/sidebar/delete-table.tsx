import type { TableFacts, TableModel } from "../api/contract";
import type { Editing } from "./editing";
import { usePage } from "./page-context";
import { Button } from "./parts";
import { deleteProblem, factsOfNew, readersOf, removeTable } from "./tables";

interface Props {
  readonly editing: Editing;
  readonly table: TableModel;
}

/** What the server says of a table; of a new one what the draft tells. */
export function tableFactsOf({ draft, facts }: Editing, table: TableModel): TableFacts {
  return facts.tables.find((each) => each.table === table.id) ?? factsOfNew(draft, table);
}

/** Who reads a table; of one that nothing reads yet, how it comes to be read. */
export function Readers({ editing, table }: Props) {
  const { t } = usePage();
  const names = readersOf(editing.draft, table, editing.facts.metrics);
  const values = { name: table.table, names: names.join(", ") };
  return <p class="hint">{t(names.length > 0 ? "table.readBy" : "table.unread", values)}</p>;
}

/** Takes a table out of the draft. While something reads it the button says what. */
export function DeleteTable({ editing, table }: Props) {
  const { t, announce } = usePage();
  const { draft, change, facts } = editing;
  const problem = deleteProblem(draft, table, tableFactsOf(editing, table), facts.metrics);
  const remove = () => {
    change(removeTable(draft, table.id));
    announce(t("table.deleted", { name: table.table }));
  };
  return (
    <Button look="text" blocked={problem && t(problem.word, problem.values)} onClick={remove}>
      {t("table.delete")}
    </Button>
  );
}
