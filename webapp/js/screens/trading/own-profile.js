/** Who one is as a partner, and what one does. */
import { put } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { go } from "../../router.js";
import { Check, Form, Text, useForm } from "../../ui/form.js";
import { html } from "../../ui/html.js";
import { Button, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";
import { Regions } from "../entering/address-form.js";
import { loadOwn } from "./own-partner.js";
import { TRADES, tradeName } from "./trades.js";

export default function OwnProfile({ me }) {
  const loaded = useLoaded(loadOwn);
  return html`<${Screen} title=${t("trading:introduction")} up="/partners/me" narrow>
    <${Loaded} from=${loaded}>${(shown) => html`<${Edit} from=${shown ?? { name: me.name, headline: "", about: "", trades: [], region: null, currency: "CNY" }} />`}<//><//>`;
}

function Edit({ from }) {
  const { values, bind, set } = useForm({ name: from.name, headline: from.headline, about: from.about, trades: from.trades, region: from.region ?? "", currency: from.currency });
  const deed = useDeed((_, wish) => put("/partner", wish), { done: () => go("/partners/me", { instead: true }), said: t("frame:saved") });
  const toggle = (trade) => (on) => set("trades", on ? [...values.trades, trade] : values.trades.filter((one) => one !== trade));
  return html`<${Form} label=${t("trading:introduction")} onSubmit=${() => deed.run({ ...values, region: values.region || null })}>
    <${Text} label=${t("trading:partner_name")} ...${bind("name")} problem=${deed.problem} required maxlength="60" />
    <${Text} label=${t("trading:headline")} hint=${t("trading:headline_hint")} ...${bind("headline")} problem=${deed.problem} maxlength="120" />
    <fieldset><legend class="legend">${t("trading:trades")}</legend>${Object.keys(TRADES).map((one) => html`<${Check} key=${one} label=${tradeName(one)} name=${one} value=${values.trades.includes(one)} onChange=${toggle(one)} />`)}</fieldset>
    <${Text} label=${t("trading:about_me")} lines=${5} ...${bind("about")} problem=${deed.problem} maxlength="2000" />
    <${Regions} value=${values.region} onChange=${(code) => set("region", code)} problem=${deed.problem} />
    <${Refusal} problem=${deed.problem} />
    <div class="dock"><${Button} type="submit" wide busy=${deed.busy} disabled=${!values.trades.length}>${t("frame:save")}<//></div><//>`;
}
