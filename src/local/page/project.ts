/** The built files in a browser: one file of them lies beside the page. Takes the place of `../project.ts`. */

/** The built files as `project.json` holds them. */
export interface ProjectFile {
  readonly code: string;
  readonly htmlFiles: Readonly<Record<string, string>>;
  readonly timeZone: string;
  /** Another one at each start of the server; absent where the files were put there by hand. */
  readonly run?: string;
}

let project: ProjectFile | undefined;

/** Fetches the built files from where the page came from; to be awaited before anything else. */
export async function fetchProject(): Promise<void> {
  const answer = await fetch("project.json");
  if (!answer.ok) throw new Error(`project.json: ${answer.status}`);
  project = (await answer.json()) as ProjectFile;
}

function fetched(): ProjectFile {
  if (!project) throw new Error("the built files were not fetched yet");
  return project;
}

/** Code.js and the HTML files by name without `.html`. */
export function readBuilt(_folder?: string) {
  const { code, htmlFiles, timeZone } = fetched();
  return { code, htmlFiles: new Map(Object.entries(htmlFiles)), timeZone };
}

/** The time zone of the manifest. */
export function manifestTimeZone(): string {
  return fetched().timeZone;
}

/** Which start of the server the page came from. */
export function projectRun(): string {
  return fetched().run ?? "";
}
