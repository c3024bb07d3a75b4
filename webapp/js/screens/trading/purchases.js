/** What one bought to sell on, with what is still to pay. */
import { get } from "../../api.js";
import { ago, money } from "../../format.js";
import { t } from "../../i18n.js";
import { usePages } from "../../loading.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Badge, Button, Item } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";

const TONES = { gathering: "warn", deposited: "warn", paid: "accent", shipped: "accent", completed: "good" };

export const OrderState = ({ of }) => html`<${Badge} tone=${TONES[of] ?? ""}>${t(`trading:order_${of}`)}<//>`;

export default function Purchases({ store }) {
  const base = `/sell/${store}/sourcing`;
  const orders = usePages((cursor) => get("/orders", { cursor }));
  const each = (one) => html`<${Item} key=${one.id} href=${to(`${base}/orders/${one.id}`)} title=${one.lines[0].title}
    under=${html`<span class="trade-block">${one.store_name} · ${t("trading:pieces", { count: one.lines.reduce((sum, line) => sum + line.quantity, 0) })} · ${money(one.total)}</span>
      <span class="trade-block">${one.state === "deposited" ? t("trading:balance_due", { amount: money(one.balance), when: ago(one.balance_due_at) }) : ago(one.placed_at)}</span>`} after=${html`<${OrderState} of=${one.state} />`} />`;
  return html`<${Screen} title=${t("trading:purchases")} up=${base} narrow>
    <${Pages} from=${orders} each=${each} empty=${html`<${Empty} icon="boxes" title=${t("trading:no_purchases")} action=${html`<${Button} href=${to(base)}>${t("trading:to_market")}<//>`}>${t("trading:no_purchases_text")}<//>`} />
  <//>`;
}
