/** A refund as its buyer sees it: what is asked, how far it is, the evidence of both sides, and what she can do. */
import { post } from "../../api.js";
import { money, moment } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { Form, Text, useForm } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Badge, Button, Pairs } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { toast } from "../../ui/toast.js";
import { Shots } from "./goods-reviews.js";
import { PhotoField } from "./photo-field.js";
import { Refused } from "./refused.js";

const TONES = { requested: "warn", returning: "accent", returned: "accent", rejected: "bad", disputed: "warn", refunded: "good", closed: "" };

export function RefundCard({ refund, order, onChange }) {
  const [sheet, open] = useState("");
  const path = `/orders/${order.id}/refunds/${refund.id}`;
  const done = (said) => async () => { open(""); toast(said); await onChange(); };
  const alive = order.open_refund === refund.id;
  const may = {
    withdraw: alive && ["requested", "rejected", "returning"].includes(refund.state), parcel: alive && refund.state === "returning",
    dispute: alive && refund.state === "rejected", evidence: alive && ["requested", "rejected", "disputed"].includes(refund.state),
  };
  return html`<section class="card" aria-label=${t("buying:refund")}><div class="row"><h2 class="grow">${t("buying:refund")}</h2><${Badge} tone=${TONES[refund.state]}>${t(`buying:refund_${refund.state}`)}<//></div>
    <p class="muted small">${t(`buying:refund_hint_${refund.state}`)}${alive && refund.deadline ? ` ${t("buying:refund_until", { when: moment(refund.deadline) })}` : ""}</p>
    <${Pairs} of=${[[t("buying:refund_amount"), money(refund.amount), { sum: true }], [t("buying:refund_kind"), t(`buying:kind_${refund.kind}`)], [t("buying:refund_reason"), t(`buying:reason_${refund.reason}`)],
      refund.tracking_number && [t("buying:sent_back_with"), `${refund.courier} ${refund.tracking_number}`]]} />
    ${refund.answer ? html`<div class="quoted"><b class="small">${t("buying:store_answered")}</b><p class="prose">${refund.answer}</p></div>` : null}
    ${refund.evidence.length ? html`<ul class="stack">${refund.evidence.map((one, at) => html`<li key=${at} class="quoted"><b class="small">${t(`buying:by_${one.by}`)} <span class="muted">${moment(one.at)}</span></b>${one.text ? html`<p class="prose">${one.text}</p>` : null}<${Shots} photos=${one.photos} /></li>`)}</ul>` : null}
    <div class="row wrap">
      ${may.parcel ? html`<${Button} icon="truck" onClick=${() => open("parcel")}>${t("buying:sent_back")}<//>` : null}
      ${may.dispute ? html`<${Button} icon="scale" onClick=${() => open("dispute")}>${t("buying:dispute")}<//>` : null}
      ${may.evidence ? html`<${Button} look="quiet" icon="camera" onClick=${() => open("evidence")}>${t("buying:add_evidence")}<//>` : null}
      ${may.withdraw ? html`<${Button} look="plain" onClick=${() => open("withdraw")}>${t("buying:withdraw_refund")}<//>` : null}</div>
    ${sheet === "evidence" ? html`<${Evidence} path=${path} onClose=${() => open("")} onDone=${done(t("buying:evidence_added"))} />` : null}
    ${sheet === "parcel" ? html`<${SentBack} path=${path} onClose=${() => open("")} onDone=${done(t("buying:parcel_told"))} />` : null}
    ${sheet === "dispute" ? html`<${Sure} path=${`${path}/dispute`} title=${t("buying:dispute")} text=${t("buying:dispute_text")} onClose=${() => open("")} onDone=${done(t("buying:disputed"))} />` : null}
    ${sheet === "withdraw" ? html`<${Sure} path=${`${path}/withdraw`} title=${t("buying:withdraw_refund")} text=${t("buying:withdraw_refund_text")} onClose=${() => open("")} onDone=${done(t("buying:withdrawn"))} />` : null}
  </section>`;
}

function Sure({ path, title, text, onClose, onDone }) {
  const deed = useDeed((key) => post(path, undefined, { key }), { done: onDone });
  return html`<${Sheet} title=${title} onClose=${onClose}><p>${text}</p><${Refused} problem=${deed.problem} /><${Button} wide busy=${deed.busy} onClick=${() => deed.run()}>${title}<//><//>`;
}

function Evidence({ path, onClose, onDone }) {
  const { values, bind } = useForm({ text: "", photo_ids: [] });
  const deed = useDeed((key, wish) => post(`${path}/evidence`, wish, { key }), { done: onDone });
  return html`<${Sheet} title=${t("buying:add_evidence")} onClose=${onClose}><${Form} label=${t("buying:add_evidence")} onSubmit=${() => deed.run(values)}>
    <${Refused} problem=${deed.problem} /><${Text} label=${t("buying:what_happened")} lines="4" ...${bind("text")} problem=${deed.problem} maxlength="2000" />
    <${PhotoField} label=${t("buying:photos")} purpose="evidence" value=${values.photo_ids} onChange=${bind("photo_ids").onChange} />
    <${Button} type="submit" wide busy=${deed.busy} disabled=${!values.text.trim() && !values.photo_ids.length}>${t("buying:send")}<//><//><//>`;
}

function SentBack({ path, onClose, onDone }) {
  const { values, bind } = useForm({ courier: "", tracking_number: "" });
  const deed = useDeed((key, wish) => post(`${path}/parcel`, wish, { key }), { done: onDone });
  return html`<${Sheet} title=${t("buying:sent_back")} onClose=${onClose}><${Form} label=${t("buying:sent_back")} onSubmit=${() => deed.run(values)}>
    <${Refused} problem=${deed.problem} /><${Text} label=${t("buying:courier")} ...${bind("courier")} problem=${deed.problem} required /><${Text} label=${t("buying:tracking_number")} ...${bind("tracking_number")} problem=${deed.problem} autocapitalize="characters" required />
    <${Button} type="submit" wide busy=${deed.busy}>${t("buying:send")}<//><//><//>`;
}
