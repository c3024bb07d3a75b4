/** A sheet that slides over the screen: the browser's own dialog keeps the focus in it and closes on Escape. */
import { t } from "../i18n.js";
import { mayLeave } from "../unsaved.js";
import { html, useEffect, useRef } from "./html.js";
import { IconButton } from "./parts.js";

/** Shown while it is in the tree; `onClose` takes it away, once what was written in it may be left. An `alert` wants an answer. */
export function Sheet({ title, onClose, alert = false, children }) {
  const dialog = useRef(null);
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown.showModal();
    return () => { shown.close(); before?.focus?.(); };
  }, []);
  const close = async () => { if (await mayLeave(dialog.current)) onClose(); };
  const outside = (event) => { if (event.target === dialog.current) close(); };
  return html`<dialog class="sheet" role=${alert ? "alertdialog" : undefined} ref=${dialog} aria-label=${title} onCancel=${(event) => { event.preventDefault(); close(); }} onClick=${outside}>
    <header><h2>${title}</h2><${IconButton} icon="x" label=${t("frame:close")} onClick=${close} /></header>
    ${children}
  </dialog>`;
}
