/** A screen: its bar with title, way back and actions, and what is on it. Its title gets the focus when one comes. */
import { t } from "../i18n.js";
import { back } from "../router.js";
import { html, useEffect, useRef } from "./html.js";
import { IconButton } from "./parts.js";

/**
 * `up` is where the way back leads when nobody came from elsewhere; without it there is none. `actions` stand at the
 * bar's end, `narrow` holds the lines short, as forms want it.
 */
export function Screen({ title, up, actions, narrow = false, children }) {
  const heading = useRef(null);
  useEffect(() => {
    if (!title) return;
    document.title = `${title} · ${t("frame:name")}`;
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [title]);
  useEffect(() => { scrollTo(0, 0); }, []);
  return html`<header class=${`bar${narrow ? " narrow" : ""}`}>
      ${up ? html`<${IconButton} icon="chevron-left" label=${t("frame:back")} onClick=${() => back(up)} />` : null}
      <h1 tabindex="-1" ref=${heading} class="clip">${title}</h1>
      ${actions ? html`<div class="actions">${actions}</div>` : null}
    </header>
    <main id="main" class=${`screen${narrow ? " narrow" : ""}`}>${children}</main>`;
}
