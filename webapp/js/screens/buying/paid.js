/** It is paid: what happens to the money now, and the orders that were placed. */
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Button, Item } from "../../ui/parts.js";
import { Thumb } from "./card.js";

export function Paid({ checkout }) {
  const placed = checkout.state === "placed";
  return html`<div class="empty paid" role="status"><${Icon} name=${placed ? "circle-check" : "clock"} /><h2>${t(placed ? "buying:thanks" : "buying:payment_pending")}</h2>
      <p>${t(placed ? "buying:thanks_text" : "buying:payment_pending_text", { amount: money(checkout.total) })}</p></div>
    <ul class="list">${checkout.orders.map((one) => html`<${Item} key=${one.id} href=${to(`/orders/${one.id}`)} before=${html`<${Thumb} path=${one.lines[0]?.cover} size="tiny" />`} title=${one.store_name} under=${t("buying:pieces", { count: one.lines.reduce((sum, line) => sum + line.quantity, 0) })} after=${html`<span class="number">${money(one.paid)}</span>`} />`)}</ul>
    <${Button} wide href=${to("/orders")}>${t("buying:my_orders")}<//><${Button} wide look="plain" href=${to("/")}>${t("buying:go_on_looking")}<//>`;
}
