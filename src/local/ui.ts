/** The menu and the dialogs. A person's answers are scripted. */
import type { HtmlOutputSurface, MenuSurface, PromptResponseSurface, UiSurface } from "../sheets/surface.ts";
import { enumeration, nameIn } from "./enumeration.ts";
import { Modelled, ServiceError } from "./guard.ts";
import { LocalHtmlOutput } from "./html.ts";
import type { Answer, ButtonSetName, Dialog, MenuEntry, PageKind, World } from "./world.ts";

const BUTTON = enumeration("OK", "CANCEL", "YES", "NO", "CLOSE");
const BUTTON_SET = enumeration("OK", "OK_CANCEL", "YES_NO", "YES_NO_CANCEL");

/** The model of Google's Menu. It takes effect with `addToUi`. */
export class LocalMenu extends Modelled implements MenuSurface {
  readonly modelled = "Menu";
  private readonly entries: MenuEntry[] = [];

  constructor(private readonly world: World) {
    super();
  }

  addItem(caption: string, functionName: string): LocalMenu {
    this.entries.push({ caption, functionName });
    return this;
  }

  addSeparator(): LocalMenu {
    this.entries.push(null);
    return this;
  }

  addToUi(): void {
    this.world.menu.splice(0, this.world.menu.length, ...this.entries);
  }
}

/** The model of Google's PromptResponse. */
export class LocalPromptResponse extends Modelled implements PromptResponseSurface {
  readonly modelled = "PromptResponse";

  constructor(private readonly answer: Answer) {
    super();
  }

  getSelectedButton(): unknown {
    return BUTTON[this.answer.button];
  }

  getResponseText(): string {
    return this.answer.text ?? "";
  }
}

/** The model of Google's Ui. */
export class LocalUi extends Modelled implements UiSurface {
  readonly modelled = "Ui";
  readonly Button = BUTTON;
  readonly ButtonSet = BUTTON_SET;

  constructor(private readonly world: World) {
    super();
  }

  createAddonMenu(): LocalMenu {
    return new LocalMenu(this.world);
  }

  alert(title: string, prompt: string, buttons: unknown): unknown {
    return BUTTON[this.ask({ kind: "alert", title, prompt, buttons: setName(buttons) }).button];
  }

  prompt(title: string, prompt: string, buttons: unknown): LocalPromptResponse {
    return new LocalPromptResponse(this.ask({ kind: "prompt", title, prompt, buttons: setName(buttons) }));
  }

  showSidebar(page: HtmlOutputSurface): void {
    this.show("sidebar", page);
  }

  showModalDialog(page: HtmlOutputSurface, title: string): void {
    this.show("dialog", page, title);
  }

  private show(kind: PageKind, page: HtmlOutputSurface, title?: string): void {
    if (!(page instanceof LocalHtmlOutput)) throw new ServiceError("A page of the HtmlService is needed.");
    const { content, width, height } = page;
    this.world.pages.push({ kind, content, title: title ?? page.title, width, height });
  }

  private ask(dialog: Dialog): Answer {
    this.world.dialogs.push(dialog);
    return this.world.answer(dialog);
  }
}

/** Which buttons a dialog has; OK for what is no set of buttons, as null. */
function setName(buttons: unknown): ButtonSetName {
  return nameIn(BUTTON_SET, buttons) ?? "OK";
}
