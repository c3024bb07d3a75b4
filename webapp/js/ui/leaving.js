/** Asks whether to leave what isn't saved. Closing the question stays. */
import { t } from "../i18n.js";
import { useObserved } from "../state.js";
import { question } from "../unsaved.js";
import { html } from "./html.js";
import { Button } from "./parts.js";
import { Sheet } from "./sheet.js";

export function Leaving() {
  const asked = useObserved(question);
  if (!asked) return null;
  return html`<${Sheet} alert title=${t("unsaved")} onClose=${() => asked.answer(false)}><p>${t("unsaved_text")}</p>
    <${Button} wide autofocus onClick=${() => asked.answer(false)}>${t("keep_editing")}<//>
    <${Button} wide look="danger" onClick=${() => asked.answer(true)}>${t("leave_unsaved")}<//><//>`;
}
