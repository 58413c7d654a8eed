/** HTML files of the script, and the pages that are made of them. */
import type { HtmlOutputSurface, HtmlServiceSurface } from "../sheets/surface.ts";
import { Modelled, ServiceError } from "./guard.ts";
import type { World } from "./world.ts";

/** The model of Google's HtmlOutput. */
export class LocalHtmlOutput extends Modelled implements HtmlOutputSurface {
  readonly modelled = "HtmlOutput";
  title = "";
  width: number | undefined;
  height: number | undefined;

  constructor(readonly content: string) {
    super();
  }

  getContent(): string {
    return this.content;
  }

  setTitle(title: string): LocalHtmlOutput {
    this.title = title;
    return this;
  }

  /** Of a dialog, in pixels; a sidebar keeps its 300. */
  setWidth(width: number): LocalHtmlOutput {
    this.width = width;
    return this;
  }

  setHeight(height: number): LocalHtmlOutput {
    this.height = height;
    return this;
  }
}

/** The model of Google's HtmlService. */
export class LocalHtmlService extends Modelled implements HtmlServiceSurface {
  readonly modelled = "HtmlService";

  constructor(private readonly world: World) {
    super();
  }

  /** Only files that were pushed with the code, by their exact name; throws as Google does. */
  createHtmlOutputFromFile(filename: string): LocalHtmlOutput {
    const content = this.world.htmlFiles.get(filename);
    if (content === undefined) throw new ServiceError(`No HTML file named ${filename} was found.`);
    return new LocalHtmlOutput(content);
  }
}
