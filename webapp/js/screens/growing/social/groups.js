/** Group buys: a lower price, if so many buy in time. */
import { get, post } from "../../../api.js";
import { API } from "../../../place.js";
import { money, moment, number } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useDeed, usePages } from "../../../loading.js";
import { Amount, Form, Select, Whole, useForm } from "../../../ui/form.js";
import { html, useState } from "../../../ui/html.js";
import { Badge, Button, Meter, Money, Refusal } from "../../../ui/parts.js";
import { Sheet } from "../../../ui/sheet.js";
import { Empty, Pages } from "../../../ui/states.js";
import { toast } from "../../../ui/toast.js";
import { share } from "../../../saving.js";

const TONES = { open: "accent", filled: "good", lapsed: "" };
const DAY = 86_400_000;
const LENGTHS = [1, 2, 3, 5, 7];

export function Groups({ store, goods }) {
  const groups = usePages((cursor) => get(`/stores/${store}/group-buys`, { cursor }), [store]);
  const [beginning, begin] = useState(false);
  const done = () => { begin(false); toast(t("social:group_begun")); groups.reload({ quiet: true }); };
  const button = html`<${Button} wide icon="users" onClick=${() => begin(true)}>${t("social:new_group")}<//>`;
  return html`<div class="view"><${Pages} look="stack" from=${groups} each=${(one) => html`<${Group} of=${one} key=${one.id} />`}
      empty=${html`<${Empty} icon="users" title=${t("social:no_groups")} action=${button}>${t("social:no_groups_text")}<//>`} />
    ${groups.items.length ? html`<div class="dock">${button}</div>` : null}
    ${beginning ? html`<${NewGroup} store=${store} goods=${(goods.data?.items ?? []).filter((one) => one.status === "active")} onClose=${() => begin(false)} onDone=${done} />` : null}</div>`;
}

function Group({ of }) {
  const address = `${API}/app#/group/${of.id}`;
  const send = useDeed(async () => {
    if (navigator.share) await share({ title: of.title, url: address });
    else { await navigator.clipboard.writeText(address); toast(t("social:copied")); }
  });
  return html`<li class="card"><div class="row top"><h3 class="grow">${of.title}</h3><${Badge} tone=${TONES[of.state]}>${t(`social:group_${of.state}`)}<//></div>
    <p class="row wrap"><${Money} of=${of.price} /><span class="small muted">${t(of.state === "open" ? "social:until" : "social:ended", { at: moment(of.ends_at) })}</span></p>
    <${Meter} part=${of.joined} whole=${of.size} label=${t("social:joined")} />
    <div class="row"><p class="grow small number">${t("social:joined_of", { joined: number(of.joined), size: number(of.size) })}</p>
      ${of.state === "open" ? html`<${Button} look="quiet" icon="share-2" busy=${send.busy} onClick=${() => send.run()}>${t("social:share")}<//>` : null}</div></li>`;
}

function NewGroup({ store, goods, onClose, onDone }) {
  const { values, bind, set } = useForm({ listing_id: "", variant_id: "", price: null, size: 5, days: "2" });
  const listing = goods.find((one) => one.id === values.listing_id);
  const variant = listing?.variants.find((one) => one.id === values.variant_id) ?? listing?.variants[0];
  const deed = useDeed((key, { days, ...wish }) => post(`/stores/${store}/group-buys`, { ...wish, ends_at: new Date(Date.now() + days * DAY - 60_000).toISOString() }, { key }), { done: onDone });
  const choose = (id) => {
    set("listing_id", id);
    set("variant_id", "");
    const price = goods.find((one) => one.id === id)?.variants[0]?.price.amount;
    set("price", price ? Math.max(1, Math.round(price * 0.8)) : null);
  };
  const wish = { listing_id: values.listing_id, variant_id: variant?.id, price: values.price, size: values.size, days: Number(values.days) };
  return html`<${Sheet} title=${t("social:new_group")} onClose=${onClose}>
    <${Form} label=${t("social:new_group")} onSubmit=${() => deed.run(wish)}>
      <${Select} label=${t("growing:goods")} ...${bind("listing_id")} onChange=${choose} problem=${deed.problem} options=${[["", t("frame:choose")], ...goods.map((one) => [one.id, one.title])]} />
      ${listing?.variants.length > 1 ? html`<${Select} label=${t("social:variant")} ...${bind("variant_id")} value=${variant.id} problem=${deed.problem} options=${listing.variants.map((one) => [one.id, `${one.title || one.sku} ${money(one.price)}`])} />` : null}
      <${Amount} label=${t("social:group_price")} hint=${variant ? t("social:usual_price", { amount: money(variant.price) }) : ""} ...${bind("price")} currency=${variant?.price.currency ?? "CNY"} problem=${deed.problem} />
      <div class="two"><${Whole} label=${t("social:size")} ...${bind("size")} problem=${deed.problem} />
        <${Select} label=${t("social:lasts")} ...${bind("days")} problem=${deed.problem} options=${LENGTHS.map((one) => [String(one), t("social:days", { count: one })])} /></div>
      <p class="small muted">${t("social:group_text")}</p>
      <${Refusal} problem=${deed.problem} />
      <${Button} type="submit" wide busy=${deed.busy} disabled=${!variant || !values.price || !(values.size >= 2)}>${t("social:begin_group")}<//>
    <//><//>`;
}
