import type { Grid } from "../../engine/grid";
import { HEADER_ROWS, readHeaders, type Table } from "../table";
import { type OrderField, orderColumns } from "./fields";

/** What an event table lists: orders, refunds, the goods of orders, or whose an order is. */
export type OrderTableKind = "orders" | "refunds" | "items" | "binding";

/** A pasted table of orders or of what belongs to them. */
export interface OrderTable {
  readonly kind: OrderTableKind;
  readonly table: Table;
  readonly columns: ReadonlyMap<OrderField, number>;
}

/**
 * Recognises a table of orders, refunds, goods or bindings by its headers: the row among the first
 * ten with most known fields. Null for any other table.
 *
 * @param tabIndex index of the grid among the pasted tabs.
 */
export function recogniseOrders(grid: Grid, tabIndex: number): OrderTable | null {
  let best: OrderTable | null = null;
  for (let row = 0; row < Math.min(HEADER_ROWS, grid.rows.length); row++) {
    const headers = readHeaders(grid, row);
    const columns = orderColumns(headers);
    const kind: OrderTableKind | null = kindOf(columns);
    if (kind && columns.size > (best?.columns.size ?? 0))
      best = { kind, columns, table: { grid, tabIndex, headers, headerRow: row, firstRow: row + 1 } };
  }
  return best;
}

function kindOf(columns: ReadonlyMap<OrderField, number>): OrderTableKind | null {
  const has = (...fields: readonly OrderField[]): boolean => fields.some((field) => columns.has(field));
  const isNumbered = has("order", "suborder");
  const isTimed = has("created", "paidAt");
  if (isNumbered && has("refundAmount") && has("refund", "refundedAt") && !has("created")) return "refunds";
  const hasAmount = has("paid", "total") || (has("price") && has("quantity"));
  if (isTimed && hasAmount && (isNumbered || (has("buyer") && has("created")))) return "orders";
  if (!isNumbered) return null;
  if (has("agent", "orderAgent", "paymentAgent")) return has("refundAmount") ? null : "binding";
  return has("quantity") && has("title", "price") && !isTimed ? "items" : null;
}
