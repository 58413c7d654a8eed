/** The menu and the dialogs. A person's answers are scripted. */
import type { MenuSurface, PromptResponseSurface, UiSurface } from "../sheets/surface.ts";
import { Modelled } from "./guard.ts";
import type { Answer, MenuEntry, World } from "./world.ts";

/** A value of one of Google's enumerations: one object each, which prints its name. */
interface EnumValue {
  toString(): string;
}

function enumeration<Name extends string>(...names: Name[]): Readonly<Record<Name, EnumValue>> {
  const values: Partial<Record<Name, EnumValue>> = {};
  for (const name of names) values[name] = Object.freeze({ toString: () => name });
  return Object.freeze(values as Record<Name, EnumValue>);
}

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

  alert(title: string, prompt: string, _buttons: unknown): unknown {
    return BUTTON[this.ask("alert", title, prompt).button];
  }

  prompt(title: string, prompt: string, _buttons: unknown): LocalPromptResponse {
    return new LocalPromptResponse(this.ask("prompt", title, prompt));
  }

  private ask(kind: "alert" | "prompt", title: string, prompt: string): Answer {
    const dialog = { kind, title, prompt };
    this.world.dialogs.push(dialog);
    return this.world.answer(dialog);
  }
}
