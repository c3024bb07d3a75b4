/** A store as a buyer meets it: its goods, its stars, what it takes off, and whether one hears of it. */
import { get, put, remove } from "../../api.js";
import { number } from "../../format.js";
import { at } from "../../place.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded, usePages } from "../../loading.js";
import { go } from "../../router.js";
import { html } from "../../ui/html.js";
import { Button, Photo } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Failure, Pages, Skeleton } from "../../ui/states.js";
import { Card } from "./card.js";
import { OfferLine } from "./offers.js";
import { Refused } from "./refused.js";

export default function Follow({ store: id, me }) {
  const found = useLoaded(() => load(id, me), [id, me?.id]);
  const goods = usePages((cursor) => get(`/stores/${id}/listings`, { limit: 24, cursor }, { open: true }), [id]);
  const deed = useDeed((_, on) => (on ? put(`/stores/${id}/follower`) : remove(`/stores/${id}/follower`)), {
    done: () => found.reload({ quiet: true }),
  });
  if (found.problem && !found.data) return html`<${Screen} title=${t("buying:store")} up="/"><${Failure} problem=${found.problem} again=${found.reload} /><//>`;
  if (!found.data) return html`<${Screen} title="" up="/"><${Skeleton} /><//>`;
  const { store, rating, promotions, follower } = found.data;
  const following = follower?.following;
  const turn = () => (me === null ? go("/sign-in") : deed.run(!following));
  return html`<${Screen} title=${store.name} up="/">
    ${store.banner ? html`<img class="store-banner" src=${at(store.banner.path)} alt="" width=${store.banner.width} height=${store.banner.height} />` : null}
    <section class="row" aria-label=${store.name}><${Photo} of=${store.logo} name=${store.name} /><p class="grow stack tight small muted">
        ${rating?.average ? html`<span><span class="stars-one" aria-hidden="true">★</span> ${t("buying:rated", { average: number(Number(rating.average), { minimumFractionDigits: 1 }), count: rating.reviews })}</span>` : null}
        ${rating?.sales ? html`<span>${t("buying:sold", { count: rating.sales })}</span>` : null}${follower ? html`<span>${t("buying:followers", { count: follower.followers })}</span>` : null}</p>
      <${Button} look=${following ? "plain" : ""} icon=${following ? "check" : "heart"} aria-pressed=${following ? "true" : "false"} busy=${deed.busy} onClick=${turn}>${t(following ? "buying:following" : "buying:follow")}<//></section>
    <${Refused} problem=${deed.problem} />
    ${store.announcement ? html`<p class="prose">${store.announcement}</p>` : null}
    ${promotions.length ? html`<ul class="offers" aria-label=${t("buying:offers")}>${promotions.slice(0, 6).map((one) => html`<${OfferLine} of=${one} key=${one.id} />`)}</ul>` : null}
    <h2>${t("buying:goods")}</h2>
    <${Pages} from=${goods} look="tiles" each=${(one) => html`<${Card} hit=${{ ...one, sold_out: one.status === "sold_out", sales: 0 }} quiet key=${one.id} />`} empty=${html`<${Empty} icon="tags" title=${t("buying:no_goods")}>${t("buying:no_goods_text")}<//>`} />
    ${store.about ? html`<section class="card" aria-labelledby="about"><h2 id="about">${t("buying:about_store")}</h2><p class="prose">${store.about}</p></section>` : null}
  <//>`;
}

async function load(id, me) {
  const open = { open: true };
  const missing = () => null;
  const store = await get(`/stores/${id}`, null, open);
  const [rating, promotions, follower] = await Promise.all([
    get(`/stores/${id}/rating`, null, open).catch(missing), get(`/stores/${id}/promotions`, null, open).catch(missing), me ? get(`/stores/${id}/follower`).catch(missing) : null,
  ]);
  return { store, rating, promotions: promotions?.items ?? [], follower };
}
