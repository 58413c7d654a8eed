/** The worked examples as far as chats alone give them; orders are linked elsewhere. */
import { describe, expect, it } from "vitest";
import { rosterOf, tab } from "../workbook";
import { figures, read } from "./read";

const STAFF = rosterOf(["Wang"], ["Li"]);

describe("WE13, eight buyers and two agents", () => {
  const chats = [
    "b1|Wang|2026-10-01 10:00",
    "b1|Li|2026-10-01 10:30",
    "b2|Li|2026-10-01 11:00",
    "b2|Wang|2026-10-01 11:30",
    "b3|Li|2026-10-01 12:10",
    "b5|Wang|2026-10-01 15:00",
    "b6|Wang|2026-10-01 16:00",
    "b7|Li|2026-10-01 17:00",
    "b8|Wang|2026-10-01 13:30",
  ];
  const found = read([tab("chats", "buyer|agent|time", ...chats)], { adSenders: ["b6"] }, STAFF);

  it("receives everybody but the advertiser", () => {
    expect(figures(found, "wang")).toEqual({ consulted: 5, received: 4, inquirers: 4 });
    expect(figures(found, "li")).toEqual({ consulted: 4, received: 4, inquirers: 4 });
  });

  it("says who was received when, for the orders", () => {
    const { receptions, log } = found;
    const all = Array.from({ length: receptions.count }, (_, at) => ({
      buyer: log.customers[receptions.customer[at] ?? -1],
      agent: log.people[receptions.person[at] ?? -1]?.name,
      filter: receptions.filter[at],
    }));
    expect(all.filter(({ filter }) => filter !== null)).toEqual([
      { buyer: "b6", agent: "Wang", filter: "ad-sender" },
    ]);
    expect(all.map(({ buyer, agent }) => `${buyer} ${agent}`)).toEqual([
      "b1 Wang",
      "b1 Li",
      "b2 Li",
      "b2 Wang",
      "b3 Li",
      "b8 Wang",
      "b5 Wang",
      "b6 Wang",
      "b7 Li",
    ]);
  });
});

describe("WE01, 130 buyers of whom 10 send advertisements", () => {
  /** 118 of 120 genuine buyers are answered; the first four answers take 20, 35, 50 and 95 seconds, the others none. */
  const gaps = [20, 35, 50, 95];
  const two = (part: number) => String(part).padStart(2, "0");
  const time = (minute: number, second: number) =>
    `2026-10-01 ${two(8 + Math.floor(minute / 60))}:${two((minute + Math.floor(second / 60)) % 60)}:${two(second % 60)}`;
  const rows = Array.from({ length: 130 }, (_, buyer) => {
    const name = buyer < 120 ? `b${buyer}` : `ad${buyer}`;
    const asked = `${time(buyer * 4, 0)}|${name}|Wang|买家|${buyer < 120 ? "在吗" : "代刷销量"}`;
    const answered = `${time(buyer * 4, gaps[buyer] ?? 0)}|${name}|Wang|客服|在`;
    return buyer < 118 ? [asked, answered] : [asked];
  }).flat();
  const grid = tab("聊天", "时间|买家|客服|发送方|内容", ...rows);

  it.each([
    ["without a filter", {}, 130],
    ["with the filter", { adTexts: ["代刷"] }, 120],
  ])("answers 118 buyers, %s", (_name, changed, received) => {
    expect(figures(read([grid], changed, STAFF), "wang")).toMatchObject({
      consulted: 130,
      received,
      replied: 118,
      response_seconds: 200,
      unanswered: received - 118,
    });
  });
});
