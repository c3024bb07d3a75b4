/** A dispute with all its evidence, and the ruling: what goes to the buyer; the rest is the merchant's. */
import { get, post } from "../../api.js";
import { ago, money } from "../../format.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { go } from "../../router.js";
import { html } from "../../ui/html.js";
import { Badge, Note, Pairs } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";
import { only } from "./only.js";
import { RulingForm } from "./ruling-form.js";

export default only(({ order, refund }) => {
  const path = `/hearings/${order}/${refund}`;
  const loaded = useLoaded(() => get(path), [path]);
  return html`<${Screen} title=${t("operating:hearing")} up="/operating/hearings" narrow>
    <${Loaded} from=${loaded}>${(shown) => html`<section class="card"><div class="row top"><h2 class="grow">${t(`operating:reason_${shown.reason}`)}</h2><${Badge}>${t(`operating:kind_${shown.kind}`)}<//></div>
        <${Pairs} of=${[[t("operating:asked_back"), money(shown.amount), { sum: true }], shown.deadline && [t("operating:evidence_until"), ago(shown.deadline)]]} />
        ${shown.answer ? html`<${Note} icon="store">${shown.answer}<//>` : null}</section>
      <h2>${t("operating:evidence")}</h2>
      <ol class="stack">${shown.evidence.map((one, at) => html`<${Evidence} of=${one} key=${at} />`)}</ol>
      ${shown.state === "disputed" ? html`<${RulingForm} whole=${shown.amount} label=${t("operating:to_buyer")} rest=${t("operating:rest_merchant")} most=${500}
        send=${(key, { amount, text }) => post(`${path}/ruling`, { amount, text }, { key })} done=${() => go("/operating/hearings", { instead: true })} />` : html`<${Note} tone="good">${t("operating:decided")}<//>`}`}<//><//>`;
});

const Evidence = ({ of }) => html`<li class="card"><div class="row"><strong class="grow">${t(`operating:party_${of.by}`)}</strong><span class="muted small">${ago(of.at)}</span></div>
  ${of.text ? html`<p class="prose">${of.text}</p>` : null}
  ${of.photos.length ? html`<ul class="trade-gallery trade-small-gallery">${of.photos.map((one, at) => html`<li key=${at}><a href=${one} target="_blank" rel="noreferrer"><img src=${one} alt=${t("operating:picture", { number: at + 1 })} loading="lazy" /></a></li>`)}</ul>` : null}</li>`;
