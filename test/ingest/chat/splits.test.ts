/** A text of chats that was copied in pieces, of which the last lines of one stand again in the next. */
import { describe, expect, it } from "vitest";
import { factLines, figures, leftOut, pasted, read } from "./read";

/** The forms in which a message begins. */
const FORMS: Readonly<Record<string, (name: string, other: string, time: string) => string[]>> = {
  "name and time": (name, _, time) => [`${name} ${time}`],
  "name above the time": (name, _, time) => [name, time],
  arrow: (name, other, time) => [`${name} --> ${other} ${time}`],
  brackets: (name, _, time) => [`[${name}] ${time}`],
};

const AGENT = "旗舰店:小雨";

/** Sender (the agent where blank), clock, lines of text; null is a blank line. */
type Said = readonly [customer: string, isAgent: boolean, clock: string, ...text: string[]] | null;
const SAID: readonly Said[] = [
  ["买家一", false, "10:00:00", "在吗"],
  ["买家一", true, "10:00:20", "亲，在的"],
  null,
  ["买家二", false, "10:30:00", "几天到", "急用"],
  ["买家二", true, "10:31:00", "三天", "最快两天"],
  ["买家二", true, "10:31:05", "慢慢看"],
  null,
  ["买家三", false, "12:00:00", "在吗"],
  ["买家三", false, "12:00:10", "便宜点"],
  ["买家三", true, "12:01:00", "满300减40", "已读"],
  ["买家三", false, "12:02:00", "好的"],
  null,
  ["买家四", false, "15:00:00", "在吗"],
  ["买家四", true, "15:00:20", "亲，在的"],
];

function linesOf(form: (typeof FORMS)[string]): string[] {
  return SAID.flatMap((said) => {
    if (!said) return [""];
    const [customer, isAgent, clock, ...text] = said;
    const [from, to] = isAgent ? [AGENT, customer] : [customer, AGENT];
    return [...form(from, to, `2026-10-07 ${clock}`), ...text];
  });
}

/** Lines that every piece has, so that it is known for a text of chats. */
const FEWEST = 6;
/** Every two lines of a text hold a time, but for the longest messages. */
const OVERLAPS = [4, 5, 6, 7];

describe("a text of chats in two tabs with some lines in both", () => {
  it.each(Object.keys(FORMS))("gives the facts of the whole, wherever it was cut: %s", (name) => {
    const form = FORMS[name];
    if (!form) throw new Error(name);
    const all = linesOf(form);
    const whole = factLines(read([pasted("全", all.join("\n"))]));
    for (const overlap of OVERLAPS) {
      for (let at = FEWEST; at + overlap <= all.length - FEWEST; at++) {
        const first = pasted("一", all.slice(0, at + overlap).join("\n"));
        const second = pasted("二", all.slice(at).join("\n"));
        const found = [read([first, second]), read([second, first])].map(factLines);
        expect([all[at], overlap, ...found]).toEqual([all[at], overlap, whole, whole]);
      }
    }
  });

  it("a header that ends one tab and stands again with its text in the next is one message", () => {
    const first = pasted("一", "买家 2026-10-07 10:00:00\n在吗\n旗舰店:小雨 2026-10-07 10:00:20");
    const second = pasted(
      "二",
      "旗舰店:小雨 2026-10-07 10:00:20\n在的\n别人 2026-10-07 10:01:00\n几天到\n旗舰店:小雨 2026-10-07 10:01:30\n三天",
    );
    for (const grids of [
      [first, second],
      [second, first],
    ]) {
      const chats = read(grids);
      expect(figures(chats, "小雨")).toMatchObject({
        received: 2,
        messages_in: 2,
        messages_out: 2,
        responses: 2,
        response_seconds: 50,
        max_chats: 1,
      });
      expect(leftOut(chats, grids.indexOf(second))).toEqual({ "pasted-twice": 1 });
      expect(chats.issues).toMatchObject([
        { severity: "warning", code: "chat-lines-repeated", tab: "二", values: { count: "1" } },
      ]);
    }
  });

  it("an agent's last word stays with its customer, though the next tab goes on with another", () => {
    const first = pasted("一", "买家 2026-10-07 10:00:00\n在吗\n旗舰店:小雨 2026-10-07 10:00:20\n在的");
    const second = pasted(
      "二",
      "旗舰店:小雨 2026-10-07 10:00:20\n在的\n\n别人 2026-10-07 11:00:00\n几天到\n旗舰店:小雨 2026-10-07 11:00:30\n三天",
    );
    expect(figures(read([first, second]), "小雨")).toMatchObject({ messages_out: 2, response_seconds: 50 });
  });

  it("three pieces are one text, and a piece that was pasted twice counts once", () => {
    const all = linesOf(FORMS["name and time"] as (typeof FORMS)[string]);
    const whole = factLines(read([pasted("全", all.join("\n"))]));
    const pieces = [all.slice(0, 12), all.slice(9, 21), all.slice(18)];
    const grids = pieces.map((lines, index) => pasted(`页${3 - index}`, lines.join("\n")));
    expect(factLines(read(grids))).toEqual(whole);
    expect(factLines(read([...grids, { ...(grids[1] as (typeof grids)[number]), name: "又" }]))).toEqual(
      whole,
    );
  });

  it("texts that only begin and end alike are two", () => {
    const first = pasted("一", "买家 2026-10-07 10:00:00\n在吗\n旗舰店:小雨 2026-10-07 10:00:20\n你好");
    const second = pasted(
      "二",
      "你好\n别人 2026-10-07 11:00:00\n在吗\n旗舰店:小雨 2026-10-07 11:00:20\n在的",
    );
    expect(figures(read([first, second]), "小雨")).toMatchObject({ messages_in: 2, messages_out: 2 });
  });
});

it("a header that stands twice, first without its text, is one message", () => {
  const text =
    "买家 2026-10-07 10:00:00\n在吗\n旗舰店:小雨 2026-10-07 10:00:20\n旗舰店:小雨 2026-10-07 10:00:20\n在的";
  expect(figures(read([pasted("一", text)]), "小雨")).toMatchObject({ messages_in: 1, messages_out: 1 });
});
