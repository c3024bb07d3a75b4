/** A refund as the merchant sees it: what is asked and shown, until when she answers, and what she may do. */
import { get, post } from "../../api.js";
import { moment, money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { to } from "../../router.js";
import { Form, Text, useForm } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Badge, Button, Money, Note, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Loaded } from "../../ui/states.js";
import { Evidence } from "./evidence.js";
import { reasonOf, refundState } from "./words.js";

export default function Refund({ store, order, refund: id }) {
  const path = `/orders/${order}/refunds/${id}`;
  const refund = useLoaded(() => get(path), [path]);
  return html`<${Screen} title=${t("shipping:refund")} up=${`/sell/${store}/orders/${order}`} narrow>
    <${Loaded} from=${refund} lines=${3}>${(of) => html`<${Whole} of=${of} path=${path} store=${store} onChanged=${refund.set} />`}<//>
  <//>`;
}

function Whole({ of, path, store, onChanged }) {
  const [sheet, setSheet] = useState(null);
  const [words, tone] = refundState(of.state);
  const open = !["refunded", "closed"].includes(of.state);
  const home = useReturn(of, path);
  return html`<div class="card"><div class="row"><span class="muted small grow">${t(`shipping:kind_${of.kind}`)}</span><${Badge} tone=${tone}>${words}<//></div>
      <${Money} of=${of.amount} look="amount" /><p>${reasonOf(of.reason)}</p></div>
    <${Note} tone=${tone === "bad" ? "warn" : tone} icon="clock"><p>${t(`shipping:refund_means_${of.state}`)}</p>${of.deadline && open ? html`<p class="small">${t("shipping:until", { at: moment(of.deadline) })}</p>` : null}<//>
    ${of.answer ? html`<div class="card"><h2>${t("shipping:your_answer")}</h2><p class="prose">${of.answer}</p></div>` : null}
    ${of.tracking_number ? html`<div class="card"><h2>${t("shipping:comes_back")}</h2><p>${of.courier} <span class="number">${of.tracking_number}</span></p></div>` : null}
    ${home ? html`<${Button} look="quiet" wide icon="package" href=${to(`/sell/${store}/orders/${of.order_id}/parcels/${home}`)}>${t("shipping:see_return")}<//>` : null}
    <${Evidence} of=${of} path=${path} open=${open} onChanged=${onChanged} />
    <${Dock} of=${of} onChoose=${setSheet} />
    ${sheet ? html`<${Answer} deed=${sheet} of=${of} path=${path} onClose=${() => setSheet(null)} onDone=${(after) => { setSheet(null); onChanged(after); }} />` : null}`;
}

/** The parcel that a courier was booked for to bring the goods back, if there is one. */
function useReturn(of) {
  const parcels = useLoaded(async () => (of.kind === "return" ? (await get(`/orders/${of.order_id}/parcels`)).items : []), [of.id, of.state]);
  return parcels.data?.find(({ booking }) => booking.direction === "back")?.booking.id;
}

const DEEDS = { requested: ["reject", "accept"], returned: ["reject", "receive"], disputed: ["accept"] };

function Dock({ of, onChoose }) {
  const deeds = DEEDS[of.state];
  if (!deeds) return null;
  return html`<div class="dock">${deeds.map((one) => html`<div class="grow" key=${one}><${Button} wide look=${one === "reject" ? "plain" : ""} onClick=${() => onChoose(one)}>${titleOf(one, of)}<//></div>`)}</div>`;
}

function titleOf(deed, of) {
  if (deed === "reject") return t("shipping:reject");
  if (deed === "receive") return t("shipping:receive");
  return of.kind === "return" && of.state === "requested" ? t("shipping:accept_return") : t("shipping:accept_refund");
}

function Answer({ deed: name, of, path, onClose, onDone }) {
  const { values, bind } = useForm({ text: "" });
  const deed = useDeed((key, body) => post(`${path}/${name}`, body, { key }), { done: onDone });
  const pays = name === "receive" || (name === "accept" && !(of.kind === "return" && of.state === "requested"));
  const why = name === "reject" ? t("shipping:reject_text") : pays ? t("shipping:pays_text", { amount: money(of.amount) }) : t("shipping:accept_return_text");
  return html`<${Sheet} title=${titleOf(name, of)} onClose=${onClose}><p>${why}</p>
    <${Form} label=${titleOf(name, of)} onSubmit=${() => deed.run(name === "receive" ? undefined : values)}>
      ${name === "receive" ? null : html`<${Text} label=${name === "reject" ? t("shipping:reasons") : t("shipping:words")} ...${bind("text")} lines="3" maxlength="500" problem=${deed.problem} />`}
      <${Refusal} problem=${deed.problem?.of?.("text") ? null : deed.problem} />
      <${Button} type="submit" wide look=${name === "reject" ? "danger" : ""} busy=${deed.busy}>${pays ? t("shipping:give_back_now", { amount: money(of.amount) }) : titleOf(name, of)}<//>
    <//><//>`;
}
