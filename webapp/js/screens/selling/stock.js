/** What is left of each variant: added to, counted anew, followed back, and from how few on she wants to hear of it. */
import { get, post, put } from "../../api.js";
import { moment, number } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded, usePages } from "../../loading.js";
import { Choice, Form, Whole } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Badge, Button, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Pages } from "../../ui/states.js";
import { Restock } from "./restock.js";

const TONES = { enough: "good", low: "warn", out: "bad" };
export const named = (variant) => variant.title || variant.sku;

export function Stock({ of, may, onChanged }) {
  const alert = useLoaded(() => get(`/listings/${of.id}/stock-alert`), [of.id, JSON.stringify(of.variants.map((one) => one.stock))]);
  const [shown, show] = useState(null);
  const level = (id) => alert.data?.variants.find((one) => one.variant_id === id)?.level;
  const close = () => show(null);
  return html`<section class="card" aria-labelledby="stock"><div class="row wrap"><h2 id="stock" class="grow">${t("goods:stock")}</h2>
      <${Button} look="quiet" slim icon="boxes" onClick=${() => show({ kind: "restock" })}>${t("goods:restock")}<//>
      ${may("goods:count") ? html`<${Button} look="quiet" slim icon="bell" onClick=${() => show({ kind: "alert" })}>${t("goods:alert")}<//>` : null}</div>
    <ul class="stocks">${of.variants.map((one) => html`<li key=${one.id} class="row">
      <span class="grow"><span>${named(one)}</span><span class="row"><b class="number">${number(one.stock)}</b>${level(one.id) ? html`<${Badge} tone=${TONES[level(one.id)]}>${t(`goods:level_${level(one.id)}`)}<//>` : null}</span></span>
      <span class="row">${may("goods:count") ? html`<${Button} look="plain" slim onClick=${() => show({ kind: "adjust", one })} aria-label=${t("goods:adjust_of", { name: named(one) })}>${t("goods:adjust")}<//>` : null}
      <${Button} look="plain" slim onClick=${() => show({ kind: "journal", one })} aria-label=${t("goods:journal_of", { name: named(one) })}>${t("goods:journal")}<//></span></li>`)}</ul>
    ${shown?.kind === "adjust" ? html`<${Adjust} of=${of} variant=${shown.one} onClose=${close} onDone=${(listing) => { onChanged((was) => ({ ...was, ...listing })); close(); }} />` : null}
    ${shown?.kind === "restock" ? html`<${Restock} of=${of} onClose=${close} />` : null}
    ${shown?.kind === "journal" ? html`<${Journal} of=${of} variant=${shown.one} onClose=${close} />` : null}
    ${shown?.kind === "alert" && alert.data ? html`<${Alert} of=${of} told=${alert.data} onClose=${close} onDone=${(next) => { alert.set(next); close(); }} />` : null}
  </section>`;
}

function Adjust({ of, variant, onClose, onDone }) {
  const [way, choose] = useState("add");
  const [count, write] = useState(null);
  const whole = typeof count === "number" && (way === "count" || count > 0);
  const deed = useDeed((key, how, many) => (how === "count"
    ? post(`/listings/${of.id}/stock-count`, { variant_id: variant.id, counted: many, seen: variant.stock }, { key })
    : post(`/listings/${of.id}/stock`, { variant_id: variant.id, change: how === "add" ? many : -many }, { key })), { done: onDone, said: t("frame:saved") });
  const after = way === "count" ? count : variant.stock + (way === "add" ? count : -count);
  return html`<${Sheet} title=${t("goods:adjust_of", { name: named(variant) })} onClose=${onClose}>
    <${Form} label=${t("goods:adjust")} onSubmit=${() => whole && deed.run(way, count)}>
      <${Choice} label=${t("goods:what_happened")} name="way" value=${way} onChange=${choose} options=${["add", "take", "count"].map((one) => [one, t(`goods:way_${one}`)])} />
      <${Whole} label=${t(way === "count" ? "goods:counted" : "goods:pieces")} name=${way === "count" ? "counted" : "change"} value=${count} onChange=${write} problem=${deed.problem} required />
      <p class="muted" aria-live="polite">${whole ? t("goods:from_to", { before: number(variant.stock), after: number(after) }) : t("goods:now_left", { count: variant.stock })}</p>
      <${Refusal} problem=${deed.problem} />
      <${Button} type="submit" wide busy=${deed.busy} disabled=${!whole}>${t("frame:save")}<//><//><//>`;
}

function Journal({ of, variant, onClose }) {
  const found = usePages((cursor) => get(`/listings/${of.id}/stock-journal`, { variant_id: variant.id, cursor, limit: 20 }), [variant.id]);
  const each = (one) => html`<li key=${one.id} class="item"><span class="grow"><span>${t(`goods:cause_${one.cause}`)}</span><span class="muted small">${moment(one.at)}</span></span>
    <span class="end"><b class="number">${number(one.change || -one.change_of_reserved, { signDisplay: "exceptZero" })}</b><span class="muted small number">${t("goods:left", { count: one.stock })}</span></span></li>`;
  return html`<${Sheet} title=${t("goods:journal_of", { name: named(variant) })} onClose=${onClose}>
    ${found.data?.reserved ? html`<p class="muted">${t("goods:kept_for", { count: found.data.reserved })}</p>` : null}
    <${Pages} from=${found} each=${each} look="list journal" empty=${html`<${Empty} icon="boxes" title=${t("goods:journal_none")}
      action=${html`<${Button} look="quiet" icon="refresh-cw" onClick=${() => found.reload()}>${t("frame:again")}<//>`}>${t("goods:journal_soon")}<//>`} /><//>`;
}

function Alert({ of, told, onClose, onDone }) {
  const [own, choose] = useState(told.threshold === null ? "store" : "own");
  const [count, write] = useState(told.threshold ?? told.holds);
  const deed = useDeed((_, threshold) => put(`/listings/${of.id}/stock-alert`, { threshold }), { done: onDone, said: t("frame:saved") });
  const whole = own === "store" || typeof count === "number";
  return html`<${Sheet} title=${t("goods:alert")} onClose=${onClose}>
    <${Form} label=${t("goods:alert")} onSubmit=${() => whole && deed.run(own === "store" ? null : count)}>
      <p class="muted">${t("goods:alert_text")}</p>
      <${Choice} label=${t("goods:alert_whose")} name="whose" value=${own} onChange=${choose} options=${[["store", t("goods:alert_store")], ["own", t("goods:alert_own")]]} />
      ${own === "own" ? html`<${Whole} label=${t("goods:alert_from")} name="threshold" value=${count} onChange=${write} problem=${deed.problem} />` : null}
      <${Refusal} problem=${deed.problem} />
      <${Button} type="submit" wide busy=${deed.busy} disabled=${!whole}>${t("frame:save")}<//><//><//>`;
}
