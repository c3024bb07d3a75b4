/** A ruling about money: so much to one side, the rest to the other, and why. It is seen once more before it is made. */
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { Amount, Form, Text, useForm } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, Pairs, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";

/** `whole` is what there is to divide; `send(key, {amount, text})` rules. */
export function RulingForm({ whole, label, rest, most, send, done }) {
  const { values, bind, set } = useForm({ amount: null, text: "" });
  const [sure, setSure] = useState(false);
  const deed = useDeed(send, { done, said: t("operating:ruled") });
  const parts = [[0, t("operating:nothing")], [Math.floor(whole.amount / 2), t("operating:half")], [whole.amount, t("operating:all")]];
  const ready = values.amount != null && values.amount <= whole.amount && values.text.trim();
  const divided = [[label, money({ ...whole, amount: values.amount ?? 0 })], [rest, money({ ...whole, amount: whole.amount - (values.amount ?? 0) })]];
  return html`<section class="card"><${Form} label=${t("operating:ruling")} onSubmit=${() => setSure(true)}>
      <h2>${t("operating:ruling")}</h2>
      <div class="choices">${parts.map(([amount, words]) => html`<button type="button" class="chip" key=${words} aria-pressed=${values.amount === amount ? "true" : "false"} onClick=${() => set("amount", amount)}>${words}</button>`)}</div>
      <${Amount} label=${label} currency=${whole.currency} ...${bind("amount")} problem=${deed.problem} />
      <${Text} label=${t("operating:why")} hint=${t("operating:why_hint")} lines=${3} maxlength=${most} ...${bind("text")} problem=${deed.problem} />
      <${Button} type="submit" wide icon="scale" disabled=${!ready}>${t("operating:decide")}<//><//>
    ${sure ? html`<${Sheet} title=${t("operating:decide")} onClose=${() => setSure(false)}><div class="stack"><${Pairs} of=${divided} /><p class="prose">${values.text}</p><p class="muted small">${t("operating:final")}</p>
      <${Refusal} problem=${deed.problem} /><${Button} wide busy=${deed.busy} onClick=${() => deed.run(values)}>${t("operating:rule")}<//></div><//>` : null}</section>`;
}
