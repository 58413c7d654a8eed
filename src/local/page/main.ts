/** The page of `npm start`: the workbench, its grid, its menus. */
import { App } from "./app.ts";
import { fetchProject } from "./project.ts";

await fetchProject();
await new App().start();
