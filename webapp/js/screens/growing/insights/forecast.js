/** What traffic the next week may bring, and which plan of storage bears it. */
import { get } from "../../../api.js";
import { bytes, number } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useLoaded } from "../../../loading.js";
import { to } from "../../../router.js";
import { Chart, dayTime } from "../../../ui/chart.js";
import { html } from "../../../ui/html.js";
import { Button } from "../../../ui/parts.js";
import { Loaded } from "../../../ui/states.js";
import { say } from "../days.js";
import { clock } from "./hours.js";

export function Forecast({ store }) {
  const told = useLoaded(() => get(`/stores/${store}/insights/forecast`), [store]);
  return html`<section class="card" aria-labelledby="forecast"><h2 id="forecast">${t("insights:forecast")}</h2>
    <${Loaded} from=${told} lines=${2}>${(one) => (one.days.length ? html`<${Week} of=${one} />` : html`<p class="muted">${t("insights:no_forecast")}</p>`)}<//></section>`;
}

function Week({ of }) {
  const told = (name) => ({ name: t(`insights:forecast_${name}`), values: of.days.map((one) => Math.round(one[name])) });
  return html`<div class="stack"><${Chart} label=${t("insights:forecast")} times=${of.days.map((one) => dayTime(one.day))} series=${["expected", "most"].map(told)} />
    ${of.busiest ? html`<p>${t("insights:busiest", { day: say(of.busiest.day), hour: clock(of.busiest.hour), expected: number(of.busiest.expected), most: number(of.busiest.most) })}</p>` : null}
    ${of.need && of.plan ? html`<p>${t("insights:plan_needed", { plan: t(`growing:plan_${of.plan}`), requests: number(of.need.requests), bandwidth: bytes(of.need.bandwidth) })}</p>
      <${Button} look="quiet" icon="hard-drive" href=${to("/storage", { plan: of.plan })}>${t("insights:see_plans")}<//>` : null}</div>`;
}
