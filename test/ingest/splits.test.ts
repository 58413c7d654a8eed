/** One export in pieces: a header that stands again, and rows that stand in two pieces, count once. */
import { describe, expect, it } from "vitest";
import type { Grid, GridCell } from "../../src/engine/grid";
import { lines, run, source, told } from "./workbook";

const iso = (day: number) => `2026-10-${String(day).padStart(2, "0")}`;
const DAYS = [1, 2, 3, 4, 5, 6, 7, 8];
const ORDER_HEADER = ["订单编号", "客服", "买家实际支付金额", "订单状态", "订单创建时间", "订单付款时间"];

/** An order whose time of creation has no clock on the first days. */
function order(day: number): GridCell[] {
  const created = day < 5 ? iso(day) : `${iso(day)} 10:00:00`;
  return [`90000000000000${day}`, "小雨", 100 * day, "交易成功", created, `${iso(day)} 10:01:00`];
}

interface Export {
  /** One row or two. */
  readonly header: readonly GridCell[][];
  readonly body: readonly GridCell[][];
  /** What stands before the piece's letter in the name of a tab. */
  readonly name?: string;
  /** Set where Sources reads the table: its measured column. */
  readonly column?: string;
}

const EXPORTS: Readonly<Record<string, Export>> = {
  "agents' figures": {
    header: [["日期", "客服", "销售额"]],
    body: DAYS.flatMap((day) => [
      [iso(day), "小雨", day],
      [iso(day), "小雪", 10 * day],
    ]),
  },
  "a header of two rows": {
    header: [
      ["日期", "客服", "评价", ""],
      ["", "", "评价量", "好评量"],
    ],
    body: DAYS.map((day) => [iso(day), "小雨", 10 + day, day]),
  },
  "dates of which only some tell their order": {
    header: [["日期", "客服", "销售额"]],
    body: DAYS.map((day) => [`${2 * day}/10/2026`, "小雨", day]),
  },
  orders: { header: [ORDER_HEADER], body: DAYS.map(order) },
  chats: {
    header: [["时间", "买家", "客服", "发送方", "内容"]],
    body: DAYS.flatMap((day) => [
      [`${iso(day)} 10:00:00`, `b${day}`, "小雨", "买家", "?"],
      [`${iso(day)} 10:00:30`, `b${day}`, "小雨", "客服", "!"],
    ]),
  },
  punches: {
    header: [["姓名", "日期", "上班打卡时间", "上班打卡结果"]],
    body: DAYS.map((day) => ["小雨", iso(day), `09:0${day}`, day % 2 === 0 ? "迟到" : "正常"]),
  },
  "a column a day": {
    name: "考勤 2026-10",
    header: [["姓名", ...Array.from({ length: 31 }, (_, at) => at + 1)]],
    body: ["小雨", "小雪", "Ann", "Bob"].map((name) => [
      name,
      ...Array.from({ length: 31 }, (_, at) => (at % 7 > 4 ? "" : "√")),
    ]),
  },
  "a table of Sources": {
    header: [["id", "agent", "date", "amount"]],
    body: DAYS.map((day) => [day, "Ann", iso(day), 10 * day]),
    column: "amount",
  },
};

function read({ name = "", column }: Export, ...pieces: readonly (readonly (readonly GridCell[])[])[]) {
  const grids: Grid[] = pieces.map((rows, index) => ({ name: `${name} ${"ABC"[index]}`.trim(), rows }));
  const sources = grids.map((grid) => source("m", { tab: grid.name, column: column ?? "" }));
  return run({ grids, sources: column === undefined ? [] : sources });
}

function factLines(found: ReturnType<typeof run>): string[] {
  return lines(found.facts);
}

describe.each(Object.entries(EXPORTS))("%s", (_, whole) => {
  const { header, body } = whole;
  const expected = factLines(read(whole, [...header, ...body]));

  it("a header at the end of one tab, at the head of the next, or between two pieces of one", () => {
    expect(expected.length).toBeGreaterThan(0);
    for (let at = 1; at < body.length; at++) {
      const [first, second] = [body.slice(0, at), body.slice(at)];
      const cut = read(whole, [...header, ...first, ...header], [...header, ...second]);
      const joined = read(whole, [...header, ...first, ...header, ...second]);
      expect([at, factLines(cut), factLines(joined)]).toEqual([at, expected, expected]);
      expect(
        [...told(cut.issues), ...told(joined.issues)].filter((line) => !line.startsWith("info")),
      ).toEqual([]);
    }
  });

  it.each([1, 2, 3])("the last rows of one piece stand again as the first of the next: %d", (overlap) => {
    for (let at = overlap; at < body.length; at++) {
      const [first, second] = [body.slice(0, at), body.slice(at - overlap)];
      const cut = read(whole, [...header, ...first], [...header, ...second]);
      const joined = read(whole, [...header, ...first, ...header, ...second]);
      expect([at, factLines(cut), factLines(joined)]).toEqual([at, expected, expected]);
    }
  });
});

it("tells how many rows of Sources stand before and behind a repeated header", () => {
  const { body, header } = EXPORTS["a table of Sources"] as Export;
  const rows = [...header, ...body.slice(0, 5), ...header, ...body.slice(3)];
  const { issues, tabs } = read(EXPORTS["a table of Sources"] as Export, rows);
  expect(issues).toMatchObject([
    { severity: "warning", code: "rows-repeated", tab: "A", values: { count: "2" } },
  ]);
  expect(tabs[0]).toMatchObject({ rowsRead: 8 });
});

it("rows equal to others behind a repeated header, but not where the pieces meet, are two events", () => {
  const rows = ["agent|date|amount", "Ann|2026-10-01|5", "Ann|2026-10-02|6"].map((line) => line.split("|"));
  const [header = [], five = [], six = []] = rows;
  const result = read({ header: [], body: [], column: "amount" }, [
    header,
    five,
    six,
    header,
    five,
    six,
    six,
  ]);
  expect(factLines(result)).toEqual(["m ann 2026-10-01 5", "m ann 2026-10-02 6", "m ann 2026-10-02 6"]);
  const apart = read({ header: [], body: [], column: "amount" }, [header, six, five, header, six]);
  expect(factLines(apart)).toHaveLength(3);
});
