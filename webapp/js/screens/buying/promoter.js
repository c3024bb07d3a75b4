/** Whoever brings buyers to stores: her links, what they brought, and a new one. */
import { get, post } from "../../api.js";
import { day, money } from "../../format.js";
import { at } from "../../place.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded, usePages } from "../../loading.js";
import { Form, Text, useForm } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Badge, Button, Figure, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Pages } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";
import { Refused } from "./refused.js";

const TONES = { pending: "warn", paid: "good", void: "", taken_back: "bad" };

export default function Promoter() {
  const links = usePages((cursor) => get("/promoter/links", { cursor }));
  const earned = useLoaded(() => get("/promoter/earnings", { limit: 30 }));
  const commissions = usePages((cursor) => get("/promoter/commissions", { cursor, limit: 10 }));
  const [making, make] = useState(false);
  const add = html`<${Button} wide icon="plus" onClick=${() => make(true)}>${t("buying:new_link")}<//>`;
  return html`<${Screen} title=${t("buying:promoter")} up="/me" narrow>
    <p class="muted">${t("buying:promoter_text")}</p>
    <div class="two">${["pending", "paid"].map((kind) => html`<${Figure} key=${kind} name=${t(`buying:earned_${kind}`)} value=${earned.data ? money(sum(earned.data.items, kind)) : "–"} />`)}</div>
    <${Refusal} problem=${earned.problem} />
    <section class="stack" aria-labelledby="links"><h2 id="links">${t("buying:my_links")}</h2>
      <${Pages} from=${links} each=${(one) => html`<${LinkLine} link=${one} key=${one.id} />`} empty=${html`<${Empty} icon="share-2" title=${t("buying:no_links")} action=${add}>${t("buying:no_links_text")}<//>`} />
      ${links.items.length ? add : null}</section>
    ${links.data && commissions.items.length ? html`<section class="stack" aria-labelledby="commissions"><h2 id="commissions">${t("buying:commissions")}</h2><${Pages} from=${commissions} each=${(one) => html`<li class="item" key=${one.order_id}><span class="grow"><span class="number">${money(one.kept)}</span><span class="muted small">${day(one.placed_at)}</span></span><${Badge} tone=${TONES[one.state]}>${t(`buying:commission_${one.state}`)}<//></li>`} /></section>` : null}
    ${making ? html`<${NewLink} onClose=${() => make(false)} onDone=${() => { make(false); links.reload({ quiet: true }); }} />` : null}
  <//>`;
}

const sum = (days, kind) => ({ amount: days.reduce((all, one) => all + one[kind].amount, 0), currency: days[0]?.[kind].currency ?? "CNY" });

function LinkLine({ link }) {
  const address = at(`/r/${link.code}`);
  const copy = async () => { await navigator.clipboard?.writeText(address).catch(() => {}); toast(t("buying:link_copied")); };
  return html`<li class="item"><span class="grow"><span class="clip">${link.label || t(link.listing_id ? "buying:link_goods" : "buying:link_store")}</span><span class="muted small">${t("buying:visits", { count: link.visits })} · ${day(link.created_at)}</span></span>
    <${Button} look="quiet" slim icon="copy" onClick=${copy}>${t("buying:copy")}<//></li>`;
}

/** A link for goods or a store, by the address of its page in this client or of its public one. */
function NewLink({ onClose, onDone }) {
  const { values, bind } = useForm({ address: "", label: "" });
  const store = /sto_\w+/.exec(values.address)?.[0];
  const listing = /lst_\w+/.exec(values.address)?.[0];
  const deed = useDeed(async (key) => {
    const of = store ?? (await get(`/listings/${listing}`, null, { open: true })).store_id;
    return post("/promoter/links", { store_id: of, listing_id: listing ?? null, label: values.label }, { key });
  }, { said: t("buying:link_made"), done: onDone });
  const known = store || listing;
  return html`<${Sheet} title=${t("buying:new_link")} onClose=${onClose}><${Form} label=${t("buying:new_link")} onSubmit=${() => known && deed.run(values)}>
    <${Text} label=${t("buying:page_address")} hint=${t("buying:page_address_hint")} ...${bind("address")} fault=${values.address && !known ? t("buying:no_page_address") : ""} inputmode="url" />
    <${Text} label=${t("buying:link_label")} ...${bind("label")} problem=${deed.problem} maxlength="60" />
    <${Refused} problem=${deed.problem} /><${Button} type="submit" wide busy=${deed.busy} disabled=${!known}>${t("buying:make_link")}<//><//><//>`;
}
