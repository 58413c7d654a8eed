import type { Day, Month } from "../../engine/calendar";
import type { FactSeries } from "../../engine/facts";
import { type Issue, issueAt } from "../../engine/issue";
import { isEmployedOn, type Roster } from "../../engine/roster";
import type { SourceSettings } from "../../engine/settings-sources";
import { dayOfTime } from "../chat/model";
import type { ChatsRead } from "../chat/read";
import type { DailyRows } from "../gaps";
import type { Contribution } from "../merge";
import type { RecognisedTab } from "../recognised";
import { TabTally } from "../tally";
import { buildBook } from "./book";
import { Attribution, type Credit, wholeSeconds } from "./credit";
import { doubtsOf, holdDoubtful } from "./doubt";
import { FactSink } from "./facts";
import type { OrderField } from "./fields";
import { countOutcomes } from "./inquiries";
import { provisionalEvents } from "./late";
import { ORDER_MEASURES, OrderMeasures, REFUND_FIGURES } from "./measures";
import type { Order } from "./order";
import { type ReadTable, readTables } from "./read";
import { Service } from "./served";
import type { OrderTable } from "./tables";
import { holdUnmatched, strayIssues } from "./unmatched";

/** What orders and refunds are read from. */
export interface OrderInput {
  readonly tables: readonly OrderTable[];
  /** Names of all pasted tabs, by index. */
  readonly tabs: readonly string[];
  readonly roster: Roster;
  readonly month: Month;
  readonly settings: SourceSettings;
  /** The pasted chats, or null. */
  readonly chats: ChatsRead | null;
}

/** The facts of orders and refunds in the month. */
export interface OrderFacts {
  /** By measure; empty where nothing tells whose the orders are. */
  readonly byMeasure: ReadonlyMap<string, Contribution>;
  /** `silent_sales` of the shop; null where nothing tells whose the orders are. */
  readonly silent: FactSeries | null;
  readonly issues: readonly Issue[];
  /** How many orders were placed on each day of the month, by tab. */
  readonly daily: readonly DailyRows[];
  /** By tab name. */
  readonly described: ReadonlyMap<string, RecognisedTab>;
}

/** Facts that chats alone tell are counted by buyers; these need no orders. */
const INQUIRY_MEASURES = ["inquirers", "orderers", "final_payers"] as const;

/**
 * Reads orders and refunds and gives them to people: by the agents that tables name, else by who
 * spoke with the buyer, under the judgement rule of Settings. Never throws for bad data; the order of
 * rows and tabs changes nothing.
 */
export function readOrders(input: OrderInput): OrderFacts {
  const { tables, roster, settings, month, chats } = input;
  const read = readTables(tables, roster, settings);
  const book = buildBook(read);
  const service = chats
    ? new Service(
        chats.log,
        book.orders.map(({ buyer }) => buyer),
      )
    : null;
  const attribution = new Attribution(roster, service, settings, input.tabs);
  const { orders } = book;
  const isLinked = orders.some((order) => isLinkable(order, service !== null));
  const credits = orders
    .filter(({ isUndecided }) => !isUndecided)
    .map((order) => attribution.creditOf(order));
  const sink = new FactSink(roster.people, month);
  if (isLinked) fillSink(input, sink, { orders, credits, attribution, service });
  const owned = { credits, people: roster.people, month, settings };
  const strays = isLinked ? holdUnmatched(book.strays, owned, sink) : book.strays;
  noteLeavers(credits, read, roster, month);
  const asOf = newestDay(orders, service);
  const issues = [
    ...read.flatMap(({ cells }) => cells.issues),
    ...book.issues,
    ...strayIssues(strays),
    ...attribution.issues(),
    ...tallyIssues(read, month),
    ...(isLinked || orders.length === 0 ? [] : [unlinked(read)]),
    ...(chats && orders.length > 0 ? provisionalEvents(month, asOf, settings.attributionDays) : []),
  ];
  return {
    byMeasure: isLinked && orders.length > 0 ? contributions(sink, read, chats !== null) : new Map(),
    silent: isLinked && orders.length > 0 ? sink.shop : null,
    issues,
    daily: read.flatMap((table) => dailyOrders(table, month)),
    described: describe(read, book.dropped),
  };
}

