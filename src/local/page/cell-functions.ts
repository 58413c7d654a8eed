/** The add-on's functions in the cells, and why one of them failed. */
import { Converter } from "../function-bridge.ts";
import { TimeZone } from "../serial.ts";
import { engine, type UniverOptions } from "./univer.ts";
import type { Workbench } from "./workbench.ts";

/** Runs them for the grid, and keeps what they threw. */
export class CellFunctions {
  private readonly messages = new Map<string, string>();

  constructor(private readonly bench: Workbench) {}

  /** What the grid is made with, in an element of the page. */
  gridIn(container: HTMLElement): UniverOptions {
    const { bench, messages } = this;
    const zone = new TimeZone(bench.timeZone);
    return {
      ...{ container, language: bench.language, functions: bench.functions },
      bridge: {
        engine,
        converter: new Converter(engine, zone, (ms) => bench.functionScope.makeDate(ms)),
        call: (name, args) => bench.functionScope.call(name, args),
        thrown: ({ sheet, row, column }, message) => messages.set(`${sheet}!${row}!${column}`, message),
      },
    };
  }

  /** What the function of a cell threw, on the tab that the grid knows by this id; blank for nothing. */
  messageAt(tab: string, row: number, column: number): string {
    return this.messages.get(`${tab}!${row}!${column}`) ?? "";
  }

  /** Another book has other cells. */
  forget(): void {
    this.messages.clear();
  }
}
