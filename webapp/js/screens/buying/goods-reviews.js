/** What buyers say of goods: the stars in numbers, and their words and photos, narrowed down by stars. */
import { get } from "../../api.js";
import { day, number } from "../../format.js";
import { at } from "../../place.js";
import { t } from "../../i18n.js";
import { useLoaded, usePages } from "../../loading.js";
import { html, useState } from "../../ui/html.js";
import { Meter, Stars } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Loaded, Pages } from "../../ui/states.js";

export default function GoodsReviews({ listing }) {
  const [stars, narrow] = useState(null);
  const [photos, withPhotos] = useState(false);
  const rating = useLoaded(() => get(`/listings/${listing}/rating`, null, { open: true }), [listing]);
  const told = usePages((cursor) => get(`/listings/${listing}/reviews`, { stars, with_photos: photos || null, cursor }, { open: true }), [listing, stars, photos]);
  return html`<${Screen} title=${t("buying:reviews")} up=${`/goods/${listing}`} narrow>
    <${Loaded} from=${rating}>${(found) => html`<${Rating} of=${found} />
      <div class="scroller" role="group" aria-label=${t("buying:narrow_reviews")}>
        <button type="button" class="chip" aria-pressed=${stars === null && !photos ? "true" : "false"} onClick=${() => { narrow(null); withPhotos(false); }}>${t("buying:all")}</button>
        <button type="button" class="chip" aria-pressed=${photos ? "true" : "false"} onClick=${() => withPhotos(!photos)}>${t("buying:with_photos", { count: found.with_photos })}</button>
        ${found.by_stars.map((one) => html`<button type="button" class="chip" key=${one.stars} aria-pressed=${stars === one.stars ? "true" : "false"} aria-label=${t("buying:stars_count", { stars: one.stars, count: one.reviews })} onClick=${() => narrow(stars === one.stars ? null : one.stars)}>${one.stars} ★ <span class="muted small">${one.reviews}</span></button>`)}
      </div>
      <${Pages} from=${told} look="stack" each=${(one) => html`<${ReviewCard} review=${one} key=${one.id} />`} empty=${html`<${Empty} icon="star" title=${t("buying:no_reviews")}>${t("buying:no_reviews_text")}<//>`} />`}<//>
  <//>`;
}

function Rating({ of: rating }) {
  if (!rating.average) return null;
  return html`<div class="card row"><div class="rating-sum"><span class="amount">${number(Number(rating.average), { minimumFractionDigits: 1 })}</span><${Stars} of=${Number(rating.average)} /></div>
    <ul class="grow rating-bars">${rating.by_stars.map((one) => html`<li class="row" key=${one.stars}><span class="small number" aria-hidden="true">${one.stars}</span><span class="grow"><${Meter} part=${one.reviews} whole=${rating.reviews} label=${t("frame:stars", { count: one.stars })} /></span></li>`)}</ul></div>`;
}

/** One review with photos, what was added later, and the store's reply. */
export function ReviewCard({ review }) {
  return html`<li class="card">
    <div class="row"><b class="grow clip">${review.author}</b><${Stars} of=${review.stars} /></div>
    ${review.text ? html`<p class="prose">${review.text}</p>` : null}
    <${Shots} photos=${review.photos} />
    ${review.follow_up ? html`<div class="quoted"><b class="small">${t("buying:added_later")}</b><p class="prose">${review.follow_up.text}</p><${Shots} photos=${review.follow_up.photos} /></div>` : null}
    ${review.reply ? html`<div class="quoted"><b class="small">${t("buying:store_replied")}</b><p class="prose">${review.reply.text}</p></div>` : null}
    <p class="muted small">${[day(review.created_at), review.variant_title].filter(Boolean).join(" · ")}</p></li>`;
}

/** Photos as small squares that open large. `photos` are paths below the API's, or whole addresses. */
export function Shots({ photos }) {
  if (!photos?.length) return null;
  return html`<ul class="shots">${photos.map((path, place) => {
    const address = /^https?:/.test(path) ? path : at(path.startsWith("/") ? path : `/media/${path}`);
    return html`<li key=${path}><a class="shot" href=${address} target="_blank" rel="noopener"><img src=${address} alt=${t("buying:photo_seen", { number: place + 1 })} loading="lazy" /></a></li>`;
  })}</ul>`;
}
