/** Links for posts: how often each was followed, and new ones that may carry a coupon or a flash sale. */
import { get, post } from "../../../api.js";
import { ago, number } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useDeed, useLoaded } from "../../../loading.js";
import { to } from "../../../router.js";
import { Form, Select, Text, useForm } from "../../../ui/form.js";
import { html, useState } from "../../../ui/html.js";
import { Icon } from "../../../ui/icon.js";
import { Button, Item, Refusal } from "../../../ui/parts.js";
import { Sheet } from "../../../ui/sheet.js";
import { Empty, Loaded } from "../../../ui/states.js";
import { Bars } from "../bars.js";
import { ShareCard } from "./card.js";

export const CHANNELS = ["wechat", "weibo", "qq", "douyin", "xiaohongshu", "kuaishou", "facebook", "instagram", "whatsapp", "x", "sms", "email", "poster", "other"];
const CARRIED = ["running", "scheduled"];

export function Links({ store, goods }) {
  const links = useLoaded(() => get(`/stores/${store}/links`), [store]);
  const [making, make] = useState(false);
  const [shown, show] = useState(null);
  const made = (link) => { make(false); show(link); links.reload({ quiet: true }); };
  const button = html`<${Button} wide icon="plus" onClick=${() => make(true)}>${t("social:new_link")}<//>`;
  return html`<div class="view"><${Loaded} from=${links} lines=${4}>${({ items, visits, visits_by_channel: channels }) => (items.length === 0
      ? html`<${Empty} icon="share-2" title=${t("social:no_links")} action=${button}>${t("social:no_links_text")}<//>`
      : html`<div class="view"><section class="card" aria-labelledby="visits"><h2 id="visits">${t("social:visits")} <span class="number">${number(visits)}</span></h2>
          <${Bars} label=${t("social:visits")} of=${Object.entries(channels).sort(([, a], [, b]) => b - a).map(([name, value]) => ({ name: t(`growing:channel_${name}`), value, shown: number(value) }))} /></section>
        <ul class="list">${[...items].reverse().map((one) => html`<${Item} key=${one.code} onClick=${() => show({ code: one.code })} before=${html`<${Icon} name="share-2" />`}
          title=${one.label || t(`growing:channel_${one.channel}`)} under=${`${t(`growing:channel_${one.channel}`)} · ${ago(one.created_at)}`}
          after=${html`<b class="number">${number(one.visits)}<span class="unseen"> ${t("social:visits")}</span></b>`} />`)}</ul>
        <div class="dock">${button}</div></div>`)}<//>
    ${making ? html`<${NewLink} store=${store} goods=${goods} onClose=${() => make(false)} onDone=${made} />` : null}
    ${shown ? html`<${ShareCard} of=${shown} goods=${goods} onClose=${() => show(null)} />` : null}</div>`;
}

function NewLink({ store, goods, onClose, onDone }) {
  const { values, bind } = useForm({ channel: "wechat", post: "", listing_id: "", promotion_id: "" });
  const promotions = useLoaded(() => get(`/my/stores/${store}/promotions`, { limit: 100 }), [store]);
  const deed = useDeed((key, wish) => post(`/stores/${store}/campaign-links`, wish, { key }), { done: onDone });
  const carried = (promotions.data?.items ?? []).filter((one) => CARRIED.includes(one.status));
  const wish = { ...values, listing_id: values.listing_id || null, promotion_id: values.promotion_id || null };
  return html`<${Sheet} title=${t("social:new_link")} onClose=${onClose}>
    <${Form} label=${t("social:new_link")} onSubmit=${() => deed.run(wish)}>
      <${Select} label=${t("social:channel")} ...${bind("channel")} problem=${deed.problem} options=${CHANNELS.map((one) => [one, t(`growing:channel_${one}`)])} />
      <${Text} label=${t("social:post")} hint=${t("social:post_text")} ...${bind("post")} problem=${deed.problem} maxlength="60" />
      <${Select} label=${t("social:leads_to")} ...${bind("listing_id")} problem=${deed.problem} options=${[["", t("social:whole_store")], ...(goods.data?.items ?? []).filter((one) => one.status === "active").map((one) => [one.id, one.title])]} />
      <${Select} label=${t("social:carries")} hint=${t("social:carries_text")} ...${bind("promotion_id")} problem=${deed.problem} options=${[["", t("social:nothing")], ...carried.map((one) => [one.id, t(kindOf(one), { title: one.title })])]} />
      ${promotions.data && !carried.length ? html`<a class="small" href=${to(`/sell/${store}/promotions`)}>${t("social:make_promotion")}</a>` : null}
      <${Refusal} problem=${deed.problem} />
      <${Button} type="submit" wide busy=${deed.busy}>${t("social:make_link")}<//>
    <//><//>`;
}

const kindOf = (one) => (one.price ? "social:flash_sale" : one.code ? "social:coupon" : "social:discount");
