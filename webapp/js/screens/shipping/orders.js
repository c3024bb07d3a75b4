/** What the store sold, by what there is to do about it. */
import { get } from "../../api.js";
import { ago } from "../../format.js";
import { t } from "../../i18n.js";
import { usePages } from "../../loading.js";
import { go, to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, IconButton, Money } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";
import { dueWords, orderState } from "./words.js";

const QUEUES = ["to_ship", "on_the_way", "refunds", "done", "waiting"];

export default function Orders({ store, query }) {
  const queue = query.queue ?? "to_ship";
  const origin = html`<${IconButton} icon="map-pin" label=${t("shipping:origin")} href=${to(`/sell/${store}/origin`)} />`;
  const choose = (one) => go(`/sell/${store}/orders`, { query: { queue: one }, instead: true });
  return html`<${Screen} title=${t("shipping:title")} actions=${origin}>
    <div class="scroller" role="group" aria-label=${t("shipping:which")}>
      ${[...QUEUES, "all"].map((one) => html`<button type="button" class="chip" key=${one} aria-pressed=${one === queue ? "true" : "false"} onClick=${() => choose(one)}>${t(`shipping:queue_${one}`)}</button>`)}
    </div>
    <${Queue} store=${store} queue=${queue} key=${queue} />
  <//>`;
}

function Queue({ store, queue }) {
  const sold = usePages((cursor) => get(`/stores/${store}/orders`, { cursor, queue: queue === "all" ? null : queue }), [store, queue]);
  const each = (one) => html`<${Card} key=${one.id} of=${one} store=${store} />`;
  const none = html`<${Empty} icon=${queue === "to_ship" ? "circle-check" : "package"} title=${queue === "to_ship" ? t("shipping:nothing_to_ship") : t("shipping:none")}>
    ${queue === "to_ship" ? t("shipping:nothing_to_ship_text") : t("shipping:none_text")}<//>`;
  return html`<${Pages} from=${sold} each=${each} empty=${none} look="sold" />`;
}

function Card({ of, store }) {
  const [words, tone] = orderState(of);
  const [first, ...rest] = of.lines;
  const pieces = of.lines.reduce((sum, one) => sum + one.quantity, 0);
  return html`<li><a class="card tap" href=${to(`/sell/${store}/orders/${of.id}`)}>
    <span class="row"><b class="grow clip">${of.destination.recipient}</b><${Badge} tone=${tone}>${words}<//></span>
    <span class="row"><span class="grow two-lines">${first.title}${first.variant_title ? ` · ${first.variant_title}` : ""}${first.quantity > 1 ? ` × ${first.quantity}` : ""}${rest.length ? ` ${t("shipping:and_more", { count: rest.length })}` : ""}</span><${Money} of=${of.total} /></span>
    <span class="row muted small"><${Icon} name="map-pin" /><span class="grow clip">${of.destination.region_name}</span><span>${t("shipping:pieces", { count: pieces })}</span></span>
    <span class="row muted small"><span class="grow">${dueWords(of) || ago(of.placed_at)}</span></span>
  </a></li>`;
}
