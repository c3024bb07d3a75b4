/** A partner: her pictures, packages, free days, and what merchants said. */
import { get, post } from "../../api.js";
import { day, money } from "../../format.js";
import { t } from "../../i18n.js";
import { useLoaded, usePages } from "../../loading.js";
import { go, to } from "../../router.js";
import { at } from "../../place.js";
import { Select, Text } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Button, Note, Photo, Stars } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Loaded, Pages } from "../../ui/states.js";
import { Calendar, loadDays } from "./calendar.js";
import { named, RegionName } from "./known.js";
import { useOwnStores } from "./own-stores.js";
import { Facts } from "./partners.js";
import { PaySheet } from "./pay.js";
import { tradeName } from "./trades.js";

export default function PartnerScreen({ partner }) {
  const loaded = useLoaded(async () => {
    const [shown, days] = await Promise.all([get(`/partners/${partner}`), loadDays(partner, 1)]);
    await named(shown.region);
    return { shown, days };
  }, [partner]);
  return html`<${Screen} title=${loaded.data?.shown.name ?? t("trading:partner")} up="/partners">
    <${Loaded} from=${loaded} lines=${4}>${({ shown, days }) => html`<${Shown} of=${shown} days=${days} />`}<//><//>`;
}

function Shown({ of, days }) {
  const [hiring, hire] = useState(null);
  const reviews = usePages((cursor) => get(`/work-reviews/${of.id}`, { cursor }), [of.id]);
  const offered = of.packages.filter((one) => one.offered);
  return html`<section class="card"><div class="row top"><${Photo} name=${of.name} /><div class="grow"><h2>${of.name}</h2><p>${of.headline}</p>
      <p class="muted small">${of.trades.map(tradeName).join(" · ")}${of.region ? html` · <${RegionName} of=${of.region} />` : null}</p></div></div>
      <${Facts} of=${of} />${of.about ? html`<p class="prose">${of.about}</p>` : null}</section>
    ${of.portfolio.length ? html`<section class="stack" aria-labelledby="portfolio"><h2 id="portfolio">${t("trading:portfolio")}</h2><ul class="trade-gallery">${of.portfolio.map((one) => html`<li key=${one.id}><figure><img src=${at(one.path)} alt=${one.caption || t("trading:picture_of", { name: of.name })} width=${one.width} height=${one.height} loading="lazy" />${one.caption ? html`<figcaption class="small">${one.caption}</figcaption>` : null}</figure></li>`)}</ul></section>` : null}
    <section class="stack" aria-labelledby="packages"><h2 id="packages">${t("trading:packages")}</h2>
      ${offered.length ? html`<ul class="trade-cards">${offered.map((one) => html`<${Package} of=${one} key=${one.id} onHire=${() => hire(one)} />`)}</ul>` : html`<p class="muted">${t("trading:no_packages")}</p>`}
      <${Button} look="quiet" wide icon="file-text" href=${to("/briefs/new", { trade: of.trades[0] })}>${t("trading:write_brief_instead")}<//></section>
    <section class="stack" aria-labelledby="free"><h2 id="free">${t("trading:free_days")}</h2><div class="card"><${Calendar} days=${days} /></div></section>
    <section class="stack" aria-labelledby="said"><h2 id="said">${t("trading:what_merchants_say")}</h2>
      <${Pages} from=${reviews} look="stack" each=${(one) => html`<li class="card" key=${`${one.at}${one.title}`}><div class="row"><${Stars} of=${one.stars} /><span class="muted small grow end">${day(one.at)}</span></div><p class="prose">${one.text}</p><p class="muted small">${one.title}</p></li>`}
        empty=${html`<${Empty} icon="star" title=${t("trading:no_reviews")} />`} /></section>
    ${hiring ? html`<${Hire} partner=${of} work=${hiring} onClose=${() => hire(null)} />` : null}`;
}

export const Package = ({ of, onHire, children }) => html`<li class="card trade-package"><div class="row top"><h3 class="grow">${of.title}</h3><span class="price number">${money(of.price)}</span></div>
  ${of.description ? html`<p class="prose small">${of.description}</p>` : null}
  <p class="muted small"><${Icon} name="clock" /> ${t("trading:within_days", { count: of.days })} · ${t("trading:revisions", { count: of.revisions })}</p>
  ${onHire ? html`<${Button} wide onClick=${onHire}>${t("trading:hire")}<//>` : null}${children}</li>`;

/** Which store it is for, what one says with it; then it is paid into escrow. */
function Hire({ partner, work, onClose }) {
  const stores = useOwnStores();
  const [wish, setWish] = useState({ store_id: "", note: "" });
  const [sure, setSure] = useState(false);
  const store = wish.store_id || stores.data?.[0]?.id;
  if (sure) {
    return html`<${PaySheet} title=${t("trading:hire_named", { name: partner.name })} amount=${work.price} onClose=${onClose} confirm=${t("trading:pay_escrow", { amount: money(work.price) })}
      pay=${(key, told) => post(`/partners/${partner.id}/contracts`, { package_id: work.id, store_id: store, note: wish.note, ...told }, { key })} done=${(made) => go(`/contracts/${made.id}`)}>
      <p>${work.title}</p><${Note} icon="shield-check">${t("trading:escrow_text")}<//><//>`;
  }
  return html`<${Sheet} title=${t("trading:hire_named", { name: partner.name })} onClose=${onClose}><div class="stack trade-paying"><p><strong>${work.title}</strong></p>
    <${Loaded} from=${stores} lines=${2}>${(items) => (items.length ? html`<${Select} label=${t("trading:for_store")} name="store_id" value=${store} onChange=${(id) => setWish({ ...wish, store_id: id })} options=${items.map((one) => [one.id, one.name])} />
      <${Text} label=${t("trading:note")} hint=${t("trading:note_hint")} name="note" lines=${4} value=${wish.note} onChange=${(note) => setWish({ ...wish, note })} maxlength="1000" />
      <${Button} wide onClick=${() => setSure(true)}>${t("frame:go_on")}<//>`
      : html`<${Note} tone="warn">${t("trading:need_store")} <a href=${to("/sell/new")}>${t("trading:open_store")}</a><//>`)}<//></div><//>`;
}
