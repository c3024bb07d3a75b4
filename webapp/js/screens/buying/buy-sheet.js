/** Which kind, how many, a word for the seller; then into the cart or straight to the checkout. */
import { patch, post } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { go } from "../../router.js";
import { refreshCart } from "../../session.js";
import { Form, Stepper, Text } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, Note } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { toast } from "../../ui/toast.js";
import { Thumb } from "./card.js";
import { Ladder, Stock, priceOf } from "./kinds.js";
import { Refused } from "./refused.js";

export function BuySheet({ goods, onClose, ...rest }) {
  return html`<${Sheet} title=${t("buying:choose_kind")} onClose=${onClose}><${BuyForm} goods=${goods} ...${rest} /><//>`;
}

/** `aim` is "cart" or "checkout"; without one both are offered. `onPut` is called once it is in the cart. */
export function BuyForm({ goods, variant: first, quantity: wanted, aim, me, onPut }) {
  const [kind, choose] = useState(first ?? (goods.variants.find((one) => one.stock) ?? goods.variants[0]).id);
  const variant = goods.variants.find((one) => one.id === kind) ?? goods.variants[0];
  const lot = goods.lot;
  const [quantity, setQuantity] = useState(Math.max(wanted ?? 1, lot.least_quantity));
  const [note, setNote] = useState("");
  const deed = useDeed((key, end) => put(key, end, { goods, variant, quantity, note }), {
    done: async (line) => {
      refreshCart().catch(() => {});
      if (line.end === "checkout") go("/checkout", { query: { lines: line.id } });
      else { toast(t("buying:in_cart_now")); onPut?.(); }
    },
  });
  const price = priceOf(variant, quantity);
  const act = (end) => () => (me === null ? go("/sign-in") : deed.run(end));  // undefined: not known yet, so the API tells
  const none = variant.stock < Math.max(1, lot.least_quantity);
  return html`<${Form} passing label=${t("buying:choose_kind")} onSubmit=${act(aim ?? "checkout")}>
    <div class="row top"><${Thumb} path=${goods.cover?.path} /><div class="grow"><span class="price lead number" aria-live="polite">${money(price)}</span>
      <p class="muted small">${variant.title ? `${variant.title} · ` : ""}<${Stock} variant=${variant} /></p></div></div>
    ${goods.variants.length > 1 ? html`<fieldset><legend class="legend">${t("buying:kinds")}</legend><div class="choices">
      ${goods.variants.map((one) => html`<label class="chip" key=${one.id}><input type="radio" name="kind" disabled=${!one.stock} checked=${one.id === kind} onChange=${() => choose(one.id)} />${one.title || one.sku}</label>`)}</div></fieldset>` : null}
    <${Ladder} variant=${variant} quantity=${quantity} />
    <div class="row"><span class="grow legend">${t("buying:quantity")}${lot.case_pack > 1 ? html` <span class="muted small">${t("buying:in_cases", { count: lot.case_pack })}</span>` : null}</span>
      <${Stepper} label=${t("buying:quantity")} value=${quantity} least=${Math.max(1, lot.least_quantity)} most=${Math.min(9999, Math.max(1, variant.stock))}
        onChange=${(next) => setQuantity(quantity + Math.sign(next - quantity) * lot.case_pack)} /></div>
    <${Text} label=${t("buying:note")} hint=${t("buying:note_hint")} name="note" value=${note} onChange=${setNote} maxlength="200" problem=${deed.problem} />
    <${Refused} problem=${deed.problem} />
    ${none ? html`<${Note} tone="warn">${t("buying:sold_out")}<//>` : null}
    <div class="row">
      ${aim !== "checkout" ? html`<${Button} type=${aim ? "submit" : "button"} look=${aim ? "" : "quiet"} wide=${Boolean(aim)} icon="shopping-cart" disabled=${none} busy=${deed.busy} onClick=${aim ? undefined : act("cart")}>${t("buying:to_cart")}<//>` : null}
      ${aim !== "cart" ? html`<${Button} type="submit" wide disabled=${none} busy=${deed.busy}>${t("buying:buy_for", { amount: money({ ...price, amount: price.amount * quantity }) })}<//>` : null}
    </div>
  <//>`;
}

/** Put so many into the cart. Whoever buys at once means just as many, also where some were in the cart before. */
async function put(key, end, { goods, variant, quantity, note }) {
  const wish = { listing_id: goods.id, variant_id: variant.id, quantity, note };
  const { lines } = await post("/cart/lines", wish, { key });
  const line = lines.find((one) => one.listing_id === goods.id && one.variant_id === variant.id && one.note === note);
  if (end === "checkout" && line.quantity !== quantity) await patch(`/cart/lines/${line.id}`, { quantity });
  return { ...line, end };
}
