/** The checkout: where to, what it costs with coupons, from which money, and then it is paid. */
import { get, post } from "../../api.js";
import { moment } from "../../format.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { to } from "../../router.js";
import { html, useState } from "../../ui/html.js";
import { Button, Note } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Failure, Skeleton } from "../../ui/states.js";
import { AddressPicker } from "./address-picker.js";
import { Bill, Coupons } from "./bill.js";
import { PayDock } from "./pay.js";
import { Paid } from "./paid.js";
import { told } from "./refused.js";

/** Another purchase is another checkout, also where one goes from one right to the other. */
export default ({ query, me }) => html`<${Checkout} query=${query} me=${me} key=${JSON.stringify(query)} />`;

function Checkout({ query, me }) {
  const [coupons, setCoupons] = useState([]);
  const [done, finish] = useState(null);
  const agreed = Boolean(query.offer);
  const found = useLoaded(() => (agreed ? loadAgreed(query) : loadQuote(query, coupons)), [query.offer, query.lines, coupons.join()]);
  const [address, pick] = useState(null);
  const frame = (inside) => html`<${Screen} title=${t(done ? "buying:paid_title" : "buying:checkout")} up=${agreed ? `/chats/${query.conversation}` : "/cart"} narrow>${inside}<//>`;
  if (done) return frame(html`<${Paid} checkout=${done} />`);
  if (found.problem && !found.data) return frame(html`<${Failure} problem=${{ ...found.problem, status: found.problem.status, message: told(found.problem.code, found.problem.message) }} again=${found.reload} />`);
  if (!found.data) return frame(html`<${Skeleton} lines=${3} />`);
  const { stores, total, leftOut, checks, wish, over, until } = found.data;
  const fit = checks.filter((one) => !one.problem).map((one) => one.code);
  if (over || !stores.length) {
    return frame(html`<${Empty} icon="shopping-cart" title=${t("buying:nothing_to_buy")} action=${html`<${Button} href=${to("/cart")}>${t("buying:cart")}<//>`}>${over ? t("buying:agreement_over") : t("buying:nothing_to_buy_text")}<//>`);
  }
  return frame(html`
    <${AddressPicker} me=${me} chosen=${address} onPick=${pick} />
    ${leftOut.length ? html`<${Note} tone="warn">${t("buying:left_out", { count: leftOut.length })}<//>` : null}
    ${stores.map((store) => html`<${Bill} store=${store} agreed=${agreed} key=${store.store_id} />`)}
    ${agreed ? null : html`<${Coupons} codes=${coupons} checks=${checks} onChange=${setCoupons} busy=${found.loading} />`}
    ${until ? html`<${Note} icon="clock">${t("buying:kept_until", { when: moment(until) })}<//>` : null}
    ${total ? html`<${PayDock} total=${total} wish=${{ ...wish, coupons: fit, address_id: address?.id, expected_total: total.amount }} ready=${Boolean(address) && !found.loading} onDone=${finish} onStale=${() => found.reload({ quiet: true })} />`
      : html`<${Note} tone="warn">${t("buying:mixed_currencies")}<//>`}`);
}

/** What lines of the cart cost now. */
async function loadQuote({ lines }, coupons) {
  const line_ids = lines ? lines.split(",") : null;
  const quote = await post("/cart/quote", { line_ids, coupons });
  return { stores: quote.stores, total: quote.total, leftOut: quote.left_out, checks: quote.coupons, wish: { line_ids: bought(quote) } };
}

/** The lines that can be bought: what is left out isn't asked for. */
const bought = (quote) => quote.stores.flatMap((store) => store.lines.map((line) => line.id));

/** What was agreed on in a chat, at its price. Where it can't be bought any more it is `over`. */
async function loadAgreed({ offer, conversation }) {
  const told = await get(`/conversations/${conversation}/offers/${offer}`);
  const goods = await get(`/listings/${told.listing_id}`, null, { open: true }).catch(() => null);
  const variant = goods?.variants.find((one) => one.id === told.variant_id);
  const line = {
    id: told.id, listing_id: told.listing_id, title: told.title, variant_title: "", price: told.price, quantity: told.quantity,
    regular_price: variant?.regular_price ?? told.price, amount: told.total, net: told.total, cover: goods?.cover?.path, note: "",
  };
  const store = { store_id: goods?.store_id ?? "", store_name: t("buying:agreed_in_chat"), lines: [line], discounts: [], taxes: [], total: told.total };
  const late = told.reserved_until && new Date(told.reserved_until) < new Date();
  return { stores: [store], total: told.total, leftOut: [], checks: [], wish: { offer_id: told.id }, over: told.state !== "accepted" || late, until: told.reserved_until };
}
