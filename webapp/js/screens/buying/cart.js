/** The cart: goods of several stores, how many of each, what can't be had any more, and what it costs with coupons. */
import { get, patch, post, remove } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { go, to } from "../../router.js";
import { refreshCart } from "../../session.js";
import { Check, Stepper } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Button, IconButton, Note } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Loaded } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";
import { Thumb } from "./card.js";
import { Refused, told } from "./refused.js";

export default function Cart() {
  const cart = useLoaded(load);
  const [out, leaveOut] = useState(() => new Set());
  const again = async () => { await cart.reload({ quiet: true }); refreshCart().catch(() => {}); };
  const change = useDeed((_, id, quantity) => patch(`/cart/lines/${id}`, { quantity }), { done: again });
  const drop = useDeed((_, id) => remove(`/cart/lines/${id}`), { done: async () => { toast(t("buying:taken_out")); await again(); } });
  const turn = (ids, on) => leaveOut((was) => { const next = new Set(was); for (const id of ids) { if (on) next.delete(id); else next.add(id); } return next; });
  const busy = change.busy || drop.busy;
  return html`<${Screen} title=${t("buying:cart")} narrow><${Loaded} from=${cart}>${({ lines, stores, gone }) => {
    if (!lines.length) return html`<${Nothing} />`;
    const chosen = stores.flatMap((one) => one.lines).filter((line) => !out.has(line.id));
    return html`<${Refused} problem=${change.problem ?? drop.problem} />
      ${stores.map((store) => html`<${StoreLines} key=${store.store_id} store=${store} out=${out} turn=${turn} busy=${busy} change=${change.run} drop=${drop.run} />`)}
      ${gone.length ? html`<${Gone} lines=${gone} drop=${drop.run} busy=${busy} />` : null}
      <${Sum} stores=${stores} chosen=${chosen} all=${stores.flatMap((one) => one.lines).length} />`;
  }}<//><//>`;
}

/** The cart by store, as it can be bought now, and the lines that can't. */
async function load() {
  const [{ lines }, quote] = await Promise.all([get("/cart"), post("/cart/quote", {})]);
  const known = new Map(lines.map((one) => [one.id, one]));
  const stores = quote.stores.map((store) => ({ ...store, lines: store.lines.map((line) => ({ ...known.get(line.id), ...line })) }));
  return { lines, stores, gone: quote.left_out };
}

const Nothing = () => html`<${Empty} icon="shopping-cart" title=${t("buying:cart_empty")} action=${html`<${Button} href=${to("/")}>${t("buying:look_around")}<//>`}>${t("buying:cart_empty_text")}<//>`;

function StoreLines({ store, out, turn, busy, change, drop }) {
  const ids = store.lines.map((one) => one.id);
  const all = ids.every((id) => !out.has(id));
  return html`<section class="card" aria-label=${store.store_name}>
    <div class="row"><${Check} label=${html`<b>${store.store_name}</b>`} value=${all} onChange=${(on) => turn(ids, on)} /></div>
    <ul class="bought-lines">${store.lines.map((line) => html`<li class="line" key=${line.id}>
      <label class="line-pick"><input type="checkbox" checked=${!out.has(line.id)} onChange=${(event) => turn([line.id], event.target.checked)} /><span class="unseen">${t("buying:buy_this", { title: line.title })}</span></label>
      <a href=${to(`/goods/${line.listing_id}`)} tabindex="-1" aria-hidden="true"><${Thumb} path=${line.cover} /></a>
      <div class="grow"><a class="line-title" href=${to(`/goods/${line.listing_id}`)}>${line.title}</a>
        ${line.variant_title ? html`<span class="muted small">${line.variant_title}</span>` : null}
        ${line.note ? html`<span class="muted small">${t("buying:noted", { note: line.note })}</span>` : null}
        <${PriceNow} line=${line} />
        <div class="row line-deeds"><${Stepper} label=${t("buying:quantity_of", { title: line.title })} value=${line.quantity} most=${busy ? line.quantity : 9999} onChange=${(quantity) => change(line.id, quantity)} />
          <span class="grow"></span><${IconButton} icon="trash" label=${t("buying:take_out", { title: line.title })} disabled=${busy} onClick=${() => drop(line.id)} /></div>
      </div></li>`)}</ul>
    ${store.discounts.map((one) => html`<p class="small good-words" key=${one.promotion_id}><${Icon} name="badge-percent" /> ${one.title} <span class="number">−${money(one.amount)}</span></p>`)}
  </section>`;
}

/** What a piece costs now, and that it cost something else when it was put here. */
function PriceNow({ line }) {
  const before = line.problem === "price_changed" || (line.price_now && line.price_now.amount !== line.price.amount);
  const now = line.price_now ?? line.price;
  return html`<span class="row wrap"><span class="price number">${money(now)}</span>
    ${line.regular_price.amount > now.amount ? html`<s class="usual number"><span class="unseen">${t("buying:usual_price")}</span>${money(line.regular_price)}</s>` : null}
    ${before ? html`<span class="small warn-words">${t("buying:price_changed")}</span>` : null}</span>`;
}

function Gone({ lines, drop, busy }) {
  return html`<section class="card" aria-labelledby="gone"><h2 id="gone">${t("buying:not_to_be_had")}</h2>
    <ul class="bought-lines">${lines.map((line) => html`<li class="line gone" key=${line.id}><${Thumb} path=${line.cover} />
      <div class="grow"><a class="line-title" href=${to(`/goods/${line.listing_id}`)}>${line.title}</a><span class="small warn-words">${told(line.problem, t("buying:cant_be_bought"))}</span></div>
      <${IconButton} icon="trash" label=${t("buying:take_out", { title: line.title })} disabled=${busy} onClick=${() => drop(line.id)} /></li>`)}</ul></section>`;
}

/** What the chosen lines cost: those of the quote if all are chosen, else it is asked anew at the checkout. */
function Sum({ stores, chosen, all }) {
  const whole = chosen.length === all;
  const currencies = new Set(chosen.map((line) => line.net.currency));
  const mixed = currencies.size > 1;
  const amount = whole ? stores.reduce((sum, one) => sum + one.total.amount, 0) : chosen.reduce((sum, line) => sum + line.net.amount, 0);
  const pieces = chosen.reduce((sum, line) => sum + line.quantity, 0);
  const pay = () => go("/checkout", { query: { lines: chosen.map((line) => line.id).join(",") } });
  return html`${mixed ? html`<${Note} tone="warn">${t("buying:mixed_currencies")}<//>` : null}
    <div class="dock"><div class="grow" aria-live="polite"><span class="muted small">${t("buying:pieces", { count: pieces })}</span>
      <span class="price lead number">${mixed || !chosen.length ? "–" : money({ amount, currency: chosen[0].net.currency })}</span></div>
      <${Button} disabled=${!chosen.length || mixed} onClick=${pay}>${t("buying:to_checkout")}<//></div>`;
}
