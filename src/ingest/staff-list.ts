import { type GridCell, isBlank } from "../engine/grid";
import { personKey } from "../engine/name";
import type { Proposal } from "./proposal";
import { cellText } from "./table";

const PERSON =
  /agent|employee|staff|person|(?:^|_|\s)(?:sales)?rep$|^(?:full)?name$|员工|員工|姓名|客服|人员|人員/i;
/** What Staff says of people: their team, who leads them, what they are and since when. */
const OF_STAFF =
  /team|manager|supervisor|leader|department|office|region|grade|plan$|base ?pay|hire|团队|團隊|小组|小組|组别|組別|部门|部門|主管|经理|經理|组长|組長|店长|店長|上级|上級|岗位|崗位|职位|職位|等级|等級|底薪|入职|入職/i;
const FEWEST_PEOPLE = 2;

/**
 * The headers by which a table that nobody reads is a list of people: everybody stands in it once, beside
 * a team or a manager, and it has no figures and no dates but those of hiring. Null for any other table.
 */
export function staffHeaders(
  { columns, headerRow }: Proposal,
  rows: readonly (readonly GridCell[])[],
): readonly string[] | null {
  const isFigure = ({ role, header }: Proposal["columns"][number]) =>
    (role === "measure" || role === "date") && !OF_STAFF.test(header);
  if (columns.some(isFigure)) return null;
  const others = columns.filter(({ header }) => OF_STAFF.test(header));
  const person = columns.find(
    ({ header, role, column }) =>
      (role === "person" || (PERSON.test(header) && !OF_STAFF.test(header))) &&
      isEachOnce(rows.slice(headerRow).map((row) => row[column - 1])),
  );
  return person && others.length > 0 ? [person, ...others].map(({ header }) => header) : null;
}

/** Whether cells name different people, a row each. */
function isEachOnce(cells: readonly (GridCell | undefined)[]): boolean {
  const names = cells.filter((cell) => !isBlank(cell)).map((cell) => personKey(cellText(cell)));
  return names.length >= FEWEST_PEOPLE && new Set(names).size === names.length;
}
