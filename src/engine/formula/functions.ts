/** How a function is written, and how many arguments it takes. */
export interface FunctionShape {
  readonly least: number;
  readonly most: number;
  readonly usage: string;
}

const MANY = 255;

const SHAPES: readonly (readonly [usage: string, least: number, most: number])[] = [
  ["IF(condition, then, else)", 2, 3],
  ["IFS(condition, value, …)", 2, MANY],
  ["AND(condition, …)", 1, MANY],
  ["OR(condition, …)", 1, MANY],
  ["NOT(condition)", 1, 1],
  ["MIN(x, …)", 1, MANY],
  ["MAX(x, …)", 1, MANY],
  ["SUM(x, …)", 1, MANY],
  ["AVERAGE(x, …)", 1, MANY],
  ["ABS(x)", 1, 1],
  ["ROUND(x, places)", 1, 2],
  ["ROUNDUP(x, places)", 1, 2],
  ["ROUNDDOWN(x, places)", 1, 2],
  ["UNITS(x, allowance)", 2, 2],
  ["TARGET(metric)", 1, 1],
  ["ATTAINMENT(metric)", 1, 1],
  ["BAND(table, x)", 2, 2],
  ["RATE(table, x)", 2, 2],
  ["MARGINAL(table, amount)", 2, 2],
  ["TEAM.AVERAGE(x)", 1, 1],
  ["TEAM.SUM(x)", 1, 1],
  ["TEAM.BEST(x)", 1, 1],
  ["TEAM.RANK(x)", 1, 1],
  ["TEAM.COUNT(x)", 1, 1],
  ["TEAM.VALUE(metric)", 1, 1],
  ["SHOP.AVERAGE(x)", 1, 1],
  ["SHOP.SUM(x)", 1, 1],
  ["SHOP.BEST(x)", 1, 1],
  ["SHOP.RANK(x)", 1, 1],
  ["SHOP.COUNT(x)", 1, 1],
  ["SHOP.VALUE(metric)", 1, 1],
  ["PREVIOUS(x)", 1, 1],
];

/** Every function of the formula language (DESIGN section 4), by its name in capitals. */
export const FUNCTIONS: ReadonlyMap<string, FunctionShape> = new Map(
  SHAPES.map(([usage, least, most]) => [usage.slice(0, usage.indexOf("(")), { usage, least, most }]),
);
