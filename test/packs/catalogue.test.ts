import { expect, test } from "vitest";
import { nameKey } from "../../src/engine/name";
import { MEASURES, METRICS, metricsRows } from "../../src/rules/catalogue";

const NAME = /^[\p{L}_.][\p{L}\d_.]*$/u;

const METRIC_NAMES =
  "conversion conversion_received order_success aov items_per_buyer reply_rate first_response avg_response " +
  "resolution_time slow_rate loss_rate loss_rate_amount refund_rate return_rate net_sales satisfaction praise_rate " +
  "aftersale_cost_per_case attendance_rate attendance_incidents roi";

// Beside those of the contract's list: assisted_amount (template T2), never_contacted (follow-up) and
// transfers (which chats and 转出人数 give).
const MEASURE_NAMES =
  "consulted received unanswered replied inquirers orderers final_payers payers orders closed_orders closed_amount " +
  "paid_orders items_sold sales refunds refunded_items postage response_seconds responses first_response_seconds " +
  "first_responses slow_replies timeouts resolution_seconds resolutions ratings good_ratings praise reviews " +
  "reviews_changed review_invites complaints assisted_orders assisted_followups assisted_amount silent_sales aftersale_cost " +
  "aftersale_cases aftersale_handled returns online_seconds max_chats messages_in messages_out transfers scheduled_days " +
  "attended_days paid_days late_count early_count absent_days leave_days phones friends_added customers_a customers_b " +
  "customers_c customers_d contact_gap_days contact_gaps never_contacted repeat_sales referral_sales ad_spend ad_sales";

test("the catalogue holds every measure and metric of the contract and no other", () => {
  expect(METRICS.map((metric) => metric.name)).toEqual(METRIC_NAMES.split(" "));
  expect(MEASURES.map((measure) => measure.name)).toEqual(MEASURE_NAMES.split(" "));
});

test("metric formulas name measures only", () => {
  const measures = new Set(MEASURES.map((measure) => measure.name));
  for (const { name, formula } of METRICS) {
    expect(formula, name).toMatch(/^=/);
    for (const used of formula.match(/[a-z_]+/g) ?? [])
      expect(measures, `${name} uses ${used}`).toContain(used);
  }
});

test("names, labels and Chinese names lead to one row only", () => {
  const owners = new Map<string, string>();
  for (const spec of [...METRICS, ...MEASURES]) {
    for (const synonym of new Set([spec.name, spec.en, spec.zh].map(nameKey))) {
      expect(owners.get(synonym), `${synonym} of ${spec.name}`).toBeUndefined();
      owners.set(synonym, spec.name);
    }
  }
});

test("names and Chinese names can be written in formulas", () => {
  for (const spec of [...METRICS, ...MEASURES]) {
    expect(spec.name).toMatch(/^[a-z_]+$/);
    expect(spec.zh).toMatch(NAME);
  }
});

test("no label reads as a built-in name of the formula language", () => {
  const builtIn = ["score", "base", "grade", "probation", "gates", "true", "false", "target", "attainment"];
  for (const spec of [...METRICS, ...MEASURES]) {
    for (const synonym of [spec.name, spec.en, spec.zh]) expect(builtIn).not.toContain(nameKey(synonym));
  }
});

test("lower is better for times, losses, costs and lateness", () => {
  const lower = METRICS.filter((metric) => metric.better === "lower").map((metric) => metric.name);
  expect(lower.join(" ")).toBe(
    "first_response avg_response resolution_time slow_rate loss_rate loss_rate_amount refund_rate return_rate " +
      "aftersale_cost_per_case attendance_incidents",
  );
});

test("Set up writes every metric with its formula and the scored measures without", () => {
  const rows = metricsRows();
  expect(rows.slice(0, METRICS.length).every((row) => String(row.formula).startsWith("="))).toBe(true);
  const rest = rows.slice(METRICS.length);
  expect(rest.every((row) => row.formula === undefined)).toBe(true);
  const names = rest.map((row) => row.metric);
  for (const name of ["sales", "orders", "received", "aftersale_handled", "late_count", "complaints"]) {
    expect(names).toContain(name);
  }
  expect(rows[0]).toEqual({
    metric: "conversion",
    label: "Conversion",
    labelZh: "咨询转化率",
    unit: "%",
    formula: "=final_payers/inquirers",
  });
});