/** Whether anything can tell whose an order is: a named agent, or chats and a buyer's full name. */
function isLinkable({ orderAgent, paymentAgent, buyer }: Order, hasChats: boolean): boolean {
  return orderAgent !== null || paymentAgent !== null || (hasChats && buyer !== "" && !buyer.includes("*"));
}

/** Tells of sales on days on which their owner did not work: the engine leaves them out. */
function noteLeavers(
  credits: readonly Credit[],
  read: readonly ReadTable[],
  roster: Roster,
  month: Month,
): void {
  const tallies = new Map(read.map(({ source, cells }) => [source.table.grid.name, cells.tally]));
  for (const { order, owner, day } of credits) {
    const person = roster.people[owner];
    if (!person || !order.isPaid || day < month.first || day > month.last || isEmployedOn(person, day))
      continue;
    const at = { text: person.name, row: order.row - 1, column: 0, people: [person] };
    tallies.get(order.tab)?.sight("not-employed", person.key, at);
  }
}

interface Credited {
  readonly orders: readonly Order[];
  readonly credits: readonly Credit[];
  readonly attribution: Attribution;
  readonly service: Service | null;
}

function fillSink(input: OrderInput, sink: FactSink, credited: Credited): void {
  const measures = new OrderMeasures(sink, input.settings, input.month);
  const { orders, credits, attribution, service } = credited;
  for (const credit of credits) measures.add(credit);
  for (const order of orders) if (order.isUndecided) measures.failAll(order, attribution.candidates(order));
  if (input.chats && service) addInquiries(input, { chats: input.chats, service }, sink, credits);
  else for (const credit of credits) addBuyers(sink, credit);
  const doubts = doubtsOf(input.chats?.damaged ?? [], credits, input.month, input.settings);
  holdDoubtful(doubts, [...INQUIRY_MEASURES, ...ORDER_MEASURES], input.roster.people, sink);
}

function addInquiries(
  { settings, month, roster }: OrderInput,
  { chats, service }: { readonly chats: ChatsRead; readonly service: Service },
  sink: FactSink,
  credits: readonly Credit[],
): void {
  const windows = {
    window: wholeSeconds(settings.attributionDays, "days"),
    aftersale: wholeSeconds(settings.aftersaleDays, "days"),
  };
  countOutcomes(chats, { credits, service }, month, windows, sink);
  const damaged = chats.contributions.get("inquirers")?.people;
  roster.people.forEach(({ key }, person) => {
    for (const { day, cell, issue } of damaged?.get(key)?.unreadable ?? [])
      for (const measure of [...INQUIRY_MEASURES, ...ORDER_MEASURES])
        sink.fail(measure, person, day, cell, issue);
  });
}

/** Without chats nobody knows the day of the inquiry: buyers count on the day of the order. */
function addBuyers(sink: FactSink, { order, lander, createdOn }: Credit): void {
  const buyer = order.buyer || order.number || String(order.cell);
  sink.addBuyer("orderers", lander, createdOn, buyer, order.cell);
  if (order.isPaid) sink.addBuyer("final_payers", lander, createdOn, buyer, order.cell);
}

/**
 * Every measure that the tables can tell has a contribution, though it may be empty: then people have
 * 0. Pieces, postage and refunds of which no table says anything are not given: missing is not zero.
 */
