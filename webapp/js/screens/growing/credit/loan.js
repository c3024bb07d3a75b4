/** A loan: the offer with its contract to read, the money's arrival, and then what is owed and paid. */
import { get } from "../../../api.js";
import { day, money, moment, points } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useLoaded } from "../../../loading.js";
import { to } from "../../../router.js";
import { html } from "../../../ui/html.js";
import { Badge, Button, Meter, Note, Pairs } from "../../../ui/parts.js";
import { Screen } from "../../../ui/screen.js";
import { Loaded } from "../../../ui/states.js";
import { useAgain } from "../again.js";
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
      <${Arrival} of=${one} />
      ${one.state === "active" || one.state === "written_off" ? html`<${Owed} of=${one} onChange=${(next) => told.set(next)} />` : null}
      ${one.state === "repaid" ? html`<${Note} tone="good">${t("credit:all_paid", { at: day(one.closed_at) })}<//>` : null}
      <${Terms} of=${one} />
      <${Schedule} of=${one} />
      ${one.state === "offered" ? html`<${Offer} of=${one} onChange=${(next) => told.set(next)} />` : html`<${Statement} loan=${one} key=${one.owed.total} />`}</div>`}<//>
  <//>`;
}

function Head({ of }) {
  const { amount, owed } = of;
  const running = of.state === "active";
  return html`<section class="card hero" aria-labelledby="amount"><div class="row"><h2 id="amount" class="small muted grow">${t(running ? "credit:owed" : "credit:amount")}</h2>
      <${Badge} tone=${of.late_since ? "bad" : TONES[of.state]}>${t(of.late_since ? "credit:late" : `credit:state_${of.state}`)}<//></div>
    <p class="amount number">${running ? money({ ...amount, amount: owed.total }) : money(amount)}</p>
    ${running ? html`<${Meter} part=${amount.amount - owed.principal} whole=${amount.amount} label=${t("credit:paid_part")} />
      <p class="small muted">${t("credit:of_amount", { amount: money(amount) })}</p>` : null}
    ${of.late_since ? html`<${Note} tone="bad">${t("credit:late_since", { day: say(of.late_since) })}<//>` : null}</section>`;
}

/** The way of the money, told as it goes. */
function Arrival({ of }) {
  if (of.state === "accepted") return html`<div class="card row arrival" role="status"><span class="spinner" aria-hidden="true"></span><p class="grow">${t("credit:on_its_way")}</p></div>`;
  if (of.state !== "active" || of.pays) return null;
  return html`<div class="stack"><div role="status"><${Note} tone="good"><p>${t("credit:arrived", { amount: money(of.amount), at: moment(of.paid_out_at) })}</p><//></div>
    <${Button} look="quiet" wide icon="wallet" href=${to("/wallet")}>${t("credit:to_wallet")}<//></div>`;
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
