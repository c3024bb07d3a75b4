/** Starts the client: its words, its routes, who is signed in, and the frame around the screens. */
import { onEnd } from "./api.js";
import { start } from "./i18n.js";
import { Frame } from "./frame.js";
import { register } from "./router.js";
import { begin, ended } from "./session.js";
import { html, render } from "./ui/html.js";
import entering from "./screens/entering/routes.js";
import buying from "./screens/buying/routes.js";
import talking from "./screens/talking/routes.js";
import selling from "./screens/selling/routes.js";
import shipping from "./screens/shipping/routes.js";
import growing from "./screens/growing/routes.js";
import { comeBack } from "./screens/growing/social/weibo-return.js";
import operating from "./screens/operating/routes.js";
import trading from "./screens/trading/routes.js";

for (const part of [entering, buying, talking, selling, shipping, growing, trading, operating]) register(part);
onEnd(ended);
comeBack();

async function run() {
  const root = document.getElementById("app");
  await start();
  root.replaceChildren();
  render(html`<${Frame} />`, root);
  await begin();
}

run();
if ("serviceWorker" in navigator) navigator.serviceWorker.register("sw.js").catch(() => {});  // without it all works, but not offline
