/** Copied chats in which nobody answers a buyer: whose the buyer is, counted by hand. */
import { describe, expect, it } from "vitest";
import { told } from "../workbook";
import { figures, pasted, read } from "./read";

/** Another talk, so that a tab has two agents: 小雨 answers b9 after 30 s, 小雪 answers b8 after 60 s. */
const OTHERS = `b9 2026-10-02 08:00:00
在吗
旗舰店:小雨 2026-10-02 08:00:30
在
b8 2026-10-02 08:10:00
在吗
旗舰店:小雪 2026-10-02 08:11:00
在
`;

const reached = (chats: ReturnType<typeof read>, person: string) => {
  const { received = 0, replied = 0, unanswered = 0, transfers = 0 } = figures(chats, person);
  return { received, replied, unanswered, transfers };
};

/** What b1 says and what became of it; 小雨 and 小雪 have one answered buyer each besides. */
const CASES: readonly (readonly [
  name: string,
  body: string,
  yu: [number, number, number],
  xue: [number, number, number],
])[] = [
  ["handed by the shop", "b1 2026-10-02 09:00:00\n在吗\n由 服务助手 转交给 小雪", [1, 0, 0], [2, 1, 0]],
  [
    "with its reason on the same line",
    "b1 2026-10-02 09:00:00\n在吗\n由 服务助手 转交给 旗舰店:小雪 原因：【离线留言自动分配】",
    [1, 0, 0],
    [2, 1, 0],
  ],
  ["转接给 alone", "b1 2026-10-02 09:00:00\n在吗\n转接给 小雪", [1, 0, 0], [2, 1, 0]],
  ["会话已转接给", "b1 2026-10-02 09:00:00\n在吗\n会话已转接给小雪", [1, 0, 0], [2, 1, 0]],
  ["系统消息", "b1 2026-10-02 09:00:00\n在吗\n[系统消息] 由 服务助手 转接给 小雪", [1, 0, 0], [2, 1, 0]],
  ["traditional", "b1 2026-10-02 09:00:00\n在嗎\n由 服務助手 轉交給 小雪", [1, 0, 0], [2, 1, 0]],
  [
    "a time behind",
    "b1 2026-10-02 09:00:00\n在吗\n由 服务助手 转交给 小雪 2026-10-02 09:00:05",
    [1, 0, 0],
    [2, 1, 0],
  ],
  [
    "a time in front",
    "b1 2026-10-02 09:00:00\n在吗\n[2026-10-02 09:00:05] 由 服务助手 转交给 小雪",
    [1, 0, 0],
    [2, 1, 0],
  ],
  [
    "before the buyer's lines",
    "\n由 服务助手 转交给 小雪\nb1 2026-10-02 09:00:00\n在吗",
    [1, 0, 0],
    [2, 1, 0],
  ],
  [
    "below a title",
    "与 b1 的聊天记录\n由 服务助手 转交给 小雪\nb1 2026-10-02 09:00:00\n在吗",
    [1, 0, 0],
    [2, 1, 0],
  ],
  ["blank lines around", "b1 2026-10-02 09:00:00\n在吗\n\n由 服务助手 转交给 小雪\n\n", [1, 0, 0], [2, 1, 0]],
  ["by a colleague", "b1 2026-10-02 09:00:00\n在吗\n由 小雨 转交给 小雪", [1, 0, 1], [2, 1, 0]],
  [
    "answered first, asked again afterwards",
    "b1 2026-10-02 09:00:00\n在吗\n旗舰店:小雨 2026-10-02 09:00:20\n在\n由 小雨 转交给 小雪\nb1 2026-10-02 09:01:00\n？",
    [2, 0, 1],
    [2, 1, 0],
  ],
  [
    "answered first, and asked again before",
    "b1 2026-10-02 09:00:00\n在吗\n旗舰店:小雨 2026-10-02 09:00:20\n在\nb1 2026-10-02 09:01:00\n？\n由 小雨 转交给 小雪",
    [2, 0, 1],
    [2, 1, 0],
  ],
  [
    "handed on twice: the last has it",
    "b1 2026-10-02 09:00:00\n在吗\n由 服务助手 转交给 小雨\n由 小雨 转交给 小雪",
    [1, 0, 1],
    [2, 1, 0],
  ],
  [
    "answered after all by the other",
    "b1 2026-10-02 09:00:00\n在吗\n由 服务助手 转交给 小雪\n旗舰店:小雨 2026-10-02 09:00:50\n在",
    [2, 0, 0],
    [1, 0, 0],
  ],
];

describe("a buyer whom nobody answered", () => {
  it.each(CASES)("%s", (_name, body, yu, xue) => {
    const chats = read([pasted("聊天", `${OTHERS}\n${body}`)]);
    const [yuGot, yuMissed, yuHanded] = yu;
    const [xueGot, xueMissed, xueHanded] = xue;
    expect(reached(chats, "小雨")).toEqual({
      received: yuGot,
      replied: yuGot - yuMissed,
      unanswered: yuMissed,
      transfers: yuHanded,
    });
    expect(reached(chats, "小雪")).toEqual({
      received: xueGot,
      replied: xueGot - xueMissed,
      unanswered: xueMissed,
      transfers: xueHanded,
    });
    expect(told(chats.issues)).toEqual([]);
  });

  it("pasted twice is one buyer", () => {
    const body = `${OTHERS}\nb1 2026-10-02 09:00:00\n在吗\n由 服务助手 转交给 小雪`;
    const once = read([pasted("A", body)]);
    const twice = read([pasted("A", body), pasted("B", body)]);
    expect(figures(twice, "小雪")).toEqual(figures(once, "小雪"));
    expect(figures(twice, "小雨")).toEqual(figures(once, "小雨"));
  });

  it("is nobody's where the account is nobody's, and the account is told", () => {
    const chats = read([
      pasted("聊天", `${OTHERS}\nb1 2026-10-02 09:00:00\n在吗\n由 服务助手 转交给 售前组`),
    ]);
    expect(reached(chats, "小雨").received).toBe(1);
    expect(chats.issues.find(({ code }) => code === "account-of-nobody")?.values?.account).toBe("售前组");
  });

  it("is told with the agents whose reply rate may be too high where no line says whose", () => {
    const chats = read([
      pasted("聊天", `${OTHERS}\nb1 2026-10-02 09:00:00\n在吗\nb1 2026-10-02 09:00:09\n？`),
    ]);
    const [issue] = chats.issues.filter(({ severity }) => severity === "warning");
    expect(issue).toEqual({
      severity: "warning",
      code: "chat-buyers-without-agent",
      tab: "聊天",
      cell: "10:10",
      values: { buyers: "1", count: "2", day: "2026-10-02", agents: "小雨, 小雪" },
    });
  });

  it("what an agent writes about a colleague is no transfer", () => {
    const body = `b1 2026-10-02 09:00:00\n在吗\n旗舰店:小雨 2026-10-02 09:00:20\n帮您转接给售后同事哦`;
    const chats = read([pasted("聊天", `${OTHERS}\n${body}`)]);
    expect(reached(chats, "小雨")).toEqual({ received: 2, replied: 2, unanswered: 0, transfers: 0 });
  });
});
