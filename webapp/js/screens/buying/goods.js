/** Goods on sale: photos, price, kinds, what buyers say, the store, and the way to buy or to ask. */
import { get } from "../../api.js";
import { money, moment, number } from "../../format.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { to } from "../../router.js";
import { html, useEffect, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Button, IconButton, Pairs } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Failure } from "../../ui/states.js";
import { looked } from "./ads.js";
import { called, category } from "./categories.js";
import { wordsOf } from "./filters.js";
import { Heart } from "./favourites.js";
import { Gallery } from "./gallery.js";
import { ReviewCard } from "./goods-reviews.js";
import { Ladder, Stock } from "./kinds.js";
import { BuySheet } from "./buy-sheet.js";
import { Offers } from "./offers.js";

export default function Goods({ listing: id, me }) {
  const found = useLoaded(() => load(id), [id]);
  const [buying, buy] = useState(null);
  useEffect(() => { looked(id); }, [id]);
  if (found.problem && !found.data) return html`<${Screen} title=${t("buying:goods")} up="/"><${Failure} problem=${found.problem} again=${found.reload} /><//>`;
  if (!found.data) return html`<${Screen} title=${t("buying:goods")} up="/"><${Coming} /><//>`;
  const { goods, rating, store, promotions, groups, reviews, kind } = found.data;
  const over = goods.status !== "active";
  return html`<${Screen} title=${goods.title} up="/" actions=${html`<${Heart} listing=${id} me=${me} /><${IconButton} icon="shopping-cart" label=${t("buying:cart")} href=${to("/cart")} />`}>
    <div class="goods-page">
      <${Gallery} photos=${goods.photos} title=${goods.title} />
      <div class="stack">
        <${Price} goods=${goods} />
        <p class="goods-name">${goods.title}</p>
        <p class="row wrap muted small"><${Fame} rating=${rating} id=${id} /></p>
        ${over ? html`<${Badge} tone="warn">${t(goods.status === "sold_out" ? "buying:sold_out" : "buying:not_on_sale")}<//>` : null}
        <${Offers} promotions=${promotions} listing=${goods} groups=${over ? [] : groups} />
        <${Kinds} goods=${goods} onChoose=${(variant) => buy({ variant })} disabled=${over} />
        ${store ? html`<${StoreCard} store=${store} />` : null}
      </div>
    </div>
    <${About} goods=${goods} kind=${kind} />
    <${Reviews} reviews=${reviews} rating=${rating} id=${id} />
    <div class="dock">
      <${IconButton} icon="message-circle" label=${t("buying:ask_seller")} href=${to(`/ask/${id}`)} />
      <${Button} look="quiet" disabled=${over} onClick=${() => buy({ to: "cart" })} icon="shopping-cart">${t("buying:to_cart")}<//>
      <span class="grow"><${Button} wide disabled=${over} onClick=${() => buy({ to: "checkout" })}>${t("buying:buy_now")}<//></span>
    </div>
    ${buying ? html`<${BuySheet} goods=${goods} variant=${buying.variant} aim=${buying.to} me=${me} onClose=${() => buy(null)} onPut=${() => { buy(null); found.reload({ quiet: true }); }} />` : null}
  <//>`;
}

/** The goods, and beside them what may be missing without harm. */
async function load(id) {
  const open = { open: true };
  const missing = () => null;
  const goods = await get(`/listings/${id}`, null, open);
  const [rating, store, promotions, groups, reviews, kind] = await Promise.all([
    get(`/listings/${id}/rating`, null, open).catch(missing),
    get(`/stores/${goods.store_id}`, null, open).catch(missing),
    get(`/stores/${goods.store_id}/promotions`, null, open).catch(missing),
    get(`/listings/${id}/group-buys`, null, open).catch(missing),
    get(`/listings/${id}/reviews`, { limit: 2 }, open).catch(missing),
    category(goods.category).catch(missing),
  ]);
  return { goods, rating, store, promotions: promotions?.items ?? [], groups: groups?.items ?? [], reviews: reviews?.items ?? [], kind };
}

