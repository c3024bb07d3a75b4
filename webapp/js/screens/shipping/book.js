/** Booking a courier, with the price and from what it is paid. */
import { post } from "../../api.js";
import { day, money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { go } from "../../router.js";
import { Amount, Choice, Form, Text, useForm } from "../../ui/form.js";
import { html } from "../../ui/html.js";
import { Button, Pairs, Refusal } from "../../ui/parts.js";
import { serviceName } from "./words.js";

export function Book({ quote, order, origin, pieces, size, store }) {
  const { values, bind } = useForm({ paid_from: "wallet", insured: null, pin: "" });
  const lines = Object.entries(pieces).filter(([, count]) => count > 0).map(([line_id, count]) => ({ line_id, pieces: count }));
  const { grams, length_mm, width_mm, height_mm } = size;
  const wish = {
    grams, length_mm, width_mm, height_mm, service: quote.service, insured: values.insured ?? 0, paid_from: values.paid_from, pin: values.pin || null,
    orders: [{ order_id: order.id, lines }],
  };
  const deed = useDeed((key, body) => post("/shipping/parcels", body, { key }), {
    said: t("shipping:booked"), done: (parcel) => go(`/sell/${store}/orders/${order.id}/parcels/${parcel.id}`, { instead: true }),
  });
  const asksPin = ["pin_required", "wrong_pin", "pin_locked"].includes(deed.problem?.code);
  const price = values.insured ? t("shipping:book_insured") : t("shipping:book_for", { price: money(quote.price.total) });
  return html`<p><b>${serviceName(quote)}</b></p>
    <${Pairs} of=${[[t("shipping:from"), origin.region_name], [t("shipping:to"), order.destination.region_name], [t("shipping:arrives_by"), day(quote.arrives_by)], [t("shipping:price"), money(quote.price.total), { sum: true }]]} />
    <${Form} label=${t("shipping:book")} onSubmit=${() => deed.run(wish)}>
      <${Choice} label=${t("shipping:pay_from")} ...${bind("paid_from")} options=${[["wallet", t("shipping:pay_wallet")], ["pickup", t("shipping:pay_pickup")]]} />
      <${Amount} label=${t("shipping:insured")} hint=${t("shipping:insured_hint")} ...${bind("insured")} currency=${order.total.currency} problem=${deed.problem} />
      ${asksPin || values.pin ? html`<${Text} label=${t("shipping:pin")} ...${bind("pin")} type="password" inputmode="numeric" autocomplete="off" problem=${deed.problem} />` : null}
      <${Refusal} problem=${deed.problem?.of?.("insured") ? null : deed.problem} />
      <${Button} type="submit" wide busy=${deed.busy}>${price}<//>
    <//>`;
}
