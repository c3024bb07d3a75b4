/** Saying what one thinks of what came: stars, words and photos for each line; later something more, or something else, each once. */
import { get, post, put } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { Check, Form, Text, useForm } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, Note } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";
import { Thumb } from "./card.js";
import { ReviewCard } from "./goods-reviews.js";
import { PhotoField } from "./photo-field.js";
import { Refused } from "./refused.js";

export default function Review({ order: id }) {
  const found = useLoaded(() => Promise.all([get(`/orders/${id}`), get(`/orders/${id}/reviews`)]), [id]);
  return html`<${Screen} title=${t("buying:review")} up=${`/orders/${id}`} narrow><${Loaded} from=${found}>${([order, { items }]) => (order.state !== "completed"
    ? html`<${Note} tone="warn">${t("buying:no_not_reviewable")}<//>`
    : order.lines.map((line) => html`<${OfLine} key=${line.id} order=${order} line=${line} review=${items.find((one) => one.line_id === line.id)} onChange=${() => found.reload({ quiet: true })} />`))}<//><//>`;
}

function OfLine({ order, line, review, onChange }) {
  return html`<section class="card" aria-label=${line.title}><div class="row"><${Thumb} path=${line.cover} size="tiny" /><div class="grow"><h2 class="line-title">${line.title}</h2><span class="muted small">${line.variant_title}</span></div></div>
    ${review ? html`<ul class="own-review"><${ReviewCard} review=${review} /></ul>${review.follow_up || review.hidden_because ? null : html`<${FollowUp} review=${review} onChange=${onChange} />`}${revisable(review) ? html`<${Revision} review=${review} onChange=${onChange} />` : null}` : html`<${Wish} order=${order} line=${line} onChange=${onChange} />`}
  </section>`;
}

function Wish({ order, line, onChange }) {
  const { values, bind, set } = useForm({ stars: 0, text: "", photo_ids: [], anonymous: false });
  const deed = useDeed((key, wish) => post(`/orders/${order.id}/reviews`, { ...wish, text: wish.text.trim() || null, line_id: line.id }, { key }), { said: t("buying:reviewed"), done: onChange });
  return html`<${Form} label=${t("buying:review_of", { title: line.title })} onSubmit=${() => deed.run(values)}>
    <${StarField} value=${values.stars} onChange=${(stars) => set("stars", stars)} name=${`stars-${line.id}`} />
    <${Text} label=${t("buying:how_is_it")} lines="3" ...${bind("text")} problem=${deed.problem} maxlength="2000" />
    <${PhotoField} label=${t("buying:photos")} purpose="review" value=${values.photo_ids} onChange=${bind("photo_ids").onChange} problem=${deed.problem?.of("photo_ids")} />
    <${Check} label=${t("buying:anonymous")} name="anonymous" value=${values.anonymous} onChange=${bind("anonymous").onChange} />
    <${Refused} problem=${deed.problem} />
    <${Button} type="submit" wide busy=${deed.busy} disabled=${!values.stars}>${t("buying:publish_review")}<//><//>`;
}

const REVISED_WITHIN = 30 * 86_400_000;

/** A review can be revised once, within 30 days. The API decides; what it would refuse isn't offered. */
const revisable = (review) => !review.revised_at && !review.hidden_because && Date.now() - new Date(review.created_at) < REVISED_WITHIN;

function Revision({ review, onChange }) {
  const [open, setOpen] = useState(false);
  const { values, bind, set } = useForm({ stars: review.stars, text: review.text, photo_ids: review.photo_ids });
  const deed = useDeed((_, wish) => put(`/reviews/${review.id}`, { ...wish, text: wish.text.trim() || null }), { said: t("buying:revised"), done: onChange });
  if (!open) return html`<${Button} look="plain" wide icon="pencil" onClick=${() => setOpen(true)}>${t("buying:revise")}<//>`;
  return html`<${Form} label=${t("buying:revise")} onSubmit=${() => deed.run(values)}><p class="muted small">${t("buying:revise_text")}</p>
    <${StarField} value=${values.stars} onChange=${(stars) => set("stars", stars)} name=${`stars-${review.id}`} />
    <${Text} label=${t("buying:how_is_it")} lines="3" ...${bind("text")} problem=${deed.problem} maxlength="2000" />
    <${PhotoField} label=${t("buying:photos")} purpose="review" value=${values.photo_ids} kept=${review.photo_ids.map((one, at) => ({ id: one, url: review.photos[at] }))} onChange=${bind("photo_ids").onChange} problem=${deed.problem?.of("photo_ids")} />
    <${Refused} problem=${deed.problem} />
    <${Button} type="submit" wide busy=${deed.busy}>${t("buying:publish_revision")}<//><${Button} look="plain" wide onClick=${() => setOpen(false)}>${t("buying:not_now")}<//><//>`;
}

/** Stars out of five: radio buttons that look like stars, so that arrows choose. */
function StarField({ value, onChange, name }) {
  return html`<fieldset class="star-field"><legend class="legend">${t("buying:stars")}</legend><div class="row">
    ${[1, 2, 3, 4, 5].map((one) => html`<label key=${one} class=${one <= value ? "is-lit" : ""}><input class="unseen" type="radio" name=${name} checked=${one === value} onChange=${() => onChange(one)} /><span class="unseen">${t("frame:stars", { count: one })}</span><span aria-hidden="true">★</span></label>`)}
    <span class="muted small" aria-live="polite">${value ? t(`buying:stars_${value}`) : ""}</span></div></fieldset>`;
}

function FollowUp({ review, onChange }) {
  const [open, setOpen] = useState(false);
  const { values, bind } = useForm({ text: "", photo_ids: [] });
  const deed = useDeed((key, wish) => post(`/reviews/${review.id}/follow-up`, wish, { key }), { said: t("buying:reviewed"), done: onChange });
  if (!open) return html`<${Button} look="quiet" wide icon="plus" onClick=${() => setOpen(true)}>${t("buying:add_later")}<//>`;
  return html`<${Form} label=${t("buying:add_later")} onSubmit=${() => deed.run(values)}>
    <${Text} label=${t("buying:how_is_it_now")} lines="3" ...${bind("text")} problem=${deed.problem} maxlength="2000" />
    <${PhotoField} label=${t("buying:photos")} purpose="review" value=${values.photo_ids} onChange=${bind("photo_ids").onChange} />
    <${Refused} problem=${deed.problem} /><${Button} type="submit" wide busy=${deed.busy} disabled=${values.text.trim().length < 2}>${t("buying:publish_review")}<//><//>`;
}
