/** Goods in a grid. */
import { at } from "../../place.js";
import { money, number } from "../../format.js";
import { t } from "../../i18n.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { clicked, follow } from "./ads.js";

/** A photo by its path below the API's, small as a list shows it, in a square of its own. */
export const Thumb = ({ path, size = "", alt = "" }) => html`<span class=${`shot ${size}`}>${path
  ? html`<img src=${at(`${path}?size=thumb`)} alt=${alt} loading="lazy" decoding="async" />`
  : html`<${Icon} name="image" />`}</span>`;

/** Something that a search found: an ad is marked and followed by its click. */
export function Card({ hit, quiet = false }) {
  const address = hit.ad ? clicked(hit) : to(`/goods/${hit.id}`);
  const more = hit.price_to.amount > hit.price_from.amount;
  return html`<li><a class="goods tap" href=${address} onClick=${hit.ad ? (event) => follow(event, hit) : undefined}>
    <${Thumb} path=${hit.cover?.path} size="big" />
    ${hit.ad ? html`<span class="ad-mark">${t("buying:ad")}</span>` : null}
    <span class="goods-title">${hit.title}</span>
    <span class="row wrap goods-price"><span class="price number">${money(hit.price_from)}${more ? html`<span class="from">${t("buying:and_up")}</span>` : null}</span>
      ${hit.sold_out ? html`<span class="badge">${t("buying:sold_out")}</span>` : null}</span>
    ${quiet ? null : html`<span class="muted small row goods-fame">${hit.rating ? html`<span class="stars-one"><span aria-hidden="true">★</span> <span class="unseen">${t("buying:rating")}</span>${number(hit.rating, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}</span>` : null}
      ${hit.sales ? html`<span>${t("buying:sold", { count: hit.sales })}</span>` : null}${!hit.rating && !hit.sales ? html`<span>${t("buying:fresh")}</span>` : null}</span>`}
  </a></li>`;
}

/** Places where goods will be, of their size. */
export const CardsComing = () => html`<div class="tiles" role="status" aria-label=${t("loading")}>${Array.from({ length: 6 }, (_, at) => html`
  <div class="goods" key=${at}><span class="skeleton shot big"></span><span class="skeleton"></span><span class="skeleton short"></span></div>`)}</div>`;
