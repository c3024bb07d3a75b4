/** A lower price for some time. */
import { put, remove } from "../../api.js";
import { money, moment } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { Amount, Form } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Badge, Button, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { Moment, soon } from "./moment-field.js";
import { named } from "./stock.js";

export function Sale({ of, onChanged, reload }) {
  const [asked, ask] = useState(false);
  const running = of.variants.filter((one) => one.sale);
  const end = useDeed(() => remove(`/listings/${of.id}/sale`), { said: t("goods:sale_ended"), done: () => reload({ quiet: true }) });
  return html`<section class="card" aria-labelledby="sale"><div class="row"><h2 id="sale" class="grow">${t("goods:sale")}</h2>${running.length ? html`<${Badge} tone="accent">${t("goods:sale_until", { at: moment(running[0].sale.ends_at) })}<//>` : null}</div>
    ${running.length ? html`<ul class="stocks">${running.map((one) => html`<li class="row" key=${one.id}><span class="grow">${named(one)}</span><b class="price">${money(one.sale.price)}</b><s class="usual">${money(one.regular_price)}</s></li>`)}</ul>`
      : html`<p class="muted">${t("goods:sale_none")}</p>`}
    <${Refusal} problem=${end.problem} />
    <div class="row wrap"><${Button} look="quiet" slim icon="badge-percent" onClick=${() => ask(true)}>${t(running.length ? "goods:sale_change" : "goods:sale_begin")}<//>
      ${running.length ? html`<${Button} look="danger" slim busy=${end.busy} onClick=${() => end.run()}>${t("goods:sale_end")}<//>` : null}</div>
    ${asked ? html`<${Terms} of=${of} onClose=${() => ask(false)} onDone=${(listing) => { onChanged((was) => ({ ...was, ...listing })); ask(false); }} />` : null}
  </section>`;
}

function Terms({ of, onClose, onDone }) {
  const [prices, set] = useState(() => Object.fromEntries(of.variants.map((one) => [one.id, one.sale?.price.amount ?? null])));
  const [starts, setStarts] = useState(""), [ends, setEnds] = useState(soon(7));
  const given = of.variants.filter((one) => prices[one.id] != null);
  const deed = useDeed((_, wish) => put(`/listings/${of.id}/sale`, wish), { done: onDone, said: t("frame:saved") });
  const begin = () => deed.run({ variants: given.map((one) => ({ id: one.id, price: prices[one.id] })), starts_at: starts ? new Date(starts).toISOString() : null, ends_at: new Date(ends).toISOString() });
  return html`<${Sheet} title=${t("goods:sale")} onClose=${onClose}>
    <${Form} label=${t("goods:sale")} onSubmit=${() => given.length && ends && begin()}>
      ${of.variants.map((one) => html`<${Amount} key=${one.id} label=${of.variants.length === 1 ? t("goods:sale_price") : named(one)} hint=${t("goods:usual_price", { price: money(one.regular_price) })} name=${one.id}
        value=${prices[one.id]} currency=${one.price.currency} onChange=${(price) => set((was) => ({ ...was, [one.id]: price }))} />`)}
      <${Moment} label=${t("goods:starts_at")} hint=${t("goods:starts_now")} name="starts_at" value=${starts} onChange=${setStarts} problem=${deed.problem} />
      <${Moment} label=${t("goods:ends_at")} name="ends_at" value=${ends} onChange=${setEnds} problem=${deed.problem} required />
      <${Refusal} problem=${deed.problem} />
      <${Button} type="submit" wide busy=${deed.busy} disabled=${!given.length || !ends}>${t("frame:save")}<//><//><//>`;
}
