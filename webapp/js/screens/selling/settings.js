/** What holds for all goods of a store: how they are taxed, and from how few pieces on she wants to hear of it. */
import { get, put } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { Choice, Form, Text, Whole } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";

const MODES = ["none", "included", "added"];

export default function Settings({ store }) {
  const tax = useLoaded(() => get(`/stores/${store}/tax`), [store]);
  const alert = useLoaded(() => get(`/stores/${store}/stock-alert`), [store]);
  return html`<${Screen} title=${t("selling:door_settings")} up=${`/sell/${store}`} narrow>
    <section class="card" aria-labelledby="tax"><h2 id="tax">${t("selling:tax")}</h2>
      <${Loaded} from=${tax} lines=${2}>${(one) => html`<${Tax} of=${one} store=${store} onSaved=${tax.set} />`}<//></section>
    <section class="card" aria-labelledby="low"><h2 id="low">${t("goods:alert")}</h2>
      <${Loaded} from=${alert} lines=${1}>${(one) => html`<${Low} of=${one} store=${store} onSaved=${alert.set} />`}<//></section>
  <//>`;
}

/** "13" or "13.5" per cent as basis points; null where that is no rate. */
const pointsOf = (text) => (/^\d{1,3}([.,]\d{1,2})?$/.test(text.trim()) ? Math.round(Number(text.trim().replace(",", ".")) * 100) : null);

function Tax({ of, store, onSaved }) {
  const [mode, choose] = useState(of.mode);
  const [rate, write] = useState(String(of.rate / 100));
  const wish = { mode, rate: mode === "none" ? 0 : pointsOf(rate), by_category: mode === "none" ? {} : of.by_category };
  const deed = useDeed((_, next) => put(`/stores/${store}/tax`, next), { done: onSaved, said: t("frame:saved") });
  return html`<${Form} label=${t("selling:tax")} onSubmit=${() => wish.rate !== null && deed.run(wish)}>
    <${Choice} label=${t("selling:tax_mode")} name="mode" value=${mode} onChange=${choose} options=${MODES.map((one) => [one, t(`selling:tax_${one}`)])} />
    ${mode === "none" ? null : html`<${Text} label=${t("selling:tax_rate")} name="rate" inputmode="decimal" value=${rate} onChange=${write} problem=${deed.problem} fault=${wish.rate === null ? t("selling:tax_rate_wrong") : ""} />`}
    <${Refusal} problem=${deed.problem} /><${Button} type="submit" busy=${deed.busy} disabled=${wish.rate === null}>${t("frame:save")}<//><//>`;
}

function Low({ of, store, onSaved }) {
  const [count, write] = useState(of.threshold);
  const deed = useDeed((_, threshold) => put(`/stores/${store}/stock-alert`, { threshold }), { done: onSaved, said: t("frame:saved") });
  const whole = typeof count === "number";
  return html`<${Form} label=${t("goods:alert")} onSubmit=${() => whole && deed.run(count)}><p class="muted">${t("goods:alert_text")}</p>
    <${Whole} label=${t("goods:alert_from")} name="threshold" value=${count} onChange=${write} problem=${deed.problem} />
    <${Refusal} problem=${deed.problem} /><${Button} type="submit" busy=${deed.busy} disabled=${!whole}>${t("frame:save")}<//><//>`;
}
