/** Prints the peak memory in MB of this process after it has made the tables and read them once. */
import { parseMonth } from "../../src/engine/calendar";
import { ingest } from "../../src/ingest/ingest";
import { chatGrid, chatRoster, orderGrid } from "./chats";
import { MONTH } from "./shop";

const [lines = 0, orders = 0] = process.argv.slice(2).map(Number);
const month = parseMonth(MONTH);
if (!month) throw new Error("no month");
const grids = [chatGrid(lines), orderGrid(orders, lines)];
ingest({ grids, month, roster: chatRoster(), sources: [] });
console.log(Math.round(process.resourceUsage().maxRSS / 1024));
