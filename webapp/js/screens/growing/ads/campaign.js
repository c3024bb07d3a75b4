/** A campaign: how today stands, what came of it, and what it bids on. */
import { get, post } from "../../../api.js";
import { money, number, percent } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useDeed, useLoaded } from "../../../loading.js";
import { html, useState } from "../../../ui/html.js";
import { Badge, Button, Meter, Note, Pairs, Refusal } from "../../../ui/parts.js";
import { Screen } from "../../../ui/screen.js";
import { Sheet } from "../../../ui/sheet.js";
import { Loaded } from "../../../ui/states.js";
import { toast } from "../../../ui/toast.js";
import { useGoods } from "../goods.js";
import { Segments } from "../segments.js";
import { TONES } from "./ads.js";
import { audienceWords } from "./audience.js";
import { Clicks } from "./clicks.js";
import { Creatives } from "./creatives.js";
import { Groups } from "./groups.js";
import { Report } from "./report.js";
import { Terms } from "./terms.js";

const VIEWS = { report: Report, keywords: Groups, display: Creatives, clicks: Clicks };

export default function CampaignScreen({ store, campaign }) {
  const path = `/campaigns/${campaign}`;
  const told = useLoaded(() => get(path), [campaign]);
  const goods = useGoods(store);
  const [view, see] = useState("report");
  const View = VIEWS[view];
  return html`<${Screen} title=${told.data?.name ?? t("ads:campaign")} up=${`/sell/${store}/ads`}>
    <${Loaded} from=${told}>${(one) => html`<div class="view">
      <${Today} of=${one} path=${path} onChange=${(next) => told.set(next)} />
      <${Segments} main label=${t("ads:views")} value=${view} onChange=${see} of=${Object.keys(VIEWS).map((name) => [name, t(`ads:view_${name}`)])} />
      <${View} campaign=${one} path=${path} goods=${goods} store=${store} reload=${() => told.reload({ quiet: true })} /></div>`}<//>
  <//>`;
}

/** The day's budget and what is left of it, with what can be done about the campaign. */
function Today({ of, path, onChange }) {
  const [sheet, open] = useState(null);
  const turn = useDeed((key, deed) => post(`${path}/${deed}`, undefined, { key }), { done: onChange });
  const over = of.state === "ended";
  const deed = of.state === "active" ? "pause" : "resume";
  return html`<section class="card" aria-labelledby="today">
    <div class="row"><h2 id="today" class="grow">${t("ads:today")}</h2><${Badge} tone=${TONES[of.state]}>${t(`ads:state_${of.state}`)}<//></div>
    <p><span class="amount">${money(of.spent)}</span> <span class="muted">${t("ads:of_budget", { amount: money(of.daily_budget) })}</span></p>
    <${Meter} part=${of.spent.amount} whole=${of.daily_budget.amount} label=${t("ads:spent")} />
    <${Pairs} of=${[
      [t("ads:left"), money(of.left)], [t("ads:aside"), money(of.balance)], [t("ads:audience"), audienceWords(of.audience)],
      of.target_return && [t("ads:target"), t("ads:times_cost", { times: number(of.target_return / 10_000) })],
      of.target_return && [t("ads:bidding"), percent(of.bid_factor / 10_000, 0)],
    ]} />
    ${of.state === "active" && of.balance.amount === 0 ? html`<${Note} tone="warn">${t("ads:no_balance")}<//>` : null}
    <${Refusal} problem=${turn.problem} />
    ${over ? null : html`<div class="row wrap">
      <${Button} look="quiet" icon=${deed === "pause" ? "pause" : "play"} busy=${turn.busy} onClick=${() => turn.run(deed)}>${t(`ads:${deed}`)}<//>
      <${Button} look="plain" icon="pencil" onClick=${() => open("terms")}>${t("frame:edit")}<//>
      <${Button} look="danger" onClick=${() => open("end")}>${t("ads:end")}<//></div>`}
    ${sheet === "terms" ? html`<${Terms} of=${of} path=${path} onClose=${() => open(null)} onDone=${(next) => { open(null); onChange(next); toast(t("frame:saved")); }} />` : null}
    ${sheet === "end" ? html`<${End} of=${of} path=${path} onClose=${() => open(null)} onDone=${(next) => { open(null); onChange(next); }} />` : null}
  </section>`;
}

function End({ of, path, onClose, onDone }) {
  const deed = useDeed((key) => post(`${path}/end`, undefined, { key }), { done: onDone });
  return html`<${Sheet} title=${t("ads:end_ask")} onClose=${onClose}>
    <p>${t("ads:end_text", { name: of.name, amount: money(of.balance) })}</p>
    <${Refusal} problem=${deed.problem} />
    <${Button} look="danger" wide busy=${deed.busy} onClick=${() => deed.run()}>${t("ads:end_now")}<//>
    <${Button} look="plain" wide onClick=${onClose}>${t("frame:cancel")}<//><//>`;
}
