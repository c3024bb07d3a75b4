/** What one offers at a fixed price. */
import { post, put } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { Amount, Check, Form, Select, Text, useForm, Whole } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Badge, Button, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Loaded } from "../../ui/states.js";
import { loadOwn } from "./own-partner.js";
import { Package } from "./partner.js";
import { tradeName } from "./trades.js";

export default function OwnPackages() {
  const loaded = useLoaded(loadOwn);
  const [edited, edit] = useState(null);
  const saved = (shown) => { edit(null); loaded.set(shown); };
  const add = html`<${Button} wide icon="plus" onClick=${() => edit({})}>${t("trading:add_package")}<//>`;
  return html`<${Screen} title=${t("trading:packages")} up="/partners/me" narrow>
    <${Loaded} from=${loaded}>${(shown) => (shown?.packages.length
      ? html`<ul class="stack">${shown.packages.map((one) => html`<${Package} of=${one} key=${one.id}><div class="row">${one.offered ? html`<${Badge} tone="good">${t("trading:offered")}<//>` : html`<${Badge}>${t("trading:not_offered")}<//>`}<span class="grow"></span><${Button} look="quiet" slim icon="pencil" onClick=${() => edit(one)}>${t("frame:edit")}<//></div><//>`)}</ul><div class="dock trade-dock">${add}</div>`
      : html`<${Empty} icon="package" title=${t("trading:no_own_packages")} action=${add}>${t("trading:no_own_packages_text")}<//>`)}<//>
    ${edited ? html`<${Sheet} title=${edited.id ? t("trading:edit_package") : t("trading:add_package")} onClose=${() => edit(null)}><${Edit} from=${edited} own=${loaded.data} done=${saved} /><//>` : null}
  <//>`;
}

function Edit({ from, own, done }) {
  const { values, bind } = useForm({ title: from.title ?? "", description: from.description ?? "", trade: from.trade ?? own.trades[0], price: from.price?.amount ?? null, days: from.days ?? 5, revisions: from.revisions ?? 2, offered: from.offered ?? true });
  const deed = useDeed((key, wish) => (from.id ? put(`/partner/packages/${from.id}`, wish) : post("/partner/packages", wish, { key })), { done, said: t("frame:saved") });
  return html`<${Form} label=${t("trading:packages")} onSubmit=${() => deed.run(values)}>
    <${Text} label=${t("trading:package_title")} ...${bind("title")} problem=${deed.problem} required maxlength="80" />
    <${Text} label=${t("trading:package_text")} lines=${3} ...${bind("description")} problem=${deed.problem} />
    <div class="two"><${Amount} label=${t("trading:price")} currency=${own.currency} ...${bind("price")} problem=${deed.problem} /><${Select} label=${t("trading:trade")} ...${bind("trade")} options=${own.trades.map((one) => [one, tradeName(one)])} /></div>
    <div class="two"><${Whole} label=${t("trading:days_of_work")} ...${bind("days")} problem=${deed.problem} /><${Whole} label=${t("trading:revisions_field")} ...${bind("revisions")} problem=${deed.problem} /></div>
    <${Check} label=${t("trading:offer_it")} ...${bind("offered")} />
    <${Refusal} problem=${deed.problem} /><${Button} type="submit" wide busy=${deed.busy}>${t("frame:save")}<//><//>`;
}
