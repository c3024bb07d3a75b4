/** What both sides say of a contract. Neither reads the other's before both have spoken. */
import { get, post } from "../../api.js";
import { day } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { Form, Text } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, Note, Refusal, Stars } from "../../ui/parts.js";
import { Loaded } from "../../ui/states.js";

export function WorkReviews({ of, role }) {
  const loaded = useLoaded(() => get(`/contracts/${of.id}/reviews`), [of.id]);
  return html`<section class="stack" aria-labelledby="reviews"><h2 id="reviews">${t("trading:work_reviews")}</h2>
    <${Loaded} from=${loaded} lines=${1}>${({ items }) => {
      const mine = items.find((one) => one.by === role);
      return html`${items.map((one) => html`<article class="card" key=${one.by}><div class="row"><strong class="grow">${one.by === role ? t("trading:you") : t(`trading:by_${one.by}`)}</strong><${Stars} of=${one.stars} /></div>${one.text ? html`<p class="prose">${one.text}</p>` : null}<p class="muted small">${one.open ? day(one.at) : t("trading:review_sealed")}</p></article>`)}
        ${mine ? null : html`<${Write} of=${of} done=${() => loaded.reload({ quiet: true })} />`}`;
    }}<//></section>`;
}

function Write({ of, done }) {
  const [stars, setStars] = useState(0);
  const [text, setText] = useState("");
  const deed = useDeed((key, wish) => post(`/contracts/${of.id}/reviews`, wish, { key }), { done, said: t("trading:review_written") });
  return html`<div class="card"><${Form} label=${t("trading:write_review")} onSubmit=${() => deed.run({ stars, text })}>
    <${Note} icon="lock">${t("trading:double_blind")}<//>
    <fieldset><legend class="legend">${t("trading:your_stars")}</legend><div class="trade-star-choice">${[1, 2, 3, 4, 5].map((one) => html`<label key=${one} class=${one <= stars ? "lit" : ""}><input type="radio" name="stars" value=${one} checked=${stars === one} onChange=${() => setStars(one)} /><span aria-hidden="true">★</span><span class="unseen">${t("frame:stars", { count: one })}</span></label>`)}</div></fieldset>
    <${Text} label=${t("trading:your_words")} name="text" lines=${3} value=${text} onChange=${setText} problem=${deed.problem} maxlength="2000" />
    <${Refusal} problem=${deed.problem} /><${Button} type="submit" wide busy=${deed.busy} disabled=${!stars}>${t("trading:write_review")}<//><//></div>`;
}
