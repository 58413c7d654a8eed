/** What the page offers to tests, and to whoever opens the browser's console: `workbench`. */
import { parseArea } from "../a1.ts";
import type { Grid } from "./grid.ts";
import type { Workbench } from "./workbench.ts";

/** The parts of the page that are looked at. */
export interface Inside {
  readonly bench: Workbench;
  readonly grid: Grid;
  /** Waits until all that was begun is done. */
  idle(): Promise<void>;
  /** Waits until what was shown is painted. */
  painted(): Promise<void>;
}

function cellOf({ bench }: Inside, tab: string, a1: string) {
  const sheet = bench.book.findSheet(tab);
  const area = parseArea(a1);
  if (!sheet || !area) throw new Error(`no cell ${tab}!${a1}`);
  return { sheet, area };
}

/** Selects as a click does. Univer follows when it paints, and nobody types sooner. */
async function select(inside: Inside, tab: string, a1: string): Promise<void> {
  const { sheet, area } = cellOf(inside, tab, a1);
  inside.bench.book.activeSheet = sheet;
  sheet.selection = area;
  inside.grid.showSelection();
  inside.grid.focus();
  await inside.painted();
  await inside.painted();
}

/** Puts `workbench` among the page's globals. */
export function exposeWorkbench(inside: Inside): void {
  const { bench, grid, idle } = inside;
  const workbench = {
    tabs: () => bench.book.sheets.map(({ name }) => name),
    read: (tab: string, a1: string) => {
      const { sheet, area } = cellOf(inside, tab, a1);
      return sheet.values.get(area.top, area.left) ?? "";
    },
    formula: (tab: string, a1: string) => {
      const { sheet, area } = cellOf(inside, tab, a1);
      return sheet.formulas.get(area.top, area.left) ?? "";
    },
    select: (tab: string, a1: string) => select(inside, tab, a1),
    typing: () => grid.isTyping,
    steps: () => [bench.history.lastDone?.caption, bench.history.lastUndone?.caption],
    selection: () => {
      grid.takeSelection();
      const { activeSheet } = bench.book;
      return { tab: activeSheet?.name, ...activeSheet?.selection };
    },
    idle,
  };
  Object.assign(window, { workbench });
}
