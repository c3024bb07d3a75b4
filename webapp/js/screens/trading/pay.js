/** Paying from the wallet: the amount is seen once more, with what is there, where it goes, and a PIN if one is set. */
import { get } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { to } from "../../router.js";
import { me } from "../../state.js";
import { Form, Select, Text } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, Money, Note, Pairs, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { Loaded } from "../../ui/states.js";

/**
 * `pay(key, {pin, address_id})` does it; with `address` it is asked where the goods go. What stands in `children` says
 * what one pays for.
 */
export function PaySheet({ title, amount, children, address = false, pay, done, onClose, confirm }) {
  const known = useLoaded(async () => {
    const asked = [get("/wallet", { currency: amount.currency }), get("/wallet/pin"), address ? get("/addresses") : { items: [] }];
    const [wallet, lock, book] = await Promise.all(asked);
    return { wallet, lock, places: book.items };
  });
  return html`<${Sheet} title=${title} onClose=${onClose}>
    <div class="trade-paying stack"><p class="amount"><${Money} of=${amount} /></p>${children}
      <${Loaded} from=${known} lines=${2}>${(told) => html`<${Paying} ...${told} amount=${amount} address=${address} pay=${pay} done=${done} confirm=${confirm} />`}<//></div>
  <//>`;
}

function Paying({ wallet, lock, places, amount, address, pay, done, confirm }) {
  const usual = places.find((one) => one.id === me.get()?.default_address_id) ?? places[0];
  const [pin, setPin] = useState("");
  const [place, setPlace] = useState(usual?.id ?? "");
  const deed = useDeed((key, wish) => pay(key, wish), { done });
  const short = wallet.available.amount < amount.amount;
  const wish = { ...(lock.is_set ? { pin } : {}), ...(address ? { address_id: place } : {}) };
  const nowhere = address && !place;
  return html`<${Form} passing label=${t("trading:pay")} onSubmit=${() => deed.run(wish)}>
    <${Pairs} of=${[[t("trading:in_wallet"), money(wallet.available)], [t("trading:left_then"), short ? "–" : money({ ...amount, amount: wallet.available.amount - amount.amount })]]} />
    ${short ? html`<${Note} tone="warn">${t("trading:too_little")} <a href=${to("/wallet")}>${t("trading:top_up")}</a><//>` : null}
    ${nowhere ? html`<${Note} tone="warn">${t("trading:no_address")} <a href=${to("/me/addresses")}>${t("trading:add_address")}</a><//>` : null}
    ${address && place ? html`<${Select} label=${t("trading:goes_to")} name="address_id" value=${place} onChange=${setPlace} problem=${deed.problem}
      options=${places.map((one) => [one.id, `${one.recipient} · ${one.region_name} ${one.street}`])} />` : null}
    ${lock.is_set ? html`<${Text} label=${t("trading:pin")} name="pin" type="password" inputmode="numeric" autocomplete="off" maxlength="6" value=${pin} onChange=${setPin} problem=${deed.problem} />` : null}
    <${Refusal} problem=${deed.problem} />
    <${Button} type="submit" wide icon="lock" busy=${deed.busy} disabled=${short || nowhere || (lock.is_set && pin.length !== 6)}>${confirm ?? t("trading:pay_amount", { amount: money(amount) })}<//>
  <//>`;
}
