/** Paying: from the wallet with its PIN, or with a card, which here is one of the sandbox's and says so. */
import { get, post } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { referral } from "../../referral.js";
import { go, to } from "../../router.js";
import { refreshCart } from "../../session.js";
import { Form, Text } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Button, Note } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { CARDS, cardName } from "./cards.js";
import { Refused } from "./refused.js";

/** `wish` is what POST /checkouts takes; `onDone` gets the checkout once it is placed. */
export function PayDock({ total, wish, ready, onDone, onStale }) {
  const [open, setOpen] = useState(false);
  const [prepared, prepare] = useState(null);
  const giveUp = useDeed(() => backIntoCart(prepared), { done: () => { refreshCart().catch(() => {}); go("/cart", { instead: true }); } });
  const pay = async ({ key, source, pin }) => {
    if (source === "wallet") return post("/checkouts", { ...wish, referral: referral(), pay_from: "wallet", pin: pin || null }, { key });
    const checkout = prepared ?? await post("/checkouts", { ...wish, referral: referral(), pay_from: "gateway" }, { key });
    prepare(checkout);
    return post(`/checkouts/${checkout.id}/complete`, { method: source }, { key: `${checkout.id}-${key}` });
  };
  return html`<div class="dock"><div class="grow" aria-live="polite"><span class="muted small">${t("buying:total")}</span><span class="price lead number">${money(total)}</span></div>
    <${Button} disabled=${!ready && !prepared} onClick=${() => setOpen(true)}>${t("buying:pay_now")}<//></div>
    ${open ? html`<${PaySheet} total=${total} onClose=${() => setOpen(false)} pay=${pay} onStale=${onStale} cardOnly=${Boolean(prepared)}
      onDone=${(checkout) => { refreshCart().catch(() => {}); onDone(checkout); }}>
      ${prepared ? html`<${Note}>${t("buying:kept_for_card")} <button type="button" class="text-link" disabled=${giveUp.busy} onClick=${() => giveUp.run()}>${t("buying:give_up")}</button><//><${Refused} problem=${giveUp.problem} />` : null}
    <//>` : null}`;
}

/** A checkout that waits for a card is given up; what it held lies in the cart again. */
async function backIntoCart(checkout) {
  await post(`/checkouts/${checkout.id}/cancel`);
  for (const line of checkout.orders.flatMap((order) => order.lines)) {
    const { listing_id, variant_id, quantity, note } = line;
    await post("/cart/lines", { listing_id, variant_id, quantity, note }, { key: `${checkout.id}-${line.id}` }).catch(() => {});
  }
}

const STALE = new Set(["total_changed", "price_changed", "cart_changed", "sold_out", "not_on_sale"]);

/** Where the money comes from. `pay({key, source, pin})` does it; `wallet` alone leaves the cards out. */
export function PaySheet({ total, onClose, pay, onDone, onStale, walletOnly = false, cardOnly = false, children }) {
  const money_ = useLoaded(() => Promise.all([get("/wallet", { currency: total.currency }), get("/wallet/pin")]));
  const [source, choose] = useState(cardOnly ? CARDS[0] : "wallet");
  const [pin, setPin] = useState("");
  const deed = useDeed((key) => pay({ key, source, pin }), { done: onDone });
  const [wallet, lock] = money_.data ?? [];
  const short = source === "wallet" && wallet && wallet.available.amount < total.amount;
  const asks = source === "wallet" && lock?.is_set;
  const refusal = deed.problem;
  const stale = refusal && STALE.has(refusal.code);
  return html`<${Sheet} title=${t("buying:pay_amount", { amount: money(total) })} onClose=${onClose}><${Form} passing label=${t("buying:pay_now")} onSubmit=${() => deed.run(source, pin)}>
    ${children}
    <fieldset class="sources"><legend class="unseen">${t("buying:pay_from")}</legend>
      ${cardOnly ? null : html`<${Source} value="wallet" chosen=${source} onChoose=${choose} icon="wallet" title=${t("buying:wallet")} under=${wallet ? t("buying:available", { amount: money(wallet.available) }) : t("loading")} />`}
      ${walletOnly ? null : CARDS.map((one) => html`<${Source} key=${one} value=${one} chosen=${source} onChoose=${choose} icon="credit-card" title=${cardName(one)} under=${t("buying:sandbox_card")} mark=${t("buying:demo")} />`)}
    </fieldset>
    ${short ? html`<${Note} tone="warn">${t("buying:wallet_short", { amount: money({ amount: total.amount - wallet.available.amount, currency: total.currency }) })} <a href=${to("/wallet", { topup: total.amount - wallet.available.amount })}>${t("buying:top_up")}</a><//>` : null}
    ${asks ? html`<${PinField} value=${pin} onChange=${setPin} problem=${refusal} />` : null}
    ${refusal && !(asks && isPin(refusal)) ? html`<${Refused} problem=${refusal}>${stale && onStale ? html` <button type="button" class="text-link" onClick=${() => { onStale(); onClose(); }}>${t("buying:look_again")}</button>` : null}<//>` : null}
    ${walletOnly ? null : html`<p class="muted small row top"><${Icon} name="shield-check" /><span>${t("buying:escrow_text")}</span></p>`}
    <${Button} type="submit" wide busy=${deed.busy} disabled=${!wallet || short || (asks && pin.length !== 6)}>${t("buying:pay_amount", { amount: money(total) })}<//>
  <//><//>`;
}

const isPin = (problem) => ["pin_required", "wrong_pin", "pin_locked"].includes(problem.code);

/** The payment PIN: six digits. */
export const PinField = ({ label, value, onChange, problem, name = "pin", ...rest }) => html`<${Text} label=${label ?? t("buying:pin")} name=${name} value=${value} onChange=${(text) => onChange(text.replace(/\D/g, "").slice(0, 6))}
  type="password" inputmode="numeric" autocomplete="off" maxlength="6" fault=${problem && isPin(problem) ? t(`buying:no_${problem.code}`) : ""} problem=${problem} ...${rest} />`;

function Source({ value, chosen, onChoose, icon, title, under, mark }) {
  return html`<label class="source"><input type="radio" name="source" checked=${value === chosen} onChange=${() => onChoose(value)} /><${Icon} name=${icon} />
    <span class="grow"><b>${title}</b><span class="muted small">${under}</span></span>${mark ? html`<${Badge} tone="warn">${mark}<//>` : null}</label>`;
}
