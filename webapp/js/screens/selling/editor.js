/** The store's editor: how it looks and what it says, with the page as it will be beside it. */
import { get, patch, post } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { at } from "../../place.js";
import { refreshWorkplaces } from "../../session.js";
import { Text, useForm } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Badge, Button, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Loaded } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";
import { useUnsaved } from "../../unsaved.js";
import { ColourField } from "./colour-field.js";
import { PhotoField } from "./photo-field.js";
import { Pinned } from "./pinned.js";
import { Preview } from "./preview.js";
import { Sections } from "./sections.js";
import { useStanding } from "./standing.js";

export default function Editor({ store }) {
  const shop = useLoaded(() => get(`/my/stores/${store}`), [store]);
  const goods = useLoaded(() => get(`/my/stores/${store}/listings`, { limit: 50 }).catch(() => ({ items: [] })), [store]);
  return html`<${Screen} title=${t("selling:editor")} up=${`/sell/${store}`}>
    <${Loaded} from=${shop} lines=${5}>${(one) => html`<${Desk} of=${one} goods=${goods.data?.items ?? []} onSaved=${shop.set} />`}<//>
  <//>`;
}

const held = (of) => ({
  name: of.name, accent: of.theme.accent, logo: of.logo, banner: of.banner, announcement: of.announcement, about: of.about,
  sections: of.sections, pinned: of.pinned,
});

/** What is to be sent: only what is another than it was. */
function changes(before, now) {
  const same = (name) => JSON.stringify(before[name]) === JSON.stringify(now[name]);
  const wish = {};
  for (const name of ["name", "announcement", "about", "sections", "pinned"]) if (!same(name)) wish[name] = now[name];
  if (!same("accent")) wish.theme = { accent: now.accent };
  for (const name of ["logo", "banner"]) if (before[name]?.id !== now[name]?.id) wish[name] = now[name]?.id ?? null;
  return wish;
}

function Desk({ of, goods, onSaved }) {
  const { may } = useStanding(of.id);
  const form = useForm(held(of));
  const [looking, look] = useState(false);
  const wish = changes(held(of), form.values);
  const dirty = Object.keys(wish).length > 0;
  useUnsaved(null, { changed: () => dirty });
  const keep = useDeed((_, change) => patch(`/stores/${of.id}`, change), {
    said: t("frame:saved"),
    done: (store) => { onSaved(store); form.setValues(held(store)); if (wish.name) refreshWorkplaces().catch(() => {}); },
  });
  const byId = new Map(goods.map((one) => [one.id, one]));
  const onSale = goods.filter((one) => ["active", "sold_out"].includes(one.status));
  const pinned = form.values.pinned.map((id) => byId.get(id)).filter((one) => one && onSale.includes(one));
  return html`<div class="tabbed" role="group" aria-label=${t("selling:editor")}>
      <button type="button" class="chip" aria-pressed=${looking ? "false" : "true"} onClick=${() => look(false)}>${t("frame:edit")}</button>
      <button type="button" class="chip" aria-pressed=${looking ? "true" : "false"} onClick=${() => look(true)}>${t("selling:preview")}</button></div>
    <div class=${`editor${looking ? " looking" : ""}`}>
      <div class="editing"><${Fields} form=${form} problem=${keep.problem} may=${may} goods=${goods} store=${of.id} /></div>
      <aside class="preview-side" aria-label=${t("selling:preview")}><${Preview} look=${form.values} goods=${onSale} pinned=${pinned} /></aside>
    </div>
    <${Refusal} problem=${keep.problem} />
    <div class="dock"><${Opening} of=${of} may=${may} dirty=${dirty} onChanged=${onSaved} />
      <div class="grow"><${Button} wide busy=${keep.busy} disabled=${!dirty} onClick=${() => keep.run(wish)}>${t("frame:save")}<//></div></div>`;
}

function Fields({ form, problem, may, goods, store }) {
  const { values, bind, set } = form;
  return html`
    <section class="card" aria-labelledby="looks"><h2 id="looks">${t("selling:looks")}</h2>
      <${ColourField} value=${values.accent} onChange=${(accent) => set("accent", accent)} />
      <${PhotoField} label=${t("selling:logo")} hint=${t("selling:logo_hint")} purpose="logo" value=${values.logo} onChange=${(photo) => set("logo", photo)} />
      <${PhotoField} label=${t("selling:banner")} hint=${t("selling:banner_hint")} purpose="banner" value=${values.banner} onChange=${(photo) => set("banner", photo)} /></section>
    <section class="card" aria-labelledby="says"><h2 id="says">${t("selling:says")}</h2>
      ${may("store:edit") ? html`<${Text} label=${t("selling:name")} ...${bind("name")} problem=${problem} maxlength="60" required />` : null}
      <${Text} label=${t("selling:announcement")} hint=${t("selling:announcement_hint")} ...${bind("announcement")} problem=${problem} lines=${3} maxlength="500" />
      <${Text} label=${t("selling:about")} ...${bind("about")} problem=${problem} lines=${4} maxlength="5000" /></section>
    <section class="stack" aria-labelledby="order"><h2 id="order">${t("selling:sections")}</h2>
      <${Sections} value=${values.sections} onChange=${(sections) => set("sections", sections)} /></section>
    ${may("goods:read") ? html`<section class="stack" aria-labelledby="pins"><h2 id="pins">${t("selling:pinned")}</h2>
      <${Pinned} store=${store} goods=${goods} value=${values.pinned} onChange=${(pinned) => set("pinned", pinned)} /></section>` : null}`;
}

/** Opens the store to all, or lets it take a break. */
function Opening({ of, may, dirty, onChanged }) {
  const [asked, ask] = useState(null);
  const open = of.state === "published";
  const deed = useDeed((key) => post(`/stores/${of.id}/${open ? "pause" : "publish"}`, undefined, { key }), {
    done: (store) => { onChanged(store); ask(store.state === "published" ? "opened" : null); if (store.state !== "published") toast(t("selling:is_paused")); },
  });
  const pressed = () => (open ? ask("pause") : deed.run());
  if (!may("store:edit")) return html`<${Badge}>${t(`selling:state_${of.state}`)}<//>`;
  return html`<${Button} look=${open ? "plain" : "quiet"} icon=${open ? "pause" : "play"} busy=${deed.busy} disabled=${dirty && !open} onClick=${pressed}>${t(open ? "selling:pause" : "selling:publish")}<//>
    ${deed.problem && asked !== "pause" ? html`<${Sheet} title=${t("selling:publish")} onClose=${deed.clear}><${Refusal} problem=${deed.problem} /><//>` : null}
    ${asked === "pause" ? html`<${Sheet} title=${t("selling:pause")} onClose=${() => ask(null)}><p>${t("selling:pause_text")}</p><${Refusal} problem=${deed.problem} />
      <${Button} wide busy=${deed.busy} onClick=${() => deed.run()}>${t("selling:pause_now")}<//><//>` : null}
    ${asked === "opened" ? html`<${Sheet} title=${t("selling:opened")} onClose=${() => ask(null)}><p>${t("selling:opened_text")}</p>
      <p class="shop-address">${at(of.path)}</p>
      <${Button} wide icon="share-2" href=${`#/sell/${of.id}/share`}>${t("selling:share")}<//>
      <${Button} wide look="plain" icon="external-link" href=${at(of.path)} target="_blank" rel="noopener">${t("selling:visit")}<//><//>` : null}`;
}
