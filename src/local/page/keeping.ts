/** Keeps the workbook over a reload, in the store of this one browser tab, which ends with the tab. */

/** What is kept. */
export interface Kept {
  /** The start of the server that the page came from: another start begins with the sample shop. */
  readonly run: string;
  /** Whether something was changed since the workbook was opened or downloaded. */
  readonly changed: boolean;
  /** Who sits in front of it, by number. */
  readonly seat: number;
  /** The book and the files of Drive, as JSON. */
  readonly book: string;
  readonly cloud: string;
}

const KEY = "workbook";
/** A pause in what a person does; each change alone would cost as much as all of them. */
const PAUSE_MS = 300;

async function packed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(parts.join(""));
}

async function unpacked(text: string): Promise<string> {
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

/** What this tab kept of this start of the server; undefined where there is none that can be read. */
export async function readKept(run: string): Promise<Kept | undefined> {
  try {
    const text = sessionStorage.getItem(KEY);
    if (text === null) return undefined;
    const kept = JSON.parse(text.startsWith("{") ? text : await unpacked(text)) as Kept;
    return kept.run === run ? kept : undefined;
  } catch {
    // Of an older version, or damaged: the sample shop is there instead.
    return undefined;
  }
}

/** Writes what there is to keep, a moment after the last change, and what is not written yet when the page goes. */
export class Keeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** How many changes there were, and how many of them what is written has. */
  private changes = 0;
  private written = 0;

  constructor(private readonly make: () => Kept) {
    window.addEventListener("pagehide", () => this.last());
  }

  /** Something changed. */
  soon(): void {
    this.changes += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.keep(), PAUSE_MS);
  }

  private async keep(): Promise<void> {
    const { changes } = this;
    const text = await packed(JSON.stringify(this.make()));
    // What came meanwhile is written with the next text, in a moment.
    if (changes !== this.changes) return;
    this.written = changes;
    try {
      sessionStorage.setItem(KEY, text);
    } catch {
      // It does not fit. An older one in its place would be a workbook that nobody left like that.
      sessionStorage.removeItem(KEY);
    }
  }

  /** A page that goes waits for nothing, so this one text is not packed. */
  private last(): void {
    if (this.written === this.changes) return;
    try {
      sessionStorage.setItem(KEY, JSON.stringify(this.make()));
    } catch {
      // Too large without packing: what was kept a moment ago stays.
    }
  }
}
