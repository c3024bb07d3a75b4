/** The supplier's side: being verified, what one's record says, what buyers answered. */
import { get, put } from "../../api.js";
import { ago, money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded, usePages } from "../../loading.js";
import { to } from "../../router.js";
import { Form, Text, useForm, Whole } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Button, Item, Note, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Loaded, Pages } from "../../ui/states.js";
import { Measured } from "./supplier-card.js";

const TONES = { applied: "warn", verified: "good", refused: "bad", suspended: "bad" };
const icon = (name) => html`<${Icon} name=${name} />`;

const none = (problem) => { if (problem.status === 404) return null; throw problem; };

export default function Supplying({ store }) {
  const loaded = useLoaded(() => get(`/stores/${store}/supplier`).catch(none), [store]);
  const quotes = usePages((cursor) => get(`/stores/${store}/quotes`, { cursor }), [store]);
  const both = quotes.data || quotes.problem ? loaded : { ...loaded, data: undefined };
  const [applying, setApplying] = useState(false);
  const base = `/sell/${store}/supplying`;
  const each = (one) => html`<${Item} key=${one.id} href=${to(`${base}/requests/${one.request_id}`)} title=${one.title} under=${`${money(one.price)} × ${one.quantity} · ${ago(one.created_at)}`}
    after=${html`<${Badge} tone=${one.state === "pending" && one.by === "buyer" ? "accent" : one.state === "accepted" ? "good" : ""}>${one.state === "pending" && one.by === "buyer" ? t("trading:your_turn") : t(`trading:quote_${one.state}`)}<//>`} />`;
  return html`<${Screen} title=${t("trading:supplying")} up=${`/sell/${store}`} narrow>
    <${Loaded} from=${both}>${(shown) => html`${shown ? html`<${Standing} of=${shown} onApply=${() => setApplying(true)} />`
      : html`<section class="card trade-welcome"><${Icon} name="warehouse" /><h2>${t("trading:become_supplier")}</h2><p>${t("trading:become_supplier_text")}</p><${Button} wide onClick=${() => setApplying(true)}>${t("trading:apply_now")}<//></section>`}
    <ul class="list"><${Item} href=${to(`${base}/goods`)} before=${icon("boxes")} title=${t("trading:wholesale_terms")} under=${t("trading:wholesale_terms_text")} />
      <${Item} href=${to(`${base}/requests`)} before=${icon("search")} title=${t("trading:open_requests")} under=${t("trading:open_requests_text")} />
      ${shown?.state === "verified" ? html`<${Item} href=${to(`${base}/plan`)} before=${icon("receipt")} title=${t("trading:plan")} under=${t("trading:plan_supplier_text")} />` : null}</ul>
    <h2>${t("trading:quotes_and_answers")}</h2>
    <${Pages} from=${quotes} each=${each} empty=${html`<${Empty} icon="file-text" title=${t("trading:no_own_quotes")}>${t("trading:no_own_quotes_text")}<//>`} />`}<//>
    ${applying ? html`<${Sheet} title=${t("trading:become_supplier")} onClose=${() => setApplying(false)}><${Application} store=${store} from=${loaded.data} done=${(told) => { loaded.set(told); setApplying(false); }} /><//>` : null}
  <//>`;
}

function Standing({ of, onApply }) {
  return html`<section class="card"><div class="row top"><div class="grow"><h2>${of.store_name}</h2><p class="muted small">${t("trading:since", { year: String(of.since) })}</p></div><${Badge} tone=${TONES[of.state]}>${t(`trading:supplier_${of.state}`)}<//></div>
    <p class="prose">${of.about}</p>
    ${of.state === "verified" ? html`<${Measured} record=${of.record} />` : html`<${Note} tone=${TONES[of.state]}>${of.reason || t(`trading:supplier_${of.state}_text`)}<//>`}
    ${of.state === "suspended" ? null : html`<${Button} look="plain" slim icon="pencil" onClick=${onApply}>${of.state === "refused" ? t("trading:apply_again") : t("frame:edit")}<//>`}</section>`;
}

function Application({ store, from, done }) {
  const { values, bind } = useForm({ since: from?.since ?? null, about: from?.about ?? "" });
  const deed = useDeed((_, wish) => put(`/stores/${store}/supplier`, wish), { done, said: t("trading:applied") });
  return html`<${Form} label=${t("trading:become_supplier")} onSubmit=${() => deed.run(values)}>
    <p class="muted">${t("trading:application_text")}</p>
    <${Whole} label=${t("trading:in_trade_since")} ...${bind("since")} problem=${deed.problem} maxlength="4" />
    <${Text} label=${t("trading:what_you_make")} lines=${4} ...${bind("about")} problem=${deed.problem} />
    <${Refusal} problem=${deed.problem} /><${Button} type="submit" wide busy=${deed.busy}>${t("trading:send_application")}<//><//>`;
}
