/** A sheet that asks once more before something is done, with a few words if they are wanted. */
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { Form, Text } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";

/** `deed(key, text)` does it; `words` is the label of what one may say with it. */
export function AskSheet({ title, children, words, deed: act, done, onClose, confirm, look = "" }) {
  const [text, setText] = useState("");
  const deed = useDeed((key, said) => act(key, said), { done: async (result) => { await done?.(result); onClose(); } });
  return html`<${Sheet} title=${title} onClose=${onClose}>
    <${Form} label=${title} onSubmit=${() => deed.run(text)}>
      ${children}
      ${words ? html`<${Text} label=${words} name="text" lines=${3} value=${text} onChange=${setText} problem=${deed.problem} />` : null}
      <${Refusal} problem=${deed.problem} />
      <${Button} type="submit" wide look=${look} busy=${deed.busy}>${confirm ?? title}<//>
      <${Button} look="plain" wide onClick=${onClose}>${t("frame:cancel")}<//>
    <//><//>`;
}
