import type { Action, Answer, Api, Refusal } from "../api/contract";
import type { Lang } from "../text/template";

/** The part of Google's client library that the page uses. */
export interface GoogleScript {
  readonly run: Runner;
  readonly host: { readonly editor: { focus(): void } };
}

/** `google.script.run` with its handlers set; the functions of the script are its members. */
export interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
  api(text: string): void;
  shareWithManagers(): void;
  reviewGrades(): void;
}

/** Entries of the menu that ask in dialogs of their own, by the function that Google calls. */
export type MenuEntry = "shareWithManagers" | "reviewGrades";

/** A request without its action and language, which `ask` adds. */
export type Asked<Name extends Action> = Omit<Api[Name]["request"], "action" | "lang"> & {
  readonly lang?: Lang;
};

/**
 * Sends a request and gives its answer. It never rejects: a call that fails on the way is a
 * `Refusal` with the code `page.unreachable`, whose `error` is Google's own text.
 */
export type Ask = <Name extends Action>(action: Name, request: Asked<Name>) => Promise<Answer<Name>>;

/** Code of a refusal that the page makes itself, because no answer came. */
export const UNREACHABLE = "page.unreachable";

/** Requests through Google's client library, in the page's language of the moment. */
export function askThrough(script: GoogleScript, lang: () => Lang): Ask {
  return (action, request) =>
    new Promise((resolve) => {
      const refuse = (error: unknown) => resolve(unreachable(error));
      try {
        script.run
          .withSuccessHandler((text) => resolve(parseAnswer(text)))
          .withFailureHandler(refuse)
          .api(JSON.stringify({ lang: lang(), ...request, action }));
      } catch (error) {
        refuse(error);
      }
    });
}

/** Starts an entry of the menu and waits until its dialogs are closed; what failed on the way, else null. */
export function startEntry(script: GoogleScript, entry: MenuEntry): Promise<Refusal | null> {
  return new Promise((resolve) => {
    const refuse = (error: unknown) => resolve(unreachable(error));
    try {
      const runner = script.run.withSuccessHandler(() => resolve(null)).withFailureHandler(refuse);
      runner[entry]();
    } catch (error) {
      refuse(error);
    }
  });
}

function unreachable(error: unknown): Refusal {
  return { error: error instanceof Error ? error.message : String(error), code: UNREACHABLE };
}

/** An answer is a JSON text; anything else counts as no answer. */
function parseAnswer<Name extends Action>(text: unknown): Answer<Name> {
  try {
    const answer: unknown = JSON.parse(String(text));
    if (typeof answer === "object" && answer !== null) return answer as Answer<Name>;
    return unreachable(text);
  } catch (error) {
    return unreachable(error);
  }
}
