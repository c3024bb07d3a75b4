/** What one proposes: a price for so many pieces, and how it is paid and carried out. */
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { Amount, Form, Select, Text, useForm, Whole } from "../../ui/form.js";
import { html } from "../../ui/html.js";
import { Button, Pairs, Refusal } from "../../ui/parts.js";

const WAITS = [24, 72, 168, 336];

/** `from` is what stands before it; `send(key, wish)` proposes; `ready` says that all else is chosen. */
export function QuoteForm({ from, label, send, done, ready = true, currency = "CNY", children }) {
  const { values, bind } = useForm({
    price: from.price?.amount ?? null, quantity: from.quantity, deposit: (from.deposit ?? 3_000) / 100, balance_days: from.balance_days ?? 7,
    forfeit: (from.forfeit ?? 0) / 100, ship_days: from.ship_days ?? 7, inspect_days: from.inspect_days ?? 10, text: "", hours: "72",
  });
  const deed = useDeed(send, { done, said: t("trading:proposed") });
  const shares = { deposit: Math.round(values.deposit * 100), forfeit: Math.round(values.forfeit * 100) };
  const wish = { ...values, ...shares, hours: Number(values.hours) };
  const total = (values.price ?? 0) * (values.quantity || 0);
  const told = { currency, problem: deed.problem };
  return html`<${Form} label=${label} onSubmit=${() => deed.run(wish)}>
    ${children}
    <div class="two"><${Amount} label=${t("trading:price_each")} ...${bind("price")} ...${told} /><${Whole} label=${t("trading:pieces_wanted")} ...${bind("quantity")} problem=${deed.problem} /></div>
    <div class="two"><${Whole} label=${t("trading:deposit_percent")} ...${bind("deposit")} problem=${deed.problem} /><${Whole} label=${t("trading:balance_days")} ...${bind("balance_days")} problem=${deed.problem} /></div>
    <${Text} label=${t("trading:say_with_it")} lines=${2} ...${bind("text")} problem=${deed.problem} />
    <details class="trade-more"><summary>${t("trading:more_terms")}</summary><div class="stack more-terms">
      <div class="two"><${Whole} label=${t("trading:ship_days")} ...${bind("ship_days")} problem=${deed.problem} /><${Whole} label=${t("trading:inspect_days")} ...${bind("inspect_days")} problem=${deed.problem} /></div>
      <${Whole} label=${t("trading:forfeit_percent")} hint=${t("trading:forfeit_hint")} ...${bind("forfeit")} problem=${deed.problem} />
      <${Select} label=${t("trading:answer_within")} ...${bind("hours")} options=${WAITS.map((hours) => [String(hours), t("trading:days", { count: hours / 24 })])} /></div></details>
    <div aria-live="polite"><${Pairs} of=${[shares.deposit < 10_000 && [t("trading:deposit"), money({ amount: Math.ceil((total * shares.deposit) / 10_000), currency })], [t("trading:total"), money({ amount: total, currency }), { sum: true }]]} /></div>
    <${Refusal} problem=${deed.problem} />
    <${Button} type="submit" wide icon="send" busy=${deed.busy} disabled=${!ready || !total}>${label}<//>
  <//>`;
}
