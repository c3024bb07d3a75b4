/** Goods that are sold wholesale: terms, what a quantity costs, samples, asking for a better price, ordering. */
import { get, post } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { referral } from "../../referral.js";
import { go, to } from "../../router.js";
import { Choice, Stepper } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, Money, Pairs, Photo } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";
import { Ladder, stepFor } from "./ladder.js";
import { PaySheet } from "./pay.js";
import { loadSupplier, SupplierCard } from "./supplier-card.js";

export default function WholesaleGoods({ store, listing }) {
  const base = `/sell/${store}/sourcing`;
  const loaded = useLoaded(async () => {
    const [goods, terms] = await Promise.all([get(`/listings/${listing}`), get(`/listings/${listing}/wholesale`)]);
    await loadSupplier(terms.store_id).catch(() => {});
    return { goods, terms };
  }, [listing]);
  return html`<${Screen} title=${loaded.data?.goods.title ?? t("trading:wholesale_goods")} up=${base}>
    <${Loaded} from=${loaded} lines=${4}>${(told) => html`<${Goods} ...${told} base=${base} />`}<//><//>`;
}

function Goods({ goods, terms, base }) {
  const [kind, setKind] = useState(terms.variants[0].id);
  const [quantity, setQuantity] = useState(firstOf(terms));
  const [paying, setPaying] = useState(null);
  const variant = terms.variants.find((one) => one.id === kind);
  const step = stepFor(variant.prices, quantity);
  const total = { ...step.price, amount: step.price.amount * quantity };
  return html`<div class="trade-beside"><${Photo} of=${goods.photos[0] ?? goods.cover} size="big" alt=${goods.title} />
    <div class="stack">
      <${Pairs} of=${[[t("trading:least_order"), t("trading:pieces", { count: terms.least_quantity })], terms.case_pack > 1 && [t("trading:case"), t("trading:case_of", { count: terms.case_pack })],
        [t("trading:lead"), t("trading:days", { count: terms.lead_days })], [t("trading:origin"), terms.origin], [t("trading:there"), t("trading:pieces", { count: variant.stock })]]} />
      ${terms.variants.length > 1 ? html`<${Choice} label=${t("trading:kind")} name="kind" value=${kind} onChange=${setKind} options=${terms.variants.map((one) => [one.id, one.title || t("trading:standard")])} />` : null}
      <h2>${t("trading:ladder")}</h2>
      <${Ladder} prices=${variant.prices} quantity=${quantity} onChoose=${(from) => setQuantity(cased(from, terms))} />
      <${Quantity} value=${quantity} onChange=${setQuantity} terms=${terms} most=${variant.stock} />
      <${SupplierCard} store=${terms.store_id} base=${base} />
      ${goods.description ? html`<section class="card"><h2>${t("trading:about_goods")}</h2><p class="prose">${goods.description}</p></section>` : null}
      <div class="row wrap">
        ${terms.sample ? html`<${Button} look="quiet" icon="scan-line" onClick=${() => setPaying("sample")}>${t("trading:sample_for", { price: money(terms.sample.price) })}<//>` : null}
        <${Button} look="quiet" icon="file-text" href=${to(`${base}/requests/new`, { listing: goods.id, quantity })}>${t("trading:ask_price")}<//>
        <${Button} look="plain" icon="message-circle" href=${to(`/ask/${goods.id}`)}>${t("trading:chat")}<//>
      </div></div></div>
    <div class="dock"><div class="grow" aria-live="polite"><${Money} of=${total} /><div class="muted small">${t("trading:pieces_at", { count: quantity, price: money(step.price) })}</div></div>
      <${Button} icon="shopping-cart" disabled=${quantity > variant.stock} onClick=${() => setPaying("goods")}>${t("trading:order_now")}<//></div>
    ${paying === "goods" ? html`<${PaySheet} title=${t("trading:order_now")} amount=${total} address onClose=${() => setPaying(null)}
      pay=${(key, wish) => post("/checkouts", { ...wish, referral: referral(), expected_total: total.amount, items: [{ listing_id: goods.id, variant_id: kind, quantity, price: step.price.amount }] }, { key })}
      done=${(bought) => go(`${base}/orders/${bought.orders[0].id}`)}><p>${goods.title}</p><p class="muted">${t("trading:pieces_at", { count: quantity, price: money(step.price) })}</p><//>` : null}
    ${paying === "sample" ? html`<${SampleSheet} goods=${goods} terms=${terms} kind=${kind} base=${base} onClose=${() => setPaying(null)} />` : null}`;
}

/** A sample is kept first, then ordered. The key of each follows from the deed, so pressing again takes no second one. */
function SampleSheet({ goods, terms, kind, base, onClose }) {
  const order = async (key, wish) => {
    const kept = await post(`/listings/${goods.id}/samples`, { variant_id: kind }, { key });
    return post("/checkouts", { ...wish, offer_id: kept.id }, { key: `${key}-order` });
  };
  return html`<${PaySheet} title=${t("trading:sample")} amount=${terms.sample.price} address onClose=${onClose} pay=${order}
    done=${(bought) => go(`${base}/orders/${bought.orders[0].id}`)}><p>${t("trading:sample_text", { count: terms.sample.most_per_buyer })}</p><//>`;
}

function Quantity({ value, onChange, terms, most }) {
  const step = terms.case_pack;
  const cases = Math.round(value / step);
  const least = Math.ceil(terms.least_quantity / step);
  return html`<div class="row"><span class="grow">${step > 1 ? t("trading:cases") : t("trading:quantity")}</span>
    <${Stepper} label=${step > 1 ? t("trading:cases") : t("trading:quantity")} value=${cases} least=${least} most=${Math.max(least, Math.floor(most / step))} onChange=${(next) => onChange(next * step)} /></div>`;
}

const cased = (pieces, terms) => Math.ceil(pieces / terms.case_pack) * terms.case_pack;
const firstOf = (terms) => cased(terms.least_quantity, terms);
