/** One's plan of storage: what is used of it, what it costs, and the others. */
import { get } from "../../../api.js";
import { bytes, day, money, number, percent } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useLoaded } from "../../../loading.js";
import { to } from "../../../router.js";
import { Chart, dayTime } from "../../../ui/chart.js";
import { html, useState } from "../../../ui/html.js";
import { Icon } from "../../../ui/icon.js";
import { Badge, Button, Item, Meter, Note } from "../../../ui/parts.js";
import { Screen } from "../../../ui/screen.js";
import { Loaded } from "../../../ui/states.js";
import { toast } from "../../../ui/toast.js";
import { Segments } from "../segments.js";
import { Plans } from "./plans.js";

const DAYS = 30;

export default function Storage({ query }) {
  const standing = useLoaded(() => get("/storage"));
  const days = useLoaded(() => get("/storage/days", { days: DAYS }));
  const changed = (next) => { standing.set(next); toast(t("storage:changed", { plan: t(`growing:plan_${next.plan.code}`) })); };
  return html`<${Screen} title=${t("storage:title")} up="/me">
    <${Loaded} from=${standing} lines=${4}>${(one) => html`<div class="view">
      <${Unpaid} of=${one} />
      <${Used} of=${one} days=${days.data?.items ?? []} />
      <ul class="list">
        <${Item} href=${to("/storage/files")} before=${html`<${Icon} name="image" />`} title=${t("storage:files")} after=${html`<${Badge}>${number(one.files)}<//>`} />
        <${Item} href=${to("/storage/invoices")} before=${html`<${Icon} name="receipt" />`} title=${t("storage:invoices")} />
      </ul>
      <${Days} of=${days} />
      <${Plans} now=${one} named=${query.plan} onChange=${changed} /></div>`}<//>
  <//>`;
}

function Unpaid({ of }) {
  if (!of.unpaid_invoice) return of.read_only ? html`<${Note} tone="warn">${t("storage:read_only")}<//>` : null;
  return html`<${Note} tone="bad"><p>${t("storage:unpaid")}</p><${Button} look="plain" href=${to("/storage/invoices")}>${t("storage:to_invoice")}<//><//>`;
}

/** How much of the plan is used, by what it counts. */
function Used({ of, days }) {
  const { plan } = of;
  const since = of.period_begins?.slice(0, 10) ?? "";
  const period = days.filter((one) => one.day >= since);
  const sum = (name) => period.reduce((all, one) => all + one[name], 0);
  const metered = plan.code === "pay_as_you_go";
  return html`<section class="card hero" aria-labelledby="plan"><div class="row"><h2 id="plan" class="grow">${t(`growing:plan_${plan.code}`)}</h2>
      <span class="muted">${plan.price.amount ? t("storage:each_period", { amount: money(plan.price) }) : metered ? t("storage:by_use") : ""}</span></div>
    ${of.period_ends ? html`<p class="small muted">${t("storage:renews", { at: day(of.period_ends) })}</p>` : null}
    <${Usage} name=${t("storage:stored")} used=${of.used_bytes + of.reserved_bytes} whole=${plan.stored_bytes} say=${bytes} />
    <${Usage} name=${t("storage:requests")} used=${sum("requests")} whole=${plan.requests} say=${(count) => number(count)} />
    <${Usage} name=${t("storage:bandwidth")} used=${sum("bandwidth_bytes")} whole=${plan.bandwidth_bytes} say=${bytes} />
  </section>`;
}

function Usage({ name, used, whole, say }) {
  if (!whole) return html`<p class="row"><span class="grow">${name}</span><b class="number">${say(used)}</b></p>`;
  return html`<div class="stack tight"><p class="row"><span class="grow">${name}</span><span class="number small">${t("storage:of", { used: say(used), whole: say(whole) })}</span></p>
    <${Meter} part=${used} whole=${whole} label=${name} />
    ${used / whole > 0.8 ? html`<p class="small warned">${t("storage:nearly_full", { part: percent(used / whole, 0) })}</p>` : null}</div>`;
}

const SHOWN = { stored_bytes: bytes, requests: (count) => number(count, { notation: "compact" }), bandwidth_bytes: bytes };

function Days({ of }) {
  const [shown, show] = useState("stored_bytes");
  return html`<section class="card" aria-labelledby="days"><h2 id="days">${t("storage:days")}</h2>
    <${Segments} label=${t("storage:days")} value=${shown} onChange=${show} of=${Object.keys(SHOWN).map((name) => [name, t(`storage:day_${name}`)])} />
    <${Loaded} from=${of} lines=${2}>${({ items }) => {
      const days = [...items].reverse();
      return html`<${Chart} key=${shown} bars=${shown !== "stored_bytes"} label=${t("storage:days")} times=${days.map((one) => dayTime(one.day))} short=${SHOWN[shown]} series=${[{ name: t(`storage:day_${shown}`), values: days.map((one) => one[shown]) }]} />`;
    }}<//></section>`;
}
