/** The help of custom functions, read off the built file, as Univer shows it while one is typed. */
import type { IFunctionInfo } from "@univerjs/engine-formula";
import type { EntryPoint } from "../code.ts";

/** Univer's group for functions that people made. */
const USER_DEFINED = 15;

interface Parameter {
  readonly name: string;
  readonly detail: string;
}

/** The parameters of a function with what its help says about each. */
function parametersOf({ help, parameters }: EntryPoint): Parameter[] {
  const said = new Map(
    Array.from(
      help.matchAll(/^@param\s+(?:\{[^}]*\}\s*)?([\w$]+)\s*([\s\S]*?)(?=^@|(?![\s\S]))/gm),
      (match) => [match[1] ?? "", (match[2] ?? "").replace(/\s+/g, " ").trim()],
    ),
  );
  return parameters.map((name) => ({ name, detail: said.get(name) ?? "" }));
}

/** The example that the help gives, without its equals sign; a call with the parameters' names otherwise. */
function exampleOf({ name, help, parameters }: EntryPoint): string {
  const example = new RegExp(`=?(${name}\\([^\\n]*\\))`).exec(help)?.[1];
  return example ?? `${name}(${parameters.join(", ")})`;
}

/** What Univer lists for one custom function: both languages stand in the help itself. */
export function describeFunction(entry: EntryPoint): IFunctionInfo {
  const text = entry.help.split(/^@/m, 1)[0]?.replace(/\s+/g, " ").trim() ?? "";
  return {
    functionName: entry.name,
    functionType: USER_DEFINED,
    abstract: text.length > 60 ? `${text.slice(0, 59)}…` : text,
    description: `${text} =${exampleOf(entry)}`,
    functionParameter: parametersOf(entry).map(({ name, detail }) => ({
      name,
      detail,
      example: "",
      require: 1,
      repeat: 0,
    })),
  };
}
