/** Asking for money back: what for, how much, and what shows it. */
import { get, post } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { go } from "../../router.js";
import { Amount, Choice, Form, Select, Text, useForm } from "../../ui/form.js";
import { html } from "../../ui/html.js";
import { Button, Note } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";
import { PhotoField } from "./photo-field.js";
import { Refused } from "./refused.js";

const REASONS = ["not_received", "damaged", "not_as_described", "wrong_item", "changed_mind", "other"];

export default function Refund({ order: id }) {
  const order = useLoaded(() => get(`/orders/${id}`), [id]);
  return html`<${Screen} title=${t("buying:ask_refund")} up=${`/orders/${id}`} narrow><${Loaded} from=${order}>${(found) => html`<${Wish} order=${found} />`}<//><//>`;
}

function Wish({ order }) {
  const most = order.paid.amount - order.refunded.amount;
  const { values, bind } = useForm({ kind: "refund_only", reason: "", amount: most, text: "", photo_ids: [] });
  const deed = useDeed((key, wish) => post(`/orders/${order.id}/refunds`, wish, { key }), { said: t("buying:refund_asked"), done: () => go(`/orders/${order.id}`, { instead: true }) });
  const amount = values.amount == null ? "" : money({ amount: values.amount, currency: order.total.currency });
  if (order.state !== "shipped" || order.open_refund) return html`<${Note} tone="warn">${t(order.open_refund ? "buying:no_refund_open" : "buying:no_refund_now")}<//>`;
  return html`<${Form} label=${t("buying:ask_refund")} onSubmit=${() => deed.run(values)}>
    <p class="muted">${t("buying:refund_text", { store: order.store_name })}</p>
    <${Choice} label=${t("buying:refund_kind")} ...${bind("kind")} options=${["refund_only", "return"].map((one) => [one, t(`buying:kind_${one}`)])} />
    <${Select} label=${t("buying:refund_reason")} ...${bind("reason")} problem=${deed.problem} options=${[["", t("choose")], ...REASONS.map((one) => [one, t(`buying:reason_${one}`)])]} required />
    <${Amount} label=${t("buying:refund_amount")} hint=${t("buying:refund_most", { amount: money({ amount: most, currency: order.total.currency }) })} ...${bind("amount")} currency=${order.total.currency} problem=${deed.problem} fault=${values.amount > most ? t("buying:no_refund_too_large") : ""} />
    <${Text} label=${t("buying:what_happened")} lines="4" ...${bind("text")} problem=${deed.problem} maxlength="1000" />
    <${PhotoField} label=${t("buying:photos")} purpose="evidence" value=${values.photo_ids} onChange=${bind("photo_ids").onChange} problem=${deed.problem?.of("photo_ids")} />
    <${Refused} problem=${deed.problem} />
    <${Button} type="submit" wide busy=${deed.busy} disabled=${!values.reason || !values.amount || values.amount > most}>${t("buying:ask_for", { amount })}<//>
  <//>`;
}
