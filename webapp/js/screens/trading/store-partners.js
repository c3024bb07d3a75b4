/** A merchant's door to partners: whom her store is open to, and all her work with them. */
import { get, post, remove } from "../../api.js";
import { day, listed } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { to } from "../../router.js";
import { Check, Form, Select } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Button, Item, Note, Photo, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Loaded } from "../../ui/states.js";
import { AskSheet } from "./ask-sheet.js";

const ACCESS = ["listings", "orders", "chat", "design", "ads", "reports"];
const OPENS = { "goods:edit": "listings", "orders:read": "orders", chat: "chat", "store:design": "design", "ads:edit": "ads", "links:read": "reports" };
const DAYS = [7, 30, 90, 365];
const icon = (name) => html`<${Icon} name=${name} />`;

/** What is open, in the words in which it was opened. */
const opened = (scopes) => listed(scopes.map((one) => OPENS[one]).filter(Boolean).map((one) => t(`trading:access_${one}`)));

export default function StorePartners({ store }) {
  const grants = useLoaded(() => get(`/stores/${store}/grants`), [store]);
  const [opening, open] = useState(false);
  const [closing, close] = useState(null);
  const again = () => grants.reload({ quiet: true });
  const add = html`<${Button} wide look="quiet" icon="plus" onClick=${() => open(true)}>${t("trading:open_to")}<//>`;
  return html`<${Screen} title=${t("trading:store_partners")} up=${`/sell/${store}`} narrow>
    <ul class="list"><${Item} href=${to("/partners")} before=${icon("search")} title=${t("trading:find_partner")} under=${t("trading:find_partner_text")} />
      <${Item} href=${to("/contracts", { role: "merchant" })} before=${icon("handshake")} title=${t("trading:contracts")} />
      <${Item} href=${to("/briefs")} before=${icon("file-text")} title=${t("trading:briefs")} />
      <${Item} href=${to(`/sell/${store}/partners/deeds`)} before=${icon("eye")} title=${t("trading:deeds")} under=${t("trading:deeds_text")} /></ul>
    <h2>${t("trading:access")}</h2>
    <${Loaded} from=${grants} lines=${2}>${({ items }) => (items.length ? html`<ul class="stack">${items.map((one) => html`<li class="card" key=${one.partner_id}><div class="row top"><${Photo} name=${one.name} size="tiny" /><div class="grow"><a href=${to(`/partners/${one.partner_id}`)}><strong>${one.name}</strong></a>
        <p>${opened(one.scopes)}</p><p class="muted small">${one.until ? t("trading:open_until", { when: day(one.until) }) : t("trading:open_since", { when: day(one.since) })}</p></div></div>
        <${Button} look="danger" slim onClick=${() => close(one)}>${t("trading:close_to")}<//></li>`)}</ul>${add}`
      : html`<${Empty} icon="lock" title=${t("trading:closed")} action=${add}>${t("trading:closed_text")}<//>`)}<//>
    ${opening ? html`<${Sheet} title=${t("trading:open_to")} onClose=${() => open(false)}><${Open} store=${store} done=${() => { open(false); again(); }} /><//>` : null}
    ${closing ? html`<${AskSheet} title=${t("trading:close_to")} look="danger" onClose=${() => close(null)} done=${again} deed=${() => remove(`/stores/${store}/grants/${closing.partner_id}`)}><p>${t("trading:close_to_text", { name: closing.name })}</p><//>` : null}
  <//>`;
}

/** Whom one has a contract with can be let in. */
function Open({ store, done }) {
  const contracts = useLoaded(async () => {
    const { items } = await get("/contracts", { role: "merchant", limit: 100 });
    return [...new Map(items.filter((one) => one.store_id === store).map((one) => [one.partner_id, one.partner_name]))];
  }, [store]);
  return html`<${Loaded} from=${contracts} lines=${2}>${(partners) => (partners.length ? html`<${Grant} partners=${partners} store=${store} done=${done} />`
    : html`<${Note}>${t("trading:no_one_hired")} <a href=${to("/partners")}>${t("trading:find_partner")}</a><//>`)}<//>`;
}

function Grant({ partners, store, done }) {
  const [wish, setWish] = useState({ partner_id: partners[0][0], access: [], days: "30" });
  const until = () => new Date(Date.now() + Number(wish.days) * 86_400_000).toISOString();
  const deed = useDeed((key) => post(`/stores/${store}/grants`, { partner_id: wish.partner_id, access: wish.access, until: until() }, { key }), { done, said: t("trading:opened") });
  const toggle = (one) => (on) => setWish((was) => ({ ...was, access: on ? [...was.access, one] : was.access.filter((other) => other !== one) }));
  return html`<${Form} label=${t("trading:open_to")} onSubmit=${() => deed.run(wish)}>
    <${Select} label=${t("trading:partner")} name="partner_id" value=${wish.partner_id} onChange=${(id) => setWish({ ...wish, partner_id: id })} options=${partners} problem=${deed.problem} />
    <fieldset><legend class="legend">${t("trading:may")}</legend>${ACCESS.map((one) => html`<${Check} key=${one} label=${t(`trading:access_${one}`)} hint=${t(`trading:access_${one}_text`)} name=${one} value=${wish.access.includes(one)} onChange=${toggle(one)} />`)}</fieldset>
    <${Select} label=${t("trading:for_how_long")} name="days" value=${wish.days} onChange=${(days) => setWish({ ...wish, days })} options=${DAYS.map((count) => [String(count), t("trading:days", { count })])} problem=${deed.problem} />
    <p class="muted small">${t("trading:never_open")}</p><${Refusal} problem=${deed.problem} />
    <${Button} type="submit" wide busy=${deed.busy} disabled=${!wish.access.length}>${t("trading:open_to")}<//><//>`;
}
