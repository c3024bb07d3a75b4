/** A sheet that slides over the screen: the browser's own dialog keeps the focus in it and closes on Escape. */
import { t } from "../i18n.js";
import { html, useEffect, useRef } from "./html.js";
import { IconButton } from "./parts.js";

/** Shown while it is in the tree; `onClose` takes it away. */
export function Sheet({ title, onClose, children }) {
  const dialog = useRef(null);
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown.showModal();
    return () => { shown.close(); before?.focus?.(); };
  }, []);
  const outside = (event) => { if (event.target === dialog.current) onClose(); };
  return html`<dialog class="sheet" ref=${dialog} aria-label=${title} onCancel=${(event) => { event.preventDefault(); onClose(); }} onClick=${outside}>
    <header><h2>${title}</h2><${IconButton} icon="x" label=${t("frame:close")} onClick=${onClose} /></header>
    ${children}
  </dialog>`;
}
