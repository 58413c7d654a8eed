import { Exact } from "../../engine/exact";
import { nameKey } from "../../engine/name";
import type { ItemResult, PersonResult } from "../../engine/result";
import { label } from "../../text/labels";
import { tabWord } from "../../text/tab-words";
import { bulletBar } from "../figures";
import { COLORS, LOOKS } from "../looks";
import { rankPeople } from "../standing";
import { type CellStyle, number, shorten, type TabCell, text } from "../tab";
import { BAR, type Board, head } from "./board";

/** Items beyond these are named as a number. */
const MOST_ITEMS = 10;
const NAME_LIMIT = 40;

const REACHED: CellStyle = { ...BAR, color: COLORS.action, align: "center" };
const MISSED: CellStyle = { ...BAR, color: COLORS.warn, align: "center" };

/** An item as a column: items of one name are one, and show what was reached of a target where any has one. */
interface Column {
  readonly key: string;
  readonly name: string;
  readonly hasTarget: boolean;
}

/** The columns that people's items make, those with targets first. */
export function targetColumns(people: readonly PersonResult[]): Column[] {
  const found = new Map<string, Column>();
  for (const item of people.flatMap(({ items }) => items)) {
    if (item.kind !== "points") continue;
    const key = nameKey(item.item);
    const hasTarget = item.target !== null || found.get(key)?.hasTarget === true;
    found.set(key, { key, name: found.get(key)?.name ?? item.item, hasTarget });
  }
  const columns = [...found.values()];
  return [...columns.filter(({ hasTarget }) => hasTarget), ...columns.filter(({ hasTarget }) => !hasTarget)];
}

/** How many columns a dashboard shows of these. */
export function shownColumns(columns: readonly Column[]): readonly Column[] {
  return columns.slice(0, MOST_ITEMS);
}

/** Who is on target: a bullet bar for each person and item. */
export function addTargets(board: Board): void {
  const { lang, view } = board;
  const columns = targetColumns(view.result.people);
  const people = rankPeople(view.result.people).map(({ person }) => person);
  const shown = shownColumns(columns);
  board.begin("targets", finding(board, people), people.length);
  if (shown.length === 0) return;
  const rest = columns.length - shown.length;
  const more = rest > 0 ? ` ${tabWord("targets.more", lang, { n: rest })}` : "";
  board.remark(`${tabWord("targets.scale", lang)}${more}`);
  const header = [
    head(label("person", lang)),
    head(label("score", lang), "right"),
    ...shown.map((column) => head(headerOf(column, board), "center")),
  ];
  const body = people.map((person) => [...identity(person), ...shown.map((column) => barOf(person, column))]);
  board.table(header, body);
}

function headerOf({ name, hasTarget }: Column, { lang }: Board): string {
  return tabWord(hasTarget ? "targets.ofTarget" : "targets.ofWeight", lang, {
    item: shorten(name, NAME_LIMIT),
  });
}

function finding({ lang }: Board, people: readonly PersonResult[]): string {
  const judged = people
    .map(({ items }) =>
      items.filter(({ kind }) => kind === "points").flatMap(({ attainment }) => attainment ?? []),
    )
    .filter((shares) => shares.length > 0);
  const shares = judged.flat();
  if (shares.length === 0) {
    const anything = people.some(({ items }) => items.some(({ points }) => points !== null));
    return tabWord(anything ? "targets.points" : "targets.none", lang);
  }
  return tabWord("targets.finding", lang, {
    n: shares.filter(isReached).length,
    all: shares.length,
    people: judged.filter((own) => own.every(isReached)).length,
    everybody: judged.length,
  });
}

function isReached(share: Exact): boolean {
  return share.compare(Exact.ONE) >= 0;
}

function identity({ person, score }: PersonResult): TabCell[] {
  const name = text(shorten(person), LOOKS.strongWrapped);
  return [name, score ? number(score.toNumber(), LOOKS.points) : text("–", LOOKS.mutedRight)];
}

function barOf({ items }: PersonResult, { key, hasTarget }: Column): TabCell | null {
  const own = items.filter((item) => item.kind === "points" && nameKey(item.item) === key);
  const share = own.map((item) => (hasTarget ? item.attainment : shareOfWeight(item))).find(Boolean) ?? null;
  return share && text(bulletBar(share), isReached(share) ? REACHED : MISSED);
}

function shareOfWeight({ points, weight }: ItemResult): Exact | null {
  return points && weight.sign() > 0 ? points.over(weight) : null;
}
