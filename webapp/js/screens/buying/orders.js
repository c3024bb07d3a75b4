/** What one bought, the newest first, and what one may say something about. */
import { get } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useLoaded, usePages } from "../../loading.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Button, Item } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";
import { Thumb } from "./card.js";
import { stateOf } from "./order-state.js";

export default function Orders() {
  const bought = usePages((cursor) => get("/orders", { cursor, limit: 20 }));
  const waiting = useLoaded(() => get("/my/reviews/awaiting", { limit: 1 }).catch(() => ({ items: [] })));
  const [next] = waiting.data?.items ?? [];
  const empty = html`<${Empty} icon="package" title=${t("buying:no_orders")} action=${html`<${Button} href=${to("/")}>${t("buying:look_around")}<//>`}>${t("buying:no_orders_text")}<//>`;
  return html`<${Screen} title=${t("buying:my_orders")} narrow>
    ${next && bought.data ? html`<ul class="list"><${Item} href=${to(`/orders/${next.order_id}/review`)} before=${html`<${Icon} name="star" />`} title=${t("buying:review_waits")} under=${next.title} /></ul>` : null}
    ${waiting.loading ? null : html`<${Pages} from=${bought} look="stack" each=${(one) => html`<${OrderCard} order=${one} key=${one.id} />`} empty=${empty} />`}
  <//>`;
}

function OrderCard({ order }) {
  const state = stateOf(order);
  const [first] = order.lines;
  const pieces = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  return html`<li><a class="card tap order-card" href=${to(`/orders/${order.id}`)}>
    <span class="row"><b class="grow clip">${order.store_name}</b><${Badge} tone=${state.tone}>${state.words}<//></span>
    <span class="row top"><${Thumb} path=${first.cover} /><span class="grow"><span class="line-title">${first.title}</span>
      <span class="muted small">${order.lines.length > 1 ? t("buying:and_more", { count: order.lines.length - 1 }) : first.variant_title}</span></span>
      <span class="end"><span class="number">${money(order.total)}</span><span class="muted small">${t("buying:pieces", { count: pieces })}</span></span></span>
    ${state.hint ? html`<span class="small muted">${state.hint}</span>` : null}
  </a></li>`;
}
