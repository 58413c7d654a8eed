/** The page's entry: draws the sidebar into `#app`. build.mjs puts it into dist/Sidebar.html. */
import { render } from "preact";
import { App } from "./app";
import type { GoogleScript } from "./server";
import { findKeeper } from "./session";

declare const google: { readonly script: GoogleScript };

const root = document.getElementById("app");
if (root) {
  const lang = navigator.language.startsWith("zh") ? "zh" : "en";
  render(<App script={google.script} keeper={findKeeper()} lang={lang} />, root);
}
