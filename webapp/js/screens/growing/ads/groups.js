/** What a campaign advertises, for which keywords; what other bids would have brought; which searches are missing. */
import { get, post, put, remove } from "../../../api.js";
import { money } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useDeed, useLoaded } from "../../../loading.js";
import { Form } from "../../../ui/form.js";
import { html, useState } from "../../../ui/html.js";
import { Button, Refusal } from "../../../ui/parts.js";
import { Sheet } from "../../../ui/sheet.js";
import { Empty, Loaded } from "../../../ui/states.js";
import { toast } from "../../../ui/toast.js";
import { GoodsPick, titleOf } from "../goods.js";
import { Keywords, wordsOf } from "./keywords.js";
import { Simulator } from "./simulator.js";

const wishOf = ({ name, listing_ids, keywords }) => ({ name, listing_ids, keywords });

export function Groups({ campaign, path, goods, store, reload }) {
  const [sheet, open] = useState(null);
  const found = useLoaded(() => get(`${path}/suggestions`), [path]);
  const over = campaign.state === "ended";
  const done = () => { open(null); reload(); };
  const groups = campaign.groups.filter((one) => one.keywords.length);
  return html`<div class="view">${groups.length === 0 ? html`<${Empty} icon="tags" title=${t("ads:no_groups")}
      action=${over ? null : html`<${Button} icon="plus" onClick=${() => open({ group: {} })}>${t("ads:add_group")}<//>`}>${t("ads:no_groups_text")}<//>` : null}
    ${groups.map((group) => html`<section class="card" key=${group.id} aria-label=${group.name}>
      <div class="row"><h2 class="grow">${group.name}</h2>${over ? null : html`<${Button} look="quiet" slim icon="pencil" onClick=${() => open({ group })}>${t("frame:edit")}<//>`}</div>
      <p class="small muted">${group.listing_ids.map((id) => titleOf(goods, id)).join(t("ads:comma"))}</p>
      <ul class="entries">${group.keywords.map((one) => html`<li key=${`${one.match} ${one.text}`}>
        <button type="button" class="item tap" onClick=${() => open({ simulated: one, group })}>
          <span class="grow"><span>${one.text}</span><span class="small muted">${t(`ads:match_${one.match}`)}</span></span>
          <span class="end"><b class="number">${money({ amount: one.bid, currency: campaign.daily_budget.currency })}</b><span class="small as-link">${t("ads:other_bids")}</span></span></button></li>`)}</ul>
    </section>`)}
    ${over || groups.length === 0 ? null : html`<${Button} look="plain" wide icon="plus" onClick=${() => open({ group: {} })}>${t("ads:add_group")}<//>`}
    ${over ? null : html`<${Suggestions} found=${found} groups=${groups} campaign=${campaign} path=${path} onDone=${done} />`}
    ${sheet?.simulated ? html`<${Simulator} keyword=${sheet.simulated} group=${sheet.group} campaign=${campaign} path=${path} over=${over} onClose=${() => open(null)} onDone=${done} />` : null}
    ${sheet && !sheet.simulated ? html`<${Group} of=${sheet.group} path=${path} goods=${goods} store=${store} campaign=${campaign} onClose=${() => open(null)} onDone=${done} />` : null}</div>`;
}

/** Searches that sold and should be keywords, each added by one press. */
function Suggestions({ found, groups, campaign, path, onDone }) {
  const into = groups[0];
  const deed = useDeed((_, one) => put(`${path}/groups/${into.id}`, { ...wishOf(into), keywords: [...into.keywords, { text: one.text, match: "exact", bid: one.bid }] }), { said: t("ads:added"), done: onDone });
  const items = found.data?.items ?? [];
  if (!into || items.length === 0) return null;
  const { currency } = campaign.daily_budget;
  return html`<section class="card" aria-labelledby="missing"><h2 id="missing">${t("ads:suggestions")}</h2><p class="small muted">${t("ads:suggestions_text")}</p>
    <${Refusal} problem=${deed.problem} />
    <ul class="entries">${items.map((one) => html`<li class="row item" key=${one.text}><span class="grow"><span>${one.text}</span>
      <span class="small muted">${t("ads:it_sold", { sales: money({ amount: one.sales, currency }), bid: money({ amount: one.bid, currency }) })}</span></span>
      <${Button} look="quiet" icon="plus" busy=${deed.busy} onClick=${() => deed.run(one)}>${t("ads:add")}<//></li>`)}</ul></section>`;
}

/** Goods and their keywords, new or to be changed. */
function Group({ of, path, goods, store, campaign, onClose, onDone }) {
  const [listings, choose] = useState(of.listing_ids ?? []);
  const [keywords, setKeywords] = useState(of.keywords ?? []);
  const chosen = (goods.data?.items ?? []).filter((one) => listings.includes(one.id));
  const wish = { name: of.name ?? ([...(chosen[0]?.title ?? "")].slice(0, 60).join("") || campaign.name), listing_ids: listings, keywords };
  const deed = useDeed((key, told) => (of.id ? put(`${path}/groups/${of.id}`, told) : post(`${path}/groups`, told, { key })), { done: () => { toast(t("frame:saved")); onDone(); } });
  const drop = useDeed(() => remove(`${path}/groups/${of.id}`), { done: onDone });
  const whole = listings.length && keywords.length && keywords.every((one) => one.bid);
  return html`<${Sheet} title=${of.id ? of.name : t("ads:add_group")} onClose=${onClose}>
    <${Form} label=${t("ads:add_group")} onSubmit=${() => whole && deed.run(wish)}>
      <${Loaded} from=${goods}>${({ items }) => html`<${GoodsPick} goods=${items} store=${store} chosen=${listings} onChange=${choose} />`}<//>
      <${Keywords} value=${keywords} onChange=${setKeywords} offered=${wordsOf(chosen.map((one) => one.title))} currency=${campaign.daily_budget.currency} problem=${deed.problem} />
      <${Refusal} problem=${deed.problem ?? drop.problem} />
      <${Button} type="submit" wide busy=${deed.busy} disabled=${!whole}>${t("frame:save")}<//>
      ${of.id ? html`<${Button} look="danger" wide icon="trash" busy=${drop.busy} onClick=${() => drop.run()}>${t("ads:drop_group")}<//>` : null}
    <//><//>`;
}
