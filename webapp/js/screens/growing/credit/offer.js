/** An offer: its contract is read here, then accepted. */
import { blob, get, post } from "../../../api.js";
import { money } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useDeed, useLoaded } from "../../../loading.js";
import { html, useState } from "../../../ui/html.js";
import { Button, Note, Pairs, Refusal } from "../../../ui/parts.js";
import { Sheet } from "../../../ui/sheet.js";
import { Loaded } from "../../../ui/states.js";
import { save } from "../../../saving.js";
import { Paper } from "./paper.js";

export function Offer({ of, onChange }) {
  const contract = useLoaded(() => get(`/loans/${of.id}/contract`), [of.id]);
  const [sure, ask] = useState(false);
  const print = useDeed(async () => save(await blob(`/loans/${of.id}/contract`, { form: "pdf" }), `${of.id}.pdf`), { said: t("growing:file_saved") });
  const over = new Date(of.offered_until) < new Date();
  return html`<div class="view"><section class="card" aria-labelledby="contract"><h2 id="contract">${t("credit:contract")}</h2>
      <${Loaded} from=${contract} lines=${3}>${(page) => html`<div class="paper" tabindex="0" role="region" aria-labelledby="contract"><${Paper} of=${page} /></div>`}<//>
      <${Button} look="plain" wide icon="file-text" busy=${print.busy} onClick=${() => print.run()}>${t("credit:as_pdf")}<//>
      <${Refusal} problem=${print.problem} /></section>
    ${over ? html`<${Note} tone="warn">${t("credit:offer_over")}<//>` : html`<div class="dock"><${Button} wide icon="check" disabled=${!contract.data} onClick=${() => ask(true)}>${t("credit:accept", { amount: money(of.amount) })}<//></div>`}
    ${sure ? html`<${Accept} of=${of} onClose=${() => ask(false)} onDone=${(next) => { ask(false); onChange(next); scrollTo({ top: 0 }); }} />` : null}</div>`;
}

function Accept({ of, onClose, onDone }) {
  const deed = useDeed((key) => post(`/loans/${of.id}/accept`, { contract: of.contract }, { key }), { done: onDone });
  return html`<${Sheet} title=${t("credit:accept_ask")} onClose=${onClose}>
    <${Pairs} of=${[[t("credit:you_get"), money(of.amount), { sum: true }], [t("credit:you_repay"), money({ ...of.amount, amount: of.amount.amount + of.total_cost.amount }), { sum: true }], [t("credit:cost"), money(of.total_cost)]]} />
    <p class="small muted">${t("credit:accept_text")}</p>
    <${Refusal} problem=${deed.problem} />
    <${Button} wide busy=${deed.busy} onClick=${() => deed.run()}>${t("credit:accept_now")}<//>
    <${Button} look="plain" wide onClick=${onClose}>${t("frame:cancel")}<//><//>`;
}
