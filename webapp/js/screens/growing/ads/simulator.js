/** What other bids on a keyword would have brought in the last seven days; one of them can be taken over. */
import { get, put } from "../../../api.js";
import { money, number } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useDeed, useLoaded } from "../../../loading.js";
import { Amount, Form } from "../../../ui/form.js";
import { html, useState } from "../../../ui/html.js";
import { Button, Note, Refusal } from "../../../ui/parts.js";
import { Sheet } from "../../../ui/sheet.js";
import { Loaded } from "../../../ui/states.js";
import { Bars } from "../bars.js";

export function Simulator({ keyword, group, campaign, path, over, onClose, onDone }) {
  const told = useLoaded(() => get(`${path}/simulation`, { keyword: `${keyword.match} ${keyword.text}`, bid: keyword.bid }), [keyword.text]);
  const [bid, setBid] = useState(keyword.bid);
  const { currency } = campaign.daily_budget;
  const pay = (amount) => money({ amount: Math.round(amount), currency });
  const same = (one) => one.text === keyword.text && one.match === keyword.match;
  const deed = useDeed((_, value) => put(`${path}/groups/${group.id}`, {
    name: group.name, listing_ids: group.listing_ids, keywords: group.keywords.map((one) => (same(one) ? { ...one, bid: value } : one)),
  }), { said: t("frame:saved"), done: onDone });
  const shown = ({ bids }) => {
    if (!bids.some((one) => one.impressions)) return html`<${Note}>${t("ads:no_auctions")}<//>`;
    return html`<div class="stack"><p class="muted">${t("ads:simulator_text")}</p><${Bars} label=${t("ads:other_bids")} of=${bids.map((one) => ({
      name: one.bid === keyword.bid ? t("ads:bid_now", { bid: pay(one.bid) }) : t("ads:bid_of", { bid: pay(one.bid) }),
      value: one.impressions, shown: t("ads:so_many_shown", { count: one.impressions, shown: number(one.impressions) }),
      note: t("ads:clicks_for", { clicks: number(one.clicks, { maximumFractionDigits: 1 }), cost: pay(one.cost) }),
    }))} />
    ${over ? null : html`<div class="choices">${bids.map((one) => html`<button type="button" class="chip tall" key=${one.bid} aria-pressed=${one.bid === bid ? "true" : "false"} onClick=${() => setBid(one.bid)}>${pay(one.bid)}</button>`)}</div>`}</div>`;
  };
  return html`<${Sheet} title=${keyword.text} onClose=${onClose}>
    <${Loaded} from=${told}>${shown}<//>
    ${over ? null : html`<${Form} passing label=${t("ads:bid")} onSubmit=${() => bid && deed.run(bid)}>
      <${Amount} label=${t("ads:bid")} hint=${t("ads:bid_text")} name="bid" value=${bid} onChange=${setBid} currency=${currency} problem=${deed.problem} />
      <${Refusal} problem=${deed.problem} />
      <${Button} type="submit" wide busy=${deed.busy} disabled=${!bid || bid === keyword.bid}>${t("ads:bid_this", { bid: bid ? pay(bid) : "" })}<//><//>`}
  <//>`;
}