function contributions(
  sink: FactSink,
  read: readonly ReadTable[],
  hasChats: boolean,
): Map<string, Contribution> {
  const told = (...fields: readonly OrderField[]) =>
    read.some(({ source }) => fields.some((field) => source.columns.has(field)));
  const untold = new Set<string>([
    ...(told("items", "quantity") ? [] : ["items_sold", "refunded_items"]),
    ...(told("postage") ? [] : ["postage"]),
    ...(told("refundAmount") ? [] : REFUND_FIGURES),
  ]);
  const all = [...sink.byMeasure.keys(), ...ORDER_MEASURES, ...(hasChats ? INQUIRY_MEASURES : [])];
  const names = [...new Set(all)].filter((measure) => !untold.has(measure));
  return new Map(
    names.map((measure) => [
      measure,
      { source: "orders", span: null, derived: false, people: sink.byMeasure.get(measure) ?? new Map() },
    ]),
  );
}

function newestDay(orders: readonly Order[], service: Service | null): Day | null {
  let newest = service?.newest ?? Number.NEGATIVE_INFINITY;
  for (const { created, paidAt, isUndecided } of orders) {
    if (!isUndecided) newest = Math.max(newest, created, paidAt ?? created);
  }
  return Number.isFinite(newest) ? dayOfTime(newest) : null;
}

function tallyIssues(read: readonly ReadTable[], month: Month): Issue[] {
  return read.flatMap(({ source, cells }) => {
    const tally = new TabTally(source.table.grid.name);
    tally.add(cells.tally);
    return tally.issues(month.text);
  });
}

function unlinked(read: readonly ReadTable[]): Issue {
  const tab = read.find(({ orders }) => orders.length > 0)?.source.table.grid.name ?? "";
  return issueAt("info", "orders-not-linked", { tab });
}

function dailyOrders({ source, orders }: ReadTable, month: Month): DailyRows[] {
  const rows = new Map<Day, number>();
  for (const { created } of orders) {
    const day = created === null ? 0 : dayOfTime(created);
    if (day >= month.first && day <= month.last) rows.set(day, (rows.get(day) ?? 0) + 1);
  }
  return rows.size === 0 ? [] : [{ tab: source.table.grid.name, source: "orders", rows, isOfEvents: true }];
}

function describe(
  read: readonly ReadTable[],
  dropped: ReadonlyMap<string, number>,
): Map<string, RecognisedTab> {
  return new Map(read.map((table) => [table.source.table.grid.name, describeTable(table, dropped)]));
}

function describeTable(
  { source, cells, rowsRead, orders, refunds }: ReadTable,
  dropped: ReadonlyMap<string, number>,
): RecognisedTab {
  const { grid, headers, headerRow } = source.table;
  const tally = new TabTally(grid.name);
  tally.add(cells.tally);
  const twice = dropped.get(grid.name) ?? 0;
  const excluded = tally.leftOut().find(({ reason }) => reason === "order-excluded")?.count ?? 0;
  const times = [
    orders.map(({ created }) => created),
    orders.map(({ paidAt }) => paidAt),
    refunds.map(({ at }) => at),
  ];
  return {
    tab: grid.name,
    as: "orders",
    why: { code: `tab-is-${source.kind}`, values: { count: String(source.columns.size) } },
    headerRow: headerRow + 1,
    columns: [...source.columns].map(([field, column]) => ({
      header: headers[column]?.text ?? "",
      column: column + 1,
      measure: `order-${field}`,
    })),
    firstDay: endOf(times, 1),
    lastDay: endOf(times, -1),
    rowsRead: rowsRead - twice - excluded,
    rowsLeftOut: [
      ...tally.leftOut(),
      ...(twice > 0 ? [{ reason: "pasted-twice" as const, count: twice }] : []),
    ],
    benchmarks: [],
  };
}

/** The day of the least (sign 1) or greatest (sign -1) of times; null for none. */
function endOf(columns: readonly (readonly (number | null)[])[], sign: 1 | -1): Day | null {
  let found: number | null = null;
  for (const times of columns)
    for (const time of times)
      if (time !== null && (found === null || time * sign < found * sign)) found = time;
  return found === null ? null : dayOfTime(found);
}