const Coming = () => html`<div class="goods-page" role="status" aria-label=${t("loading")}><span class="skeleton shot big"></span>
  <div class="stack"><span class="skeleton price-coming"></span><span class="skeleton"></span><span class="skeleton short"></span><div class="skeleton block"></div><div class="skeleton block"></div></div></div>`;

function Price({ goods }) {
  const cheapest = goods.variants.reduce((best, one) => (one.price.amount < best.price.amount ? one : best));
  const spread = goods.price_to.amount > goods.price_from.amount;
  return html`<div>
    <p class="row wrap"><span class="price amount">${money(cheapest.price)}${spread ? html`<span class="from">${t("buying:and_up")}</span>` : null}</span>
      ${cheapest.sale ? html`<s class="usual number"><span class="unseen">${t("buying:usual_price")}</span>${money(cheapest.regular_price)}</s>` : null}</p>
    ${cheapest.sale ? html`<p class="flash small"><${Icon} name="zap" />${t("buying:sale_until", { when: moment(cheapest.sale.ends_at) })}</p>` : null}
    <${Ladder} variant=${cheapest} />
  </div>`;
}

function Fame({ rating, id }) {
  if (!rating) return null;
  return html`${rating.average ? html`<a class="fame" href=${to(`/goods/${id}/reviews`)}><span class="stars-one" aria-hidden="true">★</span> ${t("buying:rated", { average: number(Number(rating.average), { minimumFractionDigits: 1 }), count: rating.reviews })}</a>` : html`<span>${t("buying:no_reviews")}</span>`}
    ${rating.sales ? html`<span>${t("buying:sold", { count: rating.sales })}</span>` : null}`;
}

function Kinds({ goods, onChoose, disabled }) {
  if (goods.variants.length < 2) return html`<p class="muted small"><${Stock} variant=${goods.variants[0]} /></p>`;
  return html`<section class="stack tight" aria-labelledby="kinds"><h2 id="kinds">${t("buying:kinds")}</h2><div class="choices">
    ${goods.variants.map((one) => html`<button type="button" class="chip" key=${one.id} disabled=${disabled || !one.stock} onClick=${() => onChoose(one.id)}>${one.title || one.sku}</button>`)}
  </div></section>`;
}

function StoreCard({ store }) {
  return html`<a class="card flat row tap store-card" href=${to(`/follow/${store.id}`)}>
    <span class="shot tiny avatar" aria-hidden="true">${[...store.name].find((one) => /[\p{L}\p{N}]/u.test(one)) ?? "·"}</span>
    <span class="grow"><b class="clip">${store.name}</b><span class="muted small">${store.announcement || t("buying:see_store")}</span></span><${Icon} name="chevron-right" /></a>`;
}

function About({ goods, kind }) {
  const known = new Map((kind?.attributes ?? []).map((one) => [one.slug, one]));
  const facts = Object.entries(goods.attributes).filter(([slug]) => known.has(slug)).map(([slug, value]) => [called(known.get(slug)), wordsOf(known.get(slug), value)]);
  if (!goods.description && !facts.length) return null;
  return html`<section class="card" aria-labelledby="about"><h2 id="about">${t("buying:about")}</h2>
    ${goods.description ? html`<p class="prose">${goods.description}</p>` : null}
    ${facts.length ? html`<${Pairs} of=${facts} />` : null}</section>`;
}

function Reviews({ reviews, rating, id }) {
  if (!reviews.length) return null;
  return html`<section class="stack" aria-labelledby="reviews"><div class="row"><h2 id="reviews" class="grow">${t("buying:reviews_count", { count: rating?.reviews ?? reviews.length })}</h2>
      <a href=${to(`/goods/${id}/reviews`)}>${t("buying:all_reviews")}</a></div>
    <ul class="stack">${reviews.map((one) => html`<${ReviewCard} review=${one} key=${one.id} />`)}</ul></section>`;
}
