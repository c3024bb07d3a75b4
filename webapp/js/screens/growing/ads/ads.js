/** A store's ads: what is set aside for them, and its campaigns. */
import { get } from "../../../api.js";
import { money, number } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useLoaded, usePages } from "../../../loading.js";
import { to } from "../../../router.js";
import { html, useState } from "../../../ui/html.js";
import { Icon } from "../../../ui/icon.js";
import { Badge, Button, Item, Money, Note } from "../../../ui/parts.js";
import { Screen } from "../../../ui/screen.js";
import { Empty, Pages } from "../../../ui/states.js";
import { Funds } from "./funds.js";

export const TONES = { active: "good", paused: "warn", ended: "" };

export default function Ads({ store }) {
  const balance = useLoaded(() => get("/ads/balance"));
  const campaigns = usePages((cursor) => get(`/stores/${store}/campaigns`, { cursor }), [store]);
  const begin = html`<${Button} href=${to(`/sell/${store}/ads/new`)} icon="megaphone">${t("ads:new")}<//>`;
  const each = (one) => html`<${Item} key=${one.id} href=${to(`/sell/${store}/ads/${one.id}`)} title=${one.name} under=${under(one)}
    after=${html`<${Badge} tone=${TONES[one.state]}>${t(`ads:state_${one.state}`)}<//>`} />`;
  return html`<${Screen} title=${t("ads:title")} up=${`/sell/${store}`}>
    <${Balance} of=${balance} />
    <section class="stack" aria-labelledby="campaigns"><h2 id="campaigns">${t("ads:campaigns")}</h2>
      <${Pages} from=${campaigns} each=${each} empty=${html`<${Empty} icon="megaphone" title=${t("ads:none")} action=${begin}>${t("ads:none_text")}<//>`} />
    </section>
    ${campaigns.items.length ? html`<div class="dock"><${Button} wide href=${to(`/sell/${store}/ads/new`)} icon="plus">${t("ads:new")}<//></div>` : null}
  <//>`;
}

function under(one) {
  const budget = t("ads:a_day", { amount: money(one.daily_budget) });
  return one.target_return ? `${budget} · ${t("ads:aims_at", { times: number(one.target_return / 10_000) })}` : budget;
}

/** What is set aside, and the two ways to change it. */
function Balance({ of }) {
  const [way, open] = useState(null);
  const told = of.data?.balance;
  return html`<section class="card hero" aria-labelledby="aside">
    <h2 id="aside" class="small muted">${t("ads:aside")}</h2>
    <p class="amount">${told ? html`<${Money} of=${told} look="" />` : html`<span class="unseen">${t("frame:loading")}</span>–`}</p>
    <div class="two">
      <${Button} icon="plus" disabled=${!told} onClick=${() => open("add")}>${t("ads:add_money")}<//>
      <${Button} look="plain" icon="undo-2" disabled=${!told?.amount} onClick=${() => open("back")}>${t("ads:take_back")}<//>
    </div>
    <p class="small muted row top"><${Icon} name="info" /><span>${t("ads:aside_text")}</span></p>
    ${of.problem ? html`<${Note} tone="bad">${of.problem.message}<//>` : null}
    ${way ? html`<${Funds} way=${way} balance=${told} onDone=${(next) => { of.set(next); open(null); }} onClose=${() => open(null)} />` : null}
  </section>`;
}
