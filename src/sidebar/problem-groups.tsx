import { useState } from "preact/hooks";
import type { ProblemGroup } from "../api/contract";
import { usePage } from "./page-context";
import { CellButton, Link, Mark } from "./parts";

const FIRST = 3;

/** Problems as one line for each way of mending them, with links to their cells. */
export function ProblemGroups({ groups }: { groups: readonly ProblemGroup[] }) {
  return (
    <ul class="list">
      {groups.map((group) => (
        <Group key={`${group.code} ${group.message}`} group={group} />
      ))}
    </ul>
  );
}

function Group({ group }: { group: ProblemGroup }) {
  const { t, lang } = usePage();
  const [all, showAll] = useState(false);
  const { severity, message, count, cells, holds } = group;
  const shown = all ? cells : cells.slice(0, FIRST);
  const level = severity === "error" ? "bad" : severity === "warning" ? "warn" : "none";
  const more = cells.length - shown.length;
  return (
    <li class="line">
      <Mark level={level} />
      <div class="grow stack tight">
        <p>
          {message} {count > 1 && <strong>{t("alike", { n: count })}</strong>}
        </p>
        {holds.length > 0 && (
          <p class="small worse">{t("holds", { people: holds.join(lang === "zh" ? "、" : ", ") })}</p>
        )}
        <p class="small row wrap">
          {shown.map((cell) => (
            <CellButton key={`${cell.tab}!${cell.cell}`} link={cell} />
          ))}
          {more > 0 && <Link onClick={() => showAll(true)}>{t("moreCells", { n: more })}</Link>}
        </p>
      </div>
    </li>
  );
}
