/** Saying what one needs done, for about how much, until when. */
import { post } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { go, to } from "../../router.js";
import { Amount, Form, Select, Text, useForm } from "../../ui/form.js";
import { html } from "../../ui/html.js";
import { Button, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Loaded } from "../../ui/states.js";
import { useOwnStores } from "./own-stores.js";
import { TRADES, tradeChoices } from "./trades.js";

const DAYS = [3, 7, 14, 30];

export default function NewBrief({ query }) {
  const stores = useOwnStores();
  return html`<${Screen} title=${t("trading:write_brief")} up="/briefs" narrow>
    <${Loaded} from=${stores}>${(items) => (items.length ? html`<${Write} stores=${items} trade=${query.trade in TRADES ? query.trade : "photography"} />`
      : html`<${Empty} icon="store" title=${t("trading:need_store")} action=${html`<${Button} href=${to("/sell/new")}>${t("trading:open_store")}<//>`} />`)}<//><//>`;
}

function Write({ stores, trade }) {
  const { values, bind } = useForm({ store_id: stores[0].id, title: "", text: "", trade, budget: null, days: "7" });
  const deed = useDeed((key, { days, ...wish }) => post("/briefs", { ...wish, deadline: new Date(Date.now() + Number(days) * 86_400_000).toISOString() }, { key }), { done: (made) => go(`/briefs/${made.id}`, { instead: true }), said: t("trading:brief_written") });
  const currency = stores.find((one) => one.id === values.store_id).currency;
  return html`<${Form} label=${t("trading:write_brief")} onSubmit=${() => deed.run(values)}>
    <p class="muted">${t("trading:brief_text")}</p>
    <${Select} label=${t("trading:for_store")} ...${bind("store_id")} problem=${deed.problem} options=${stores.map((one) => [one.id, one.name])} />
    <${Select} label=${t("trading:trade")} ...${bind("trade")} options=${tradeChoices()} />
    <${Text} label=${t("trading:brief_title")} hint=${t("trading:brief_title_hint")} ...${bind("title")} problem=${deed.problem} required maxlength="80" />
    <${Text} label=${t("trading:brief_more")} hint=${t("trading:brief_more_hint")} lines=${5} ...${bind("text")} problem=${deed.problem} maxlength="3000" />
    <div class="two"><${Amount} label=${t("trading:budget")} currency=${currency} ...${bind("budget")} problem=${deed.problem} />
      <${Select} label=${t("trading:answers_until")} ...${bind("days")} problem=${deed.problem} options=${DAYS.map((count) => [String(count), t("trading:days", { count })])} /></div>
    <${Refusal} problem=${deed.problem} />
    <div class="dock"><${Button} type="submit" wide icon="send" busy=${deed.busy}>${t("trading:publish_brief")}<//></div><//>`;
}
