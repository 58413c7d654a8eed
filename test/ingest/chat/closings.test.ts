/** What a buyer writes after an answer closes that chat: no question to whoever writes next. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rosterOf } from "../workbook";
import { factLines, figures, pasted, read } from "./read";

const STAFF = rosterOf(["小雪", "店:小雪"], ["小雨", "店:小雨"]);

type Said = readonly [time: string, sender: string];

/** Copied text of messages of 19 October, unless the time has a date. */
function text(...messages: readonly Said[]): string {
  return messages
    .map(([time, sender]) => `${sender} ${time.includes("-") ? time : `2026-10-19 ${time}`}\n${time}说`)
    .join("\n");
}

const FIRST: readonly Said[] = [
  ["10:00:00", "甲客"],
  ["10:00:20", "店:小雪"],
  ["10:01:00", "甲客"],
];

function both(...texts: readonly string[]) {
  const chats = read(
    texts.map((one, index) => pasted(`聊天${index}`, one)),
    {},
    STAFF,
  );
  const short = (person: string) => {
    const { received = 0, response_seconds = 0, responses = 0, messages_in = 0 } = figures(chats, person);
    return [received, response_seconds, responses, messages_in];
  };
  return { 小雪: short("小雪"), 小雨: short("小雨") };
}

describe("a closing line", () => {
  const expected = { 小雪: [1, 20, 1, 2], 小雨: [1, 10, 1, 1] };

  it.each<[string, Said, Said]>([
    ["the same day", ["18:00:00", "甲客"], ["18:00:10", "店:小雨"]],
    ["over midnight", ["2026-10-20 09:30:00", "甲客"], ["2026-10-20 09:30:10", "店:小雨"]],
    ["a second over the silence", ["10:31:01", "甲客"], ["10:31:11", "店:小雨"]],
    ["within the silence, after the longest pause", ["10:31:00", "甲客"], ["10:31:10", "店:小雨"]],
  ])("is of the agent before it and not of the next one: %s", (_name, question, answer) => {
    expect(both(text(...FIRST, question, answer))).toEqual(expected);
    expect(both(text(...FIRST), text(question, answer))).toEqual(expected);
    expect(both(text(question, answer), text(...FIRST))).toEqual(expected);
    expect(both(text(...FIRST, question), text(question, answer))).toEqual(expected);
  });

  it("is none where another agent goes on with the chat at once", () => {
    expect(both(text(...FIRST, ["10:01:30", "店:小雨"]))).toEqual({
      小雪: [1, 20, 1, 1],
      小雨: [1, 30, 1, 1],
    });
  });

  it("is none where nobody had answered: a question waits for whoever answers it", () => {
    expect(both(text(["08:00:00", "甲客"], ["12:00:00", "甲客"], ["12:00:10", "店:小雨"]))).toEqual({
      小雪: [0, 0, 0, 0],
      小雨: [1, 14_410, 1, 2],
    });
  });

  it("goes with a chat that was handed on", () => {
    const handed = `${text(...FIRST)}\n由 店:小雪 转交给 店:小雨\n${text(["18:00:00", "店:小雨"])}`;
    expect(both(handed)).toEqual({ 小雪: [1, 20, 1, 1], 小雨: [1, 28_740, 1, 1] });
  });
});

describe("with one agent, a closing line", () => {
  const later: readonly Said[] = [
    ["18:00:00", "甲客"],
    ["18:00:10", "店:小雪"],
  ];

  it("opens no response across the silence to the next chat", () => {
    expect(both(text(...FIRST, ...later)).小雪).toEqual([1, 30, 2, 3]);
    const arrows = text(...FIRST, ...later)
      .replaceAll("甲客 2026", "甲客 --> 店:小雪 2026")
      .replaceAll("店:小雪 2026-10-19 10:00:20", "店:小雪 --> 甲客 2026-10-19 10:00:20")
      .replaceAll("店:小雪 2026-10-19 18:00:10", "店:小雪 --> 甲客 2026-10-19 18:00:10");
    expect(both(arrows).小雪).toEqual([1, 30, 2, 3]);
  });

  it.each([
    ["10:31:00", "10:31:10", 1810 + 20, 2],
    ["10:31:01", "10:31:11", 10 + 20, 2],
  ])("is a question while the silence is at most 30 minutes: next line at %s", (asked, answered, all, count) => {
    expect(both(text(...FIRST, [asked, "甲客"], [answered, "店:小雪"])).小雪).toEqual([1, all, count, 3]);
  });

  it("is a question where the agent's own line comes next, and by Setting an unanswered one", () => {
    expect(both(text(...FIRST, ["11:01:00", "店:小雪"])).小雪).toEqual([1, 3620, 2, 2]);
    const chats = read([pasted("聊天", text(...FIRST, ...later))], { unansweredRounds: "cap" }, STAFF);
    expect(figures(chats, "小雪")).toMatchObject({ response_seconds: 630, responses: 3, timeouts: 1 });
  });

  it("makes no inquirer of the next day, and a question before midnight is of one chat", () => {
    const chats = read(
      [pasted("聊天", text(["23:50:00", "甲客"], ["2026-10-20 00:10:00", "店:小雪"]))],
      {},
      STAFF,
    );
    expect(factLines(chats).filter((line) => /^(received|response_s)/.test(line))).toEqual([
      "received 小雪 2026-10-19 1",
      "response_seconds 小雪 2026-10-19 1200",
    ]);
  });
});

describe("a paste in two tabs", () => {
  const senders = fc.constantFrom("甲客", "甲客", "店:小雪", "店:小雨");
  const messages = fc.array(fc.tuple(senders, fc.integer({ min: 1, max: 4000 })), {
    minLength: 2,
    maxLength: 12,
  });

  it("gives the same facts wherever it is cut before a buyer's line", () => {
    fc.assert(
      fc.property(messages, fc.nat(), (all, where) => {
        let at = 1_700;
        const two = (part: number) => String(Math.floor(part)).padStart(2, "0");
        const said = all.map(([sender, pause]): Said => {
          at += pause;
          return [`${two(at / 3600)}:${two((at / 60) % 60)}:${two(at % 60)}`, sender];
        });
        said.unshift(["00:28:00", "甲客"]);
        const cuts = said.flatMap(([, sender], index) => (index > 0 && sender === "甲客" ? [index] : []));
        const cut = cuts[where % Math.max(1, cuts.length)];
        if (cut === undefined) return;
        const heading = "与 甲客 的聊天记录\n";
        const grids = (...parts: (readonly Said[])[]) =>
          parts.map((part, index) => pasted(`聊天${index}`, heading + text(...part)));
        const facts = (...parts: (readonly Said[])[]) => factLines(read(grids(...parts), {}, STAFF));
        // A tab in which nobody answered is no chat text of its own.
        if (![said.slice(0, cut), said.slice(cut)].every((part) => part.some(([, who]) => who !== "甲客")))
          return;
        expect(facts(said.slice(0, cut), said.slice(cut))).toEqual(facts(said));
      }),
      { numRuns: 200 },
    );
  });
});
