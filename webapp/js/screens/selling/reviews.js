/** What buyers say: the reviews that have no reply yet, and all of one good. */
import { get, post, put } from "../../api.js";
import { ago, number } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded, usePages } from "../../loading.js";
import { Choice, Form, Select, Text } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Badge, Button, Meter, Refusal, Stars } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Loaded, Pages } from "../../ui/states.js";

const REASONS = ["advertising", "abuse", "privacy", "fake", "off_topic"];

export default function Reviews({ store }) {
  const [listing, choose] = useState("");
  const goods = useLoaded(() => get(`/my/stores/${store}/listings`, { limit: 100 }).catch(() => ({ items: [] })), [store]);
  const found = usePages((cursor) => (listing ? get(`/listings/${listing}/reviews`, { cursor, limit: 20 }) : get(`/stores/${store}/reviews/awaiting`, { cursor, limit: 20 })), [store, listing]);
  const titles = Object.fromEntries((goods.data?.items ?? []).map((one) => [one.id, one.title]));
  const answered = (next) => found.set((was) => ({ ...was, items: listing ? was.items.map((one) => (one.id === next.id ? next : one)) : was.items.filter((one) => one.id !== next.id) }));
  const each = (one) => html`<${Review} key=${one.id} of=${one} title=${titles[one.listing_id]} onAnswered=${answered} />`;
  return html`<${Screen} title=${t("selling:door_reviews")} up=${`/sell/${store}`}>
    <div class="shop-columns"><div class="stack"><${Rating} store=${store} />
      <${Select} label=${t("selling:which_reviews")} name="listing" value=${listing} onChange=${choose} options=${[["", t("selling:reviews_awaiting")], ...Object.entries(titles)]} /></div>
    <section class="stack" aria-label=${t("selling:door_reviews")}>
      <${Pages} from=${found} each=${each} look="stack" empty=${html`<${Empty} icon="star" title=${t(listing ? "selling:reviews_no_of" : "selling:reviews_none")}>${t(listing ? "selling:reviews_no_of_text" : "selling:reviews_none_text")}<//>`} /></section></div>
  <//>`;
}

function Rating({ store }) {
  const found = useLoaded(() => get(`/stores/${store}/rating`, {}, { open: true }), [store]);
  return html`<section class="card" aria-labelledby="rated"><h2 id="rated">${t("selling:rated")}</h2>
    <${Loaded} from=${found} lines=${1}>${(one) => html`<div class="row shop-rating"><div><p class="amount">${one.average ?? "–"}</p>${one.average ? html`<${Stars} of=${Number(one.average)} />` : null}
        <p class="muted small">${t("selling:reviews_count", { count: one.reviews, shown: number(one.reviews) })}</p></div>
      <ul class="grow stack tight">${[...one.by_stars].sort((a, b) => b.stars - a.stars).map((row) => html`<li class="row" key=${row.stars}><span class="number small">${row.stars}★</span>
        <span class="grow"><${Meter} part=${row.reviews} whole=${one.reviews} label=${t("frame:stars", { count: row.stars })} /></span><span class="number small muted">${number(row.reviews)}</span></li>`)}</ul></div>`}<//></section>`;
}

function Review({ of, title, onAnswered }) {
  const [shown, show] = useState(null);
  const close = () => show(null);
  return html`<li class="card"><div class="row"><${Stars} of=${of.stars} /><span class="grow muted small end">${ago(of.created_at)}</span></div>
    <p class="muted small">${[of.author, title, of.variant_title].filter(Boolean).join(" · ")}</p>
    ${of.text ? html`<p class="prose">${of.text}</p>` : html`<p class="muted">${t("selling:no_words")}</p>`}
    <${Shots} of=${of.photos} />
    ${of.follow_up ? html`<div class="quoted"><${Badge}>${t("selling:follow_up")}<//><p class="prose">${of.follow_up.text}</p><${Shots} of=${of.follow_up.photos} /></div>` : null}
    ${of.reply ? html`<div class="quoted"><${Badge} tone="accent">${t("selling:your_reply")}<//><p class="prose">${of.reply.text}</p></div>` : null}
    <div class="row wrap"><${Button} look="quiet" slim icon="message-circle" onClick=${() => show("reply")}>${t(of.reply ? "selling:reply_change" : "selling:reply")}<//>
      <${Button} look="plain" slim icon="flag" onClick=${() => show("report")}>${t("selling:report")}<//></div>
    ${shown === "reply" ? html`<${Reply} of=${of} onClose=${close} onAnswered=${(next) => { close(); onAnswered(next); }} />` : null}
    ${shown === "report" ? html`<${Report} of=${of} onClose=${close} />` : null}</li>`;
}

const Shots = ({ of }) => (of.length ? html`<div class="scroller">${of.map((address) => html`<img class="review-shot" src=${address} alt=${t("selling:review_photo")} key=${address} loading="lazy" width="96" height="96" />`)}</div>` : null);

function Reply({ of, onClose, onAnswered }) {
  const [text, write] = useState(of.reply?.text ?? "");
  const deed = useDeed((_, words) => put(`/reviews/${of.id}/reply`, { text: words }), { done: onAnswered, said: t("selling:replied") });
  return html`<${Sheet} title=${t("selling:reply")} onClose=${onClose}><${Form} label=${t("selling:reply")} onSubmit=${() => text.trim() && deed.run(text.trim())}>
    <div class="row wrap">${["thanks", "sorry"].map((one) => html`<button type="button" class="chip" key=${one} onClick=${() => write(t(`selling:reply_${one}_words`))}>${t(`selling:reply_${one}`)}</button>`)}</div>
    <${Text} label=${t("selling:your_reply")} hint=${t("selling:reply_hint")} name="text" value=${text} onChange=${write} problem=${deed.problem} lines=${4} maxlength="1000" required />
    <${Refusal} problem=${deed.problem} /><${Button} type="submit" wide busy=${deed.busy} disabled=${text.trim().length < 2}>${t("selling:reply_send")}<//><//><//>`;
}

function Report({ of, onClose }) {
  const [reason, choose] = useState(REASONS[0]);
  const deed = useDeed((key, why) => post(`/reviews/${of.id}/report`, { reason: why }, { key }), { done: onClose, said: t("selling:reported") });
  return html`<${Sheet} title=${t("selling:report")} onClose=${onClose}><p class="muted">${t("selling:report_text")}</p>
    <${Choice} label=${t("selling:report_why")} name="reason" value=${reason} onChange=${choose} options=${REASONS.map((one) => [one, t(`selling:reason_${one}`)])} />
    <${Refusal} problem=${deed.problem} /><${Button} wide busy=${deed.busy} onClick=${() => deed.run(reason)}>${t("selling:report_send")}<//><//>`;
}
