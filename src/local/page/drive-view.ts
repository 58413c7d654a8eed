/** The files of Drive in a list: who can read them, where they stand, and what HR can do with them here. */
import type { Cloud, CloudFile } from "../cloud.ts";
import { element } from "./dialogs.ts";
import { type PageLanguage, pageWord } from "./words.ts";

/** What can be done with a file of the list. */
export interface DriveActions {
  /** Shows the file as this reader sees it. */
  open(file: CloudFile, reader: string): void;
  download(file: CloudFile): void;
}

/** Where a file stands for its readers. */
type Standing = "shared" | "takenBack" | "inTrash" | "notShared";

/** Whoever can open a file besides its owner. */
export function readersOf({ permissions }: CloudFile): string[] {
  return permissions.flatMap(({ role, emailAddress }) => (role === "owner" ? [] : [emailAddress ?? ""]));
}

/** Where a file stands. The trash hides nothing from those who can still read it. */
function standingOf(cloud: Cloud, file: CloudFile): Standing {
  if (file.meta.trashed) return "inTrash";
  if (readersOf(file).length > 0) return "shared";
  const wasTaken = cloud.events.some(({ kind, file: id }) => kind === "revoke" && id === file.id);
  return wasTaken ? "takenBack" : "notShared";
}

/** Opens the list, the newest file first. A button of it closes it, as Escape does. */
export function showDrive(cloud: Cloud, language: PageLanguage, actions: DriveActions): void {
  const box = element("dialog", "dialog drive");
  const word = (key: Parameters<typeof pageWord>[0], values?: Readonly<Record<string, string>>) =>
    pageWord(key, language, values);
  const act = (work: () => void) => () => {
    box.close();
    work();
  };
  const files = [...cloud.files.values()].reverse();
  box.setAttribute("aria-label", word("driveTitle"));
  box.append(element("h2", "dialog-title", word("driveTitle")));
  box.append(element("p", "dialog-text", word(files.length === 0 ? "driveEmpty" : "driveText")));
  if (files.length > 0) box.append(tableOf(cloud, files, word, actions, act));
  const close = button(word("close"), () => box.close());
  close.classList.add("primary");
  box.append(close);
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
}

type Word = (key: Parameters<typeof pageWord>[0], values?: Readonly<Record<string, string>>) => string;
type Act = (work: () => void) => () => void;

function tableOf(
  cloud: Cloud,
  files: readonly CloudFile[],
  word: Word,
  actions: DriveActions,
  act: Act,
): HTMLElement {
  const table = element("table", "drive-files");
  const head = element("tr", "");
  for (const key of ["driveName", "driveReaders", "driveState"] as const) {
    const cell = element("th", "", word(key));
    cell.scope = "col";
    head.append(cell);
  }
  head.append(element("td", ""));
  table.append(head, ...files.map((file) => rowOf(cloud, file, word, actions, act)));
  const frame = element("div", "drive-scroll");
  frame.append(table);
  return frame;
}

function rowOf(cloud: Cloud, file: CloudFile, word: Word, actions: DriveActions, act: Act): HTMLElement {
  const readers = readersOf(file);
  const row = element("tr", "");
  const buttons = element("td", "drive-buttons");
  // Of a file that nobody reads any more its owner still sees what was in it.
  for (const reader of readers.length > 0 ? readers : [file.madeFor]) {
    const open = act(() => actions.open(file, reader));
    buttons.append(button(word("openAs", { reader }), open));
  }
  buttons.append(
    button(
      word("download"),
      act(() => actions.download(file)),
    ),
  );
  row.append(
    element("td", "", file.meta.name),
    element("td", "", readers.length > 0 ? readers.join("\n") : word("nobody")),
    element("td", "", word(standingOf(cloud, file))),
    buttons,
  );
  return row;
}

function button(caption: string, press: () => void): HTMLButtonElement {
  const made = element("button", "button", caption);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}
