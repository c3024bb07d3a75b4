/** All that was booked of a loan. */
import { get } from "../../../api.js";
import { moment, money } from "../../../format.js";
import { has, t } from "../../../i18n.js";
import { usePages } from "../../../loading.js";
import { html } from "../../../ui/html.js";
import { Pages } from "../../../ui/states.js";

export function Statement({ loan }) {
  const entries = usePages((cursor) => get(`/loans/${loan.id}/statement`, { cursor }), [loan.id]);
  const turned = (one) => ({ ...one, amount: -one.amount || 0 });
  const each = (one) => html`<li class="item" key=${`${one.at}${one.code}`}><span class="grow"><span>${t(has(`credit:booked_${one.code}`) ? `credit:booked_${one.code}` : "credit:booked")}</span><span class="small muted">${moment(one.at)}</span></span>
    <span class="end"><b class="number">${money(turned(one.amount), { sign: true })}</b><span class="small muted number">${t("credit:owed_then", { amount: money(turned(one.balance)) })}</span></span></li>`;
  return html`<section class="stack" aria-labelledby="statement"><h2 id="statement">${t("credit:statement")}</h2>
    <${Pages} from=${entries} each=${each} empty=${html`<p class="muted">${t("credit:nothing_booked")}</p>`} /></section>`;
}
