/** What the goods of a store cost together, line by line; and the coupons that one names. */
import { money, points } from "../../format.js";
import { t } from "../../i18n.js";
import { Form, Text } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Button, IconButton, Pairs } from "../../ui/parts.js";
import { Thumb } from "./card.js";
import { told } from "./refused.js";

export function Bill({ store, agreed = false }) {
  return html`<section class="card" aria-label=${store.store_name}><h2 class="row"><${Icon} name=${agreed ? "handshake" : "store"} /><span class="grow clip">${store.store_name}</span></h2>
    <${Lines} lines=${store.lines} agreed=${agreed} /><${Sums} of=${store} total=${store.total} /></section>`;
}

/** The lines of a bill or an order, with their photos. */
export function Lines({ lines, agreed = false, href }) {
  return html`<ul class="bought-lines">${lines.map((line) => html`<li class="line" key=${line.id}>
    <${Thumb} path=${line.cover} />
    <div class="grow">${href ? html`<a class="line-title" href=${href(line)}>${line.title}</a>` : html`<span class="line-title">${line.title}</span>`}
      ${line.variant_title ? html`<span class="muted small">${line.variant_title}</span>` : null}
      ${line.note ? html`<span class="muted small">${t("buying:noted", { note: line.note })}</span>` : null}
      ${agreed ? html`<${Badge} tone="good">${t("buying:agreed_price")}<//>` : null}</div>
    <div class="end"><span class="number">${money(line.price)}</span>${line.regular_price.amount > line.price.amount ? html`<s class="usual number"><span class="unseen">${t("buying:usual_price")}</span>${money(line.regular_price)}</s>` : null}
      <span class="muted small number">× ${line.quantity}</span></div></li>`)}</ul>`;
}

/** From the goods to the total: what is taken off, tax, and what is paid. */
export function Sums({ of, total }) {
  const { currency } = total;
  const goods = of.lines.reduce((sum, line) => sum + line.amount.amount, 0);
  return html`<${Pairs} of=${[
    [t("buying:goods_sum"), money({ amount: goods, currency })],
    ...of.discounts.map((one) => [one.code ? t("buying:coupon_named", { code: one.code }) : one.title, `−${money(one.amount)}`]),
    ...of.taxes.map((one) => [t(one.included ? "buying:tax_within" : "buying:tax", { rate: points(one.rate) }), money(one.amount)]),
    [t("buying:total"), money(total), { sum: true }],
  ]} />`;
}

export function Coupons({ codes, checks, onChange, busy }) {
  const [code, write] = useState("");
  const [wrong, blame] = useState("");
  const add = () => {
    const wanted = code.trim().toUpperCase();
    if (!/^[A-Z0-9]{4,20}$/.test(wanted)) { blame(t("buying:no_coupon_code")); return; }
    blame("");
    write("");
    if (!codes.includes(wanted)) onChange([...codes, wanted]);
  };
  return html`<section class="card" aria-labelledby="coupons"><h2 id="coupons">${t("buying:coupons")}</h2>
    <${Form} passing label=${t("buying:coupons")} onSubmit=${add}><div class="row top"><div class="grow"><${Text} unseen label=${t("buying:coupon_code")} name="coupon" value=${code} onChange=${write} fault=${wrong} placeholder=${t("buying:coupon_code")} autocapitalize="characters" autocomplete="off" /></div>
      <${Button} type="submit" look="quiet" busy=${busy} disabled=${!code.trim()}>${t("buying:use")}<//></div><//>
    <ul class="stack tight" aria-live="polite">${codes.map((one) => html`<li class="row" key=${one}><${CodeState} code=${one} check=${checks.find((other) => other.code === one)} />
      <${IconButton} icon="x" label=${t("buying:remove_coupon", { code: one })} onClick=${() => onChange(codes.filter((other) => other !== one))} /></li>`)}</ul></section>`;
}

function CodeState({ code, check }) {
  return html`<span class="grow"><${Badge} tone=${check?.problem ? "bad" : "good"}>${code}<//> <span class=${`small ${check?.problem ? "bad-words" : "good-words"}`}>${check?.problem ? told(check.problem, check.detail) : t("buying:coupon_used_now")}</span></span>`;
}
