/** Pictures on the home page or in a category, paid by the thousand impressions. */
import { get, post } from "../../../api.js";
import { money, number, percent } from "../../../format.js";
import { language, t } from "../../../i18n.js";
import { useDeed, useLoaded } from "../../../loading.js";
import { Amount, Check, Choice, Form, Select, Text, Whole, useForm } from "../../../ui/form.js";
import { html, useState } from "../../../ui/html.js";
import { Badge, Button, Photo, Refusal } from "../../../ui/parts.js";
import { Sheet } from "../../../ui/sheet.js";
import { Empty, Loaded } from "../../../ui/states.js";
import { toast } from "../../../ui/toast.js";
import { Chart, dayTime } from "../../../ui/chart.js";
import { plus, span } from "../days.js";
import { GoodsPick, titleOf } from "../goods.js";

const DAYS = 14;
const USUAL_CPM = 2_000;
const MILLION = 1_000_000;

export function Creatives({ campaign, path, goods, store }) {
  const told = useLoaded(() => get(`${path}/creatives`), [path]);
  const since = plus(campaign.day, 1 - DAYS);
  const report = useLoaded(() => get(`${path}/display-report`, { since, until: campaign.day, limit: 100 }), [path]);
  const [adding, add] = useState(false);
  const over = campaign.state === "ended";
  const { currency } = campaign.daily_budget;
  const button = over ? null : html`<${Button} icon="image-plus" onClick=${() => add(true)}>${t("ads:new_creative")}<//>`;
  return html`<div class="view"><${Loaded} from=${told} lines=${2}>${({ items }) => (items.length === 0
      ? html`<${Empty} icon="image" title=${t("ads:no_creatives")} action=${button}>${t("ads:no_creatives_text")}<//>`
      : html`<div class="view"><ul class="stack">${items.map((one) => html`<li class="card row" key=${one.id}>
          <span class="shot"><img src=${one.image} alt="" loading="lazy" /></span><div class="grow"><h3>${one.title}</h3>
          <p class="small muted">${titleOf(goods, one.listing_id)}</p><p class="small">${t("ads:cpm_of", { amount: money({ amount: one.cpm, currency }) })} · ${t("ads:cap_of", { count: one.cap })}</p></div>
          <${Badge}>${t(`ads:placement_${one.placement}`)}<//></li>`)}</ul>${button}
        <section class="card" aria-labelledby="display-days"><h2 id="display-days">${t("ads:shown_by_day")}</h2>
          <${Loaded} from=${report} lines=${2}>${({ items: rows }) => html`<${Days} rows=${rows} days=${span(since, campaign.day)} currency=${currency} />`}<//></section></div>`)}<//>
    ${adding ? html`<${NewCreative} path=${path} goods=${goods} store=${store} currency=${currency} onClose=${() => add(false)} onDone=${() => { add(false); toast(t("frame:saved")); told.reload({ quiet: true }); }} />` : null}</div>`;
}

function Days({ rows, days, currency }) {
  const all = new Map(rows.filter((one) => one.creative_id === null).map((one) => [one.day, one]));
  const cost = [...all.values()].reduce((sum, one) => sum + one.cost_millionths, 0) / MILLION;
  const sum = (name) => [...all.values()].reduce((whole, one) => whole + one[name], 0);
  const shown = sum("impressions");
  const served = sum("served");
  const series = ["served", "viewable"].map((name) => ({ name: t(`ads:${name}`), values: days.map((one) => all.get(one)?.[name] ?? 0) }));
  return html`<div class="stack"><p>${t("ads:display_cost", { count: shown, shown: number(shown), amount: money({ amount: Math.round(cost), currency }) })}</p>
    ${served ? html`<p class="small">${t("ads:viewable_rate", { rate: percent(Math.min(1, sum("viewable") / served)), count: served, served: number(served) })}</p>` : null}
    <${Chart} bars label=${t("ads:shown_by_day")} times=${days.map(dayTime)} series=${series} empty=${t("ads:no_report")} /></div>`;
}

function NewCreative({ path, goods, store, currency, onClose, onDone }) {
  const { values, set, bind } = useForm({ placement: "home", category: "", listing_id: "", photo_id: "", title: "", cpm: USUAL_CPM, cap: 5, retarget: false });
  const categories = useLoaded(() => get("/categories", {}, { open: true }));
  const listing = useLoaded(() => (values.listing_id ? get(`/listings/${values.listing_id}`) : Promise.resolve(null)), [values.listing_id]);
  const deed = useDeed((key, wish) => post(`${path}/creatives`, wish, { key }), { done: onDone });
  const photos = listing.data?.photos ?? [];
  const photo = values.photo_id || photos[0]?.id;
  const choose = ([id]) => {
    const title = goods.data.items.find((one) => one.id === id)?.title ?? "";
    set("listing_id", id);
    set("photo_id", "");
    set("title", [...title].slice(0, 60).join(""));
  };
  const inCategory = values.placement === "category";
  const wish = { ...values, photo_id: photo, category: inCategory ? values.category : null };
  const whole = values.listing_id && photo && values.cpm && values.cap && values.title.trim() && (!inCategory || values.category);
  return html`<${Sheet} title=${t("ads:new_creative")} onClose=${onClose}>
    <${Form} label=${t("ads:new_creative")} onSubmit=${() => whole && deed.run(wish)}>
      <${Loaded} from=${goods}>${({ items }) => html`<${GoodsPick} single goods=${items} store=${store} chosen=${[values.listing_id]} onChange=${choose} label=${t("ads:creative_goods")} />`}<//>
      ${photos.length ? html`<fieldset><legend class="legend">${t("ads:picture")}</legend><div class="row wrap">${photos.map((one, at) => html`<label class="choosable" key=${one.id}>
        <input type="radio" name="photo" checked=${one.id === photo} onChange=${() => set("photo_id", one.id)} aria-label=${t("ads:picture_of", { number: at + 1 })} /><${Photo} of=${one} /></label>`)}</div></fieldset>` : null}
      ${listing.data && !photos.length ? html`<p class="muted">${t("ads:no_photos")}</p>` : null}
      <${Text} label=${t("ads:creative_title")} ...${bind("title")} maxlength="60" problem=${deed.problem} />
      <${Choice} label=${t("ads:placement")} name="placement" value=${values.placement} onChange=${(one) => set("placement", one)} options=${["home", "category"].map((one) => [one, t(`ads:placement_${one}`)])} />
      ${inCategory ? html`<${Select} label=${t("ads:category")} ...${bind("category")} problem=${deed.problem} options=${[["", t("frame:choose")], ...(categories.data?.items ?? []).map((one) => [one.slug, one[language.get()]])]} />` : null}
      <${Amount} label=${t("ads:cpm")} hint=${t("ads:cpm_text")} ...${bind("cpm")} currency=${currency} problem=${deed.problem} />
      <${Whole} label=${t("ads:cap")} ...${bind("cap")} problem=${deed.problem} />
      <${Check} label=${t("ads:retarget")} name="retarget" value=${values.retarget} onChange=${(one) => set("retarget", one)} />
      <${Refusal} problem=${deed.problem} />
      <${Button} type="submit" wide busy=${deed.busy} disabled=${!whole}>${t("ads:new_creative")}<//>
    <//><//>`;
}
