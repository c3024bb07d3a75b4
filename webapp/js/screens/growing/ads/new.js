/** A new campaign in five steps, each of one question; nothing is begun before the last. */
import { get, post } from "../../../api.js";
import { money, number } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useDeed, useLoaded } from "../../../loading.js";
import { go } from "../../../router.js";
import { useForm } from "../../../ui/form.js";
import { html, useEffect, useRef, useState } from "../../../ui/html.js";
import { Button, Note, Pairs, Refusal } from "../../../ui/parts.js";
import { Screen } from "../../../ui/screen.js";
import { Loaded } from "../../../ui/states.js";
import { toast } from "../../../ui/toast.js";
import { useUnsaved } from "../../../unsaved.js";
import { GoodsPick, useGoods } from "../goods.js";
import { Audience, NOBODY_LEFT_OUT, audienceWords } from "./audience.js";
import { Budget } from "./budget.js";
import { Keywords, wordsOf } from "./keywords.js";

const STEPS = ["goods", "keywords", "budget", "audience", "check"];

export default function NewCampaign({ store }) {
  const goods = useGoods(store);
  const balance = useLoaded(() => get("/ads/balance"));
  const sold = useLoaded(() => learned(store), [store]);
  const { values, set } = useForm({ listings: [], keywords: [], name: "", daily_budget: 3_000, pacing: "even", target_return: 0, audience: NOBODY_LEFT_OUT });
  const [step, turn] = useState(0);
  const begun = useRef({});
  useUnsaved(null, { changed: () => values.listings.length > 0 });
  const deed = useDeed((key, wish) => begin(store, key, wish, begun.current), {
    done: (campaign) => { toast(t("ads:begun")); go(`/sell/${store}/ads/${campaign.id}`, { instead: true }); },
  });
  const heading = useRef(null);
  const came = useRef(0);
  useEffect(() => {
    if (came.current !== step) { heading.current?.focus(); scrollTo(0, 0); }
    came.current = step;
  }, [step]);
  const on = STEPS[step];
  const next = () => {
    const first = goods.data?.items.find((one) => one.id === values.listings[0]);
    if (on === "goods" && !values.name && first) set("name", [...first.title].slice(0, 40).join(""));
    turn(step + 1);
  };
  return html`<${Screen} title=${t("ads:new")} up=${`/sell/${store}/ads`} narrow>
    <div class="stepping"><p class="small muted">${t("ads:step", { step: step + 1, of: STEPS.length })}</p>
      <div class="meter" aria-hidden="true"><i style=${{ "--part": (100 * (step + 1)) / STEPS.length }}></i></div></div>
    <h2 tabindex="-1" ref=${heading}>${t(`ads:ask_${on}`)}</h2>
    <${Loaded} from=${goods}>${({ items }) => html`<${Step} on=${on} goods=${items} store=${store} values=${values} set=${set} sold=${sold.data ?? []} problem=${deed.problem} balance=${balance.data?.balance} />`}<//>
    <${Refusal} problem=${deed.problem} />
    <div class="dock">
      ${step > 0 ? html`<${Button} look="plain" onClick=${() => turn(step - 1)}>${t("frame:back")}<//>` : null}
      <div class="grow">${on === "check"
        ? html`<${Button} wide icon="megaphone" busy=${deed.busy} onClick=${() => deed.run(values)}>${t("ads:begin")}<//>`
        : html`<${Button} wide disabled=${!ready(on, values)} onClick=${next}>${t("frame:go_on")}<//>`}</div>
    </div>
  <//>`;
}

const READY = {
  goods: (values) => values.listings.length > 0,
  keywords: (values) => values.keywords.length > 0 && values.keywords.every((one) => one.bid),
  budget: (values) => Boolean(values.daily_budget && values.name.trim()),
  audience: () => true,
};
const ready = (on, values) => READY[on](values);

function Step({ on, goods, store, values, set, sold, problem, balance }) {
  const chosen = goods.filter((one) => values.listings.includes(one.id));
  const currency = (chosen[0] ?? goods[0])?.price_from.currency ?? "CNY";
  if (on === "goods") return html`<${GoodsPick} goods=${goods} store=${store} chosen=${values.listings} onChange=${(ids) => set("listings", ids)} />`;
  if (on === "keywords") return html`<${Keywords} value=${values.keywords} onChange=${(list) => set("keywords", list)} offered=${offers(chosen, sold)} currency=${currency} />`;
  if (on === "budget") return html`<${Budget} value=${values} set=${set} currency=${currency} problem=${problem} />`;
  if (on === "audience") return html`<${Audience} value=${values.audience} onChange=${(audience) => set("audience", audience)} />`;
  const short = balance && balance.amount < values.daily_budget;
  return html`<div class="stack"><div class="card"><${Pairs} of=${[
      [t("growing:goods"), chosen.map((one) => one.title).join(t("ads:comma"))],
      [t("ads:keywords"), values.keywords.map((one) => `${one.text} ${money({ amount: one.bid, currency })}`).join(t("ads:comma"))],
      [t("ads:target"), values.target_return ? t("ads:times_cost", { times: number(values.target_return / 10_000) }) : t("ads:no_target")],
      [t("ads:audience"), audienceWords(values.audience)],
      [t("ads:at_most"), t("ads:a_day", { amount: money({ amount: values.daily_budget, currency }) }), { sum: true }],
      balance && [t("ads:aside"), money(balance)],
    ]} /></div>
    ${short ? html`<${Note} tone="warn">${t("ads:short")}<//>` : html`<${Note}>${t("ads:pay_by_click")}<//>`}</div>`;
}

/** What sold in the store's latest campaign, with what to bid for it; nothing where there was none. */
async function learned(store) {
  const { items: [latest] } = await get(`/stores/${store}/campaigns`, { limit: 1 });
  if (!latest) return [];
  return (await get(`/campaigns/${latest.id}/suggestions`)).items.map((one) => ({ text: one.text, bid: one.bid, match: "exact" }));
}

const offers = (chosen, sold) => [...sold, ...wordsOf(chosen.map((one) => one.title))];

/**
 * Begin the campaign, then advertise the goods in it. `begun` remembers a campaign whose goods were refused: it is
 * gone on with, so that whoever corrects a keyword has one campaign and not two.
 */
async function begin(store, key, { listings, keywords, ...terms }, begun) {
  const wish = { ...terms, name: terms.name.trim() };
  const of = JSON.stringify(wish);
  if (begun.of && begun.of !== of) await post(`/campaigns/${begun.campaign.id}/end`, undefined, { key: `${key}-end` });
  if (begun.of !== of) {
    begun.campaign = await post(`/stores/${store}/campaigns`, wish, { key });
    begun.of = of;
  }
  await post(`/campaigns/${begun.campaign.id}/groups`, { name: wish.name, listing_ids: listings, keywords }, { key: `${key}-goods` });
  return begun.campaign;
}
