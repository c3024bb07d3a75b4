/** Making an offer for goods, or answering one with another. */
import { post } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { Amount, Form, Select, Stepper, Text, useForm } from "../../ui/form.js";
import { html } from "../../ui/html.js";
import { Button, Money, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty } from "../../ui/states.js";
import { useGoods } from "./goods.js";
import { Terms } from "./offer-card.js";

const MOST = 9_999;

/** An offer for one variant of goods. */
export function NewOffer({ room, listing: id, offers, onClose }) {
  const listing = useGoods(id);
  if (listing === undefined) return null;
  return html`<${Sheet} title=${t("talking:make_offer")} onClose=${onClose}>${listing ? html`
    <${Wish} listing=${listing} room=${room} offers=${offers} onClose=${onClose} />` : html`<${Empty} icon="tags" title=${t("talking:not_on_sale")} />`}<//>`;
}

function Wish({ listing, room, offers, onClose }) {
  const least = listing.lot.least_quantity;
  const form = useForm({ variant_id: listing.variants[0].id, price: null, quantity: least, text: "" });
  const { values, bind } = form;
  const variant = listing.variants.find((one) => one.id === values.variant_id);
  const deed = useDeed((key, wish) => post(`/conversations/${room.talk.id}/offers`, wish, { key }), {
    done: (offer) => { offers.set(offer); room.refresh(); onClose(); },
  });
  return html`<${Form} label=${t("talking:make_offer")} onSubmit=${() => deed.run({ ...values, listing_id: listing.id })}>
    <p class="row"><b class="grow">${listing.title}</b><${Money} of=${variant.price} /></p>
    ${listing.variants.length > 1 ? html`<${Select} label=${t("talking:variant")} ...${bind("variant_id")} options=${listing.variants.map((one) => [one.id, `${one.title} ${money(one.price)}`])} />` : null}
    <${Priced} form=${form} currency=${variant.price.currency} least=${least} most=${Math.max(least, Math.min(MOST, variant.stock))} deed=${deed} />
  <//>`;
}

/** Another price for what was offered. */
export function CounterOffer({ room, offer, offers, onClose }) {
  const form = useForm({ price: offer.price.amount, quantity: offer.quantity, text: "" });
  const deed = useDeed((key, wish) => post(`/conversations/${room.talk.id}/offers/${offer.id}/counter`, wish, { key }), {
    done: (made) => { offers.set({ ...offer, state: "countered" }); offers.set(made); room.refresh(); onClose(); },
  });
  return html`<${Sheet} title=${t("talking:counter")} onClose=${onClose}>
    <${Terms} offer=${offer} />
    <${Form} label=${t("talking:counter")} onSubmit=${() => deed.run(form.values)}>
      <${Priced} form=${form} currency=${offer.price.currency} least=${1} most=${MOST} deed=${deed} />
    <//><//>`;
}

function Priced({ form, currency, least, most, deed }) {
  const { values, bind, set } = form;
  const total = values.price && { amount: values.price * values.quantity, currency };
  return html`<${Amount} label=${t("talking:your_price")} ...${bind("price")} currency=${currency} problem=${deed.problem} required />
    <div class="row"><span class="grow">${t("talking:quantity")}</span><${Stepper} label=${t("talking:quantity")} value=${values.quantity} least=${least} most=${most} onChange=${(count) => set("quantity", count)} /></div>
    <${Text} label=${t("talking:with_words")} ...${bind("text")} problem=${deed.problem} maxlength="2000" />
    <p class="small muted">${t("talking:offer_lasts")}</p>
    <${Refusal} problem=${deed.problem?.of?.("price") || deed.problem?.of?.("text") ? null : deed.problem} />
    <${Button} type="submit" wide busy=${deed.busy} disabled=${!total}>${total ? t("talking:offer_for", { price: money(total) }) : t("talking:make_offer")}<//>`;
}
