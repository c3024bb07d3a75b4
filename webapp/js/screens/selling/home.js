/** Xiaopu, the console's home: what waits, how today goes, and the doors to everything. */
import { get } from "../../api.js";
import { money, number, percent } from "../../format.js";
import { t } from "../../i18n.js";
import { useAgain, useLoaded } from "../../loading.js";
import { at } from "../../place.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, IconButton, Photo } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";
import { Doors } from "./doors.js";
import { FirstSteps } from "./first-steps.js";
import { useStanding } from "./standing.js";
import { waiting } from "./waiting.js";

const TONES = { draft: "warn", published: "good", paused: "" };
const LIVE_EVERY = 20_000;

export default function Home({ store }) {
  const { may, place, known } = useStanding(store);
  const shop = useLoaded(() => get(`/my/stores/${store}`).catch((refused) => {
    if (place && (refused.status === 403 || refused.status === 404)) return { name: place.store_name, state: "published", path: place.path };
    throw refused;
  }), [store, Boolean(place)]);
  const actions = may("links:read") && html`<${IconButton} icon="qr-code" label=${t("selling:share")} href=${to(`/sell/${store}/share`)} />`;
  return html`<${Screen} title=${t("selling:title")} actions=${actions}>
    <${Loaded} from=${shop} lines=${1}>${(one) => html`<${Sign} of=${one} />
      ${may("store:edit") && one.state === "draft" ? html`<${FirstSteps} of=${one} />` : null}`}<//>
    ${known && place ? html`
      <${Waits} store=${store} may=${may} />
      ${may("insights:read") ? html`<${Today} store=${store} />` : null}
      ${place.role === "owner" && place.own ? html`<${Purse} />` : null}
      <${Doors} store=${store} may=${may} place=${place} />` : null}
  <//>`;
}

/** The store's sign: its logo, its name, and whether it is open. */
const Sign = ({ of }) => html`<div class="card row shop-sign">
  <${Photo} of=${of.logo} name=${of.name} />
  <div class="grow"><h2 class="clip">${of.name}</h2>
    <${Badge} tone=${TONES[of.state]}>${t(`selling:state_${of.state}`)}<//></div>
  ${of.state === "published" ? html`<a class="button quiet slim" href=${at(of.path)} target="_blank" rel="noopener">
    <${Icon} name="external-link" />${t("selling:visit")}</a>` : null}
</div>`;

const WAITS = [["ship", "package", "orders"], ["chats", "message-circle", "chats"], ["refunds", "undo-2", "orders"], ["low", "boxes", "goods?show=low"], ["reviews", "star", "reviews"]];

function Waits({ store, may }) {
  const found = useLoaded(() => waiting(store, may), [store]);
  useAgain(true, () => found.reload({ quiet: true }), 60_000);
  const scopes = { ship: "orders:read", chats: "chat", refunds: "orders:read", low: "goods:read", reviews: "reviews:reply" };
  const shown = WAITS.filter(([name]) => may(scopes[name]));
  const calm = found.data && shown.every(([name]) => found.data[name]?.count === 0);
  return html`<section class="stack" aria-labelledby="waits"><h2 id="waits">${t("selling:waits")}</h2>
    <ul class="waits">${shown.map(([name, icon, part]) => {
      const one = found.data?.[name];
      return html`<li key=${name}><a class=${`wait tap${one?.count ? " some" : ""}`} href=${to(`/sell/${store}/${part}`)}>
        <${Icon} name=${icon} /><b class="number">${one ? `${number(one.count)}${one.more ? "+" : ""}` : "–"}</b><span>${t(`selling:wait_${name}`)}</span></a></li>`;
    })}</ul>
    <p class="muted small" aria-live="polite">${calm ? t("selling:all_done") : " "}</p>
  </section>`;
}

function Today({ store }) {
  const day = useLoaded(() => get(`/stores/${store}/insights`, { period: "day" }), [store]);
  const live = useLoaded(() => get(`/stores/${store}/insights/live`), [store]);
  useAgain(true, () => live.reload({ quiet: true }), LIVE_EVERY);
  const visits = live.data?.minutes.reduce((sum, one) => sum + one.visits, 0);
  const { now, change, currency } = day.data ?? {};
  const figures = [
    ["sales", now && money({ amount: now.sales, currency }), change?.sales], ["orders", now && number(now.orders), null],
    ["visitors", now && number(now.visitors), change?.visitors], ["conversion", now && (now.conversion_rate == null ? "–" : percent(now.conversion_rate)), null],
  ];
  return html`<section class="stack" aria-labelledby="today">
    <div class="row"><h2 id="today" class="grow">${t("selling:today")}</h2>
      <span class="shop-live" aria-live="polite">${visits == null ? "" : t("selling:live", { count: visits })}</span></div>
    <div class="today-figures">${figures.map(([name, value, grown]) => html`<a class="figure tap" href=${to(`/sell/${store}/insights`)} key=${name}>
      <b>${value ?? "–"}</b><span>${t(`selling:today_${name}`)}</span>${html`<span class=${`change ${grown > 0 ? "up" : ""}`}>${grown == null ? " " : number(grown, { style: "percent", signDisplay: "exceptZero", maximumFractionDigits: 0 })}</span>`}</a>`)}</div>
    ${day.problem ? html`<p class="muted small" role="alert">${t("selling:no_figures")}</p>` : null}
  </section>`;
}

function Purse() {
  const wallet = useLoaded(() => get("/wallet"));
  return html`<a class="card row tap shop-purse" href=${to("/wallet")}><${Icon} name="wallet" />
    <span class="grow">${t("selling:wallet")}</span><b class="number">${wallet.data ? money(wallet.data.available) : "–"}</b><span class="go"><${Icon} name="chevron-right" /></span></a>`;
}
