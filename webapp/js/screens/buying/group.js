/** A group buy: the price for so many, how many have joined, how long there is, and joining. */
import { get, post } from "../../api.js";
import { ago, money, moment } from "../../format.js";
import { t } from "../../i18n.js";
import { useAgain, useLoaded } from "../../loading.js";
import { go, to } from "../../router.js";
import { html, useState } from "../../ui/html.js";
import { Badge, Button, Meter, Note } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";
import { AddressPicker } from "./address-picker.js";
import { Thumb } from "./card.js";
import { PaySheet } from "./pay.js";

const EVERY = 5_000;

export default function Group({ group: id, me }) {
  const found = useLoaded(() => load(id), [id]);
  const [joining, join] = useState(false);
  const [address, pick] = useState(null);
  useAgain(found.data?.group.state === "open", () => found.reload({ quiet: true }), EVERY);
  const joined = (told) => { toast(t("buying:group_joined")); go(`/orders/${told.order_id}`, { instead: true }); };
  return html`<${Screen} title=${t("buying:group_buy")} up="/" narrow><${Loaded} from=${found}>${({ group, goods }) => {
    const usual = goods?.variants.find((one) => one.id === group.variant_id)?.price;
    const open = group.state === "open";
    return html`<a class="card row tap" href=${to(`/goods/${group.listing_id}`)}><${Thumb} path=${goods?.cover?.path} /><span class="grow"><b>${group.title}</b><span class="row wrap"><span class="price lead number">${money(group.price)}</span>${usual ? html`<s class="usual number"><span class="unseen">${t("buying:usual_price")}</span>${money(usual)}</s>` : null}</span></span></a>
      <section class="card" aria-live="polite"><div class="row"><h2 class="grow">${t("buying:group_count", { joined: group.joined, size: group.size })}</h2><${Badge} tone=${open ? "accent" : group.state === "filled" ? "good" : ""}>${t(`buying:group_${group.state}`)}<//></div>
        <${Meter} part=${group.joined} whole=${group.size} label=${t("buying:group_count", { joined: group.joined, size: group.size })} /><p class="muted small">${open ? t("buying:group_ends", { soon: ago(group.ends_at), when: moment(group.ends_at) }) : t(`buying:group_text_${group.state}`)}</p></section>
      ${open ? html`<${Note}>${t("buying:group_text")}<//>` : null}
      ${open && me ? html`<${AddressPicker} me=${me} chosen=${address} onPick=${pick} />` : null}
      ${open ? html`<div class="dock"><${Button} wide disabled=${me !== null && !address} onClick=${() => (me ? join(true) : go("/sign-in"))}>${t("buying:join_for", { amount: money(group.price) })}<//></div>` : null}
      ${joining ? html`<${PaySheet} walletOnly total=${group.price} onClose=${() => join(false)} onDone=${joined} pay=${({ key, pin }) => post(`/group-buys/${id}/members`, { address_id: address.id, pin: pin || null }, { key })} />` : null}`;
  }}<//><//>`;
}

async function load(id) {
  const group = await get(`/group-buys/${id}`, null, { open: true });
  return { group, goods: await get(`/listings/${group.listing_id}`, null, { open: true }).catch(() => null) };
}
