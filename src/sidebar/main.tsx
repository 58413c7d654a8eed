/** The page's entry: draws the sidebar into `#app`. build.mjs puts it into dist/Sidebar.html. */
import { render } from "preact";
import { App, browserLanguage } from "./app";
import type { GoogleScript } from "./server";
import { findKeeper } from "./session";

declare const google: { readonly script: GoogleScript };

const root = document.getElementById("app");
if (root) {
  render(<App script={google.script} keeper={findKeeper()} lang={browserLanguage()} />, root);
}
