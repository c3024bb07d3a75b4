/** A loan: the offer with its contract to read, the money's arrival, and then what is owed and paid. */
import { get } from "../../../api.js";
import { day, money, moment, points } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useAgain, useLoaded } from "../../../loading.js";
import { to } from "../../../router.js";
import { html } from "../../../ui/html.js";
import { Icon } from "../../../ui/icon.js";
import { Badge, Meter, Note, Pairs } from "../../../ui/parts.js";
import { Screen } from "../../../ui/screen.js";
import { Loaded } from "../../../ui/states.js";
import { say } from "../days.js";
import { TONES } from "./credit.js";
import { Offer } from "./offer.js";
import { Owed } from "./owed.js";
import { Schedule } from "./schedule.js";
import { Statement } from "./statement.js";

export default function LoanScreen({ loan }) {
  const told = useLoaded(() => get(`/loans/${loan}`), [loan]);
  useAgain(told.data?.state === "accepted", () => told.reload({ quiet: true }));
  return html`<${Screen} title=${t("credit:loan")} up="/credit" narrow>
    <${Loaded} from=${told} lines=${4}>${(one) => html`<div class="view">
      <${Head} of=${one} />
      <${Terms} of=${one} />
      <${Schedule} of=${one} />
      ${one.state === "offered" ? html`<${Offer} of=${one} onChange=${(next) => told.set(next)} />`
        : html`<div class="view"><${Owed} of=${one} onChange=${(next) => told.set(next)} /><${Statement} loan=${one} key=${`${one.state}${one.owed.total}`} /></div>`}</div>`}<//>
  <//>`;
}

/** How the loan stands. All of it is as high before the money comes as after, so that nothing jumps when it does. */
function Head({ of }) {
  const { amount, owed, state } = of;
  const running = state === "active";
  const paid = running ? amount.amount - owed.principal : state === "repaid" ? amount.amount : 0;
  return html`<section class="card hero" aria-labelledby="amount"><div class="row"><h2 id="amount" class="small muted grow">${t(running ? "credit:owed" : "credit:amount")}</h2>
      <${Badge} tone=${of.late_since ? "bad" : TONES[state]}>${t(of.late_since ? "credit:late" : `credit:state_${state}`)}<//></div>
    <p class="amount number">${running ? money({ ...amount, amount: owed.total }) : money(amount)}</p>
    <${Meter} part=${paid} whole=${amount.amount} label=${t("credit:paid_part")} />
    <p class="row arrival" role="status">${state === "accepted" ? html`<span class="spinner" aria-hidden="true"></span>` : html`<${Icon} name=${ICONS[state] ?? "info"} />`}<span class="grow">${says(of)}</span></p>
    ${of.late_since ? html`<${Note} tone="bad">${t("credit:late_since", { day: say(of.late_since) })}<//>` : null}
    ${!of.pays ? html`<a class="small" href=${to("/wallet")}>${t("credit:to_wallet")}</a>` : null}</section>`;
}

const ICONS = { offered: "clock", active: "circle-check", repaid: "circle-check" };

/** The way of the money, told as it goes. */
function says(of) {
  if (of.state === "offered") return t("credit:offered_until", { at: moment(of.offered_until) });
  if (of.state === "accepted") return t("credit:on_its_way");
  if (of.state === "repaid") return t("credit:all_paid", { at: day(of.closed_at) });
  if (of.state === "active" && !of.pays) return t("credit:arrived", { amount: money(of.amount), at: moment(of.paid_out_at) });
  return t("credit:of_amount", { amount: money(of.amount) });
}

function Terms({ of }) {
  return html`<section class="card" aria-labelledby="terms"><h2 id="terms">${t("credit:terms")}</h2>
    <${Pairs} of=${[
      [t("credit:amount"), money(of.amount)], [t("credit:lender"), of.lender], [t("credit:rate"), points(of.annual_rate)],
      [t("credit:how_long"), t("credit:months", { count: of.months })], [t("credit:how_back"), t(`credit:product_${of.product}`)],
      of.share && [t("credit:share"), points(of.share)], of.fee.amount && [t("credit:fee"), money(of.fee)],
      [t("credit:penalty_rate"), points(of.penalty_rate)],
      [t("credit:cost"), money(of.total_cost)],
      [t("credit:in_all"), money({ ...of.amount, amount: of.amount.amount + of.total_cost.amount }), { sum: true }],
    ]} /></section>`;
}
