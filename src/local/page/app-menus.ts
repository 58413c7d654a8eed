/** The menus of the page: files, steps, and the add-on's own. */
import type { Item, Menu } from "./menu-bar.ts";
import { pageWord } from "./words.ts";
import type { Workbench } from "./workbench.ts";

/** What the entries do. */
export interface MenuActions {
  openFile(): void;
  sample(): void;
  blank(): void;
  /** Puts the workbook back that another one took the place of. */
  back(): void;
  /** Its name; undefined where there is none that was not downloaded. */
  readonly left: string | undefined;
  download(): void;
  drive(): void;
  step(way: "undo" | "redo"): void;
  /** Runs a function of the add-on. */
  click(caption: string, functionName: string): void;
}

/** The menus in their order, in the language of the page. */
export function menusOf(bench: Workbench, actions: MenuActions): Menu[] {
  const addOn = addOnMenu(bench, actions);
  return [fileMenu(bench, actions), editMenu(bench, actions), ...(addOn ? [addOn] : [])];
}

function fileMenu({ language }: Workbench, actions: MenuActions): Menu {
  const word = (key: Parameters<typeof pageWord>[0]) => pageWord(key, language);
  const items = (): Item[] => {
    const { left } = actions;
    const caption = pageWord("backTo", language, { name: left ?? "" });
    return [
      { caption: word("open"), choose: () => actions.openFile() },
      { caption: word("sample"), choose: () => actions.sample() },
      { caption: word("blank"), choose: () => actions.blank() },
      ...(left === undefined ? [] : [{ caption, choose: () => actions.back() }]),
      null,
      { caption: word("download"), choose: () => actions.download() },
      { caption: word("drive"), choose: () => actions.drive() },
    ];
  };
  return { caption: word("file"), items };
}

function editMenu(bench: Workbench, actions: MenuActions): Menu {
  const { language } = bench;
  const named = (key: "undoStep" | "redoStep", bare: "undo" | "redo", step: string | undefined) =>
    step === undefined ? pageWord(bare, language) : pageWord(key, language, { step });
  const items = (): Item[] => {
    const { lastDone, lastUndone } = bench.history;
    return [
      {
        caption: named("undoStep", "undo", lastDone?.caption),
        keys: "Ctrl+Z",
        disabled: !lastDone || !bench.mayEdit,
        choose: () => actions.step("undo"),
      },
      {
        caption: named("redoStep", "redo", lastUndone?.caption),
        keys: "Ctrl+Y",
        disabled: !lastUndone || !bench.mayEdit,
        choose: () => actions.step("redo"),
      },
    ];
  };
  return { caption: pageWord("edit", language), items };
}

/** The add-on's own menu, exactly as its `onOpen` built it; undefined for whom Google offers none. */
function addOnMenu(bench: Workbench, actions: MenuActions): Menu | undefined {
  const entries = bench.menu();
  if (entries.length === 0) return undefined;
  const items = entries.map((entry): Item => {
    if (!entry) return null;
    const { caption, functionName } = entry;
    // "…" says that the entry asks first; in a sentence about it the dots would stand twice.
    const name = caption.replace(/…$/, "");
    return { caption, choose: () => actions.click(name, functionName) };
  });
  return { caption: pageWord("product", bench.language), items: () => items };
}
