/** Promotions, coupons and flash sales of a store. Their terms don't change once they run; they are paused and ended. */
import { get, post } from "../../api.js";
import { money, moment, number, points } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, usePages } from "../../loading.js";
import { html, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Button, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Pages } from "../../ui/states.js";
import { PromotionForm } from "./promotion-form.js";
import { copy } from "./sharing.js";
import { useStanding } from "./standing.js";

const TONES = { scheduled: "accent", running: "good", paused: "warn", ended: "" };

export default function Promotions({ store }) {
  const { may } = useStanding(store);
  const found = usePages((cursor) => get(`/my/stores/${store}/promotions`, { cursor, limit: 20 }), [store]);
  const [making, make] = useState(false);
  const replaced = (next) => found.set((was) => ({ ...was, items: was.items.map((one) => (one.id === next.id ? next : one)) }));
  const begin = may("goods:edit") && html`<${Button} wide icon="plus" onClick=${() => make(true)}>${t("selling:promotion_new")}<//>`;
  const each = (one) => html`<${Card} key=${one.id} of=${one} may=${may} onChanged=${replaced} />`;
  return html`<${Screen} title=${t("selling:door_promotions")} up=${`/sell/${store}`} narrow>
    <${Pages} from=${found} each=${each} look="stack" empty=${html`<${Empty} icon="ticket-percent" title=${t("selling:promotions_none")} action=${begin}>${t("selling:promotions_none_text")}<//>`} />
    ${found.items.length && begin ? html`<div class="dock"><div class="grow">${begin}</div></div>` : null}
    ${making ? html`<${Sheet} title=${t("selling:promotion_new")} onClose=${() => make(false)}>
      <${PromotionForm} store=${store} onMade=${(one) => { found.set((was) => ({ ...was, items: [one, ...was.items] })); make(false); }} /><//>` : null}
  <//>`;
}

/** What it takes off, as one says it. */
export function offOf(one) {
  if (one.price) return t("selling:off_price", { price: money(one.price) });
  if (one.amount) return t("selling:off_amount", { amount: money(one.amount) });
  const off = t("selling:off_share", { share: points(one.basis_points) });
  return one.most ? t("selling:off_most", { off, most: money(one.most) }) : off;
}

const limitsOf = (one) => [
  one.threshold && t("selling:from_threshold", { amount: money(one.threshold) }),
  one.listing_ids.length ? t("selling:for_goods", { count: one.listing_ids.length }) : null,
  one.ends_at ? t("selling:until", { at: moment(one.ends_at) }) : t("selling:until_ended"),
].filter(Boolean).join(" · ");

function Card({ of, may, onChanged }) {
  const [ending, end] = useState(false);
  const deed = useDeed((key, what) => post(`/stores/${of.store_id}/promotions/${of.id}/${what}`, undefined, { key }), { done: (next) => { onChanged(next); end(false); } });
  const kind = of.price ? "flash" : of.code ? "coupon" : "promotion";
  return html`<li class="ticket"><div class="ticket-off"><b>${offOf(of)}</b><span class="small">${t(`selling:kind_${kind}`)}</span></div>
    <div class="ticket-body stack tight"><div class="row top"><h2 class="grow">${of.title}</h2><${Badge} tone=${TONES[of.status]}>${t(`selling:promotion_${of.status}`)}<//></div>
      <p class="muted small">${limitsOf(of)}</p>
      <p class="small">${of.total_limit ? t("selling:used_of", { count: of.used, shown: number(of.used), all: number(of.total_limit) }) : t("selling:used", { count: of.used, shown: number(of.used) })}</p>
      ${of.code ? html`<button type="button" class="chip code" onClick=${() => copy(of.code)} aria-label=${t("selling:copy_code", { code: of.code })}><span class="number">${of.code}</span><${Icon} name="copy" /></button>` : null}
      ${may("goods:edit") && of.status !== "ended" ? html`<div class="row wrap">
        ${of.status === "paused" ? html`<${Button} look="quiet" slim icon="play" busy=${deed.busy} onClick=${() => deed.run("resume")}>${t("selling:resume")}<//>` : html`<${Button} look="plain" slim icon="pause" busy=${deed.busy} onClick=${() => deed.run("pause")}>${t("selling:pause_promotion")}<//>`}
        <${Button} look="danger" slim onClick=${() => end(true)}>${t("selling:end")}<//></div>` : null}
      ${ending ? null : html`<${Refusal} problem=${deed.problem} />`}</div>
    ${ending ? html`<${Sheet} title=${t("selling:end_title")} onClose=${() => end(false)}><p>${t("selling:end_text", { title: of.title })}</p><${Refusal} problem=${deed.problem} />
      <${Button} look="danger" wide busy=${deed.busy} onClick=${() => deed.run("end")}>${t("selling:end")}<//><//>` : null}</li>`;
}
