/** Which buyers' offers for goods are accepted or declined by themselves. */
import { get, put } from "../../api.js";
import { money, percent } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded, usePages } from "../../loading.js";
import { Form, Whole, useForm } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, Item, Photo, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Loaded, Pages } from "../../ui/states.js";

const POINTS = 100;

export function Thresholds({ store }) {
  const [chosen, choose] = useState(null);
  const goods = usePages((cursor) => get(`/stores/${store}/listings`, { cursor }), [store]);
  const each = (one) => html`<${Item} key=${one.id} before=${html`<${Photo} of=${one.cover} size="tiny" icon="tag" />`} title=${one.title} under=${money(one.price_from)} onClick=${() => choose(one)} />`;
  return html`<section class="stack" aria-labelledby="thresholds"><h2 id="thresholds">${t("talking:thresholds")}</h2>
    <p class="muted small">${t("talking:thresholds_text")}</p>
    <${Pages} from=${goods} each=${each} empty=${html`<${Empty} icon="tags" title=${t("talking:no_goods")} />`} />
    ${chosen ? html`<${Sheet} title=${t("talking:thresholds")} onClose=${() => choose(null)}><${Edit} listing=${chosen} onClose=${() => choose(null)} /><//>` : null}
  </section>`;
}

function Edit({ listing, onClose }) {
  const set = useLoaded(() => get(`/listings/${listing.id}/offer-thresholds`), [listing.id]);
  return html`<p><b>${listing.title}</b></p><div class="chat-filling"><${Loaded} from=${set} lines=${2}>${(now) => html`<${Fields} of=${now} listing=${listing} onClose=${onClose} />`}<//></div>`;
}

function Fields({ of, listing, onClose }) {
  const whole = (value) => (value == null ? null : Math.round(value / POINTS));
  const { values, bind } = useForm({ accept_from: whole(of.accept_from), decline_below: whole(of.decline_below) });
  const points = (value) => (value == null ? null : value * POINTS);
  const deed = useDeed((_, wish) => put(`/listings/${listing.id}/offer-thresholds`, wish), { said: t("frame:saved"), done: onClose });
  const means = (value) => (Number.isInteger(value) ? t("talking:means", { share: percent(value / 100, 0), price: money({ ...listing.price_from, amount: Math.round((listing.price_from.amount * value) / 100) }) }) : t("talking:never_by_itself"));
  return html`<${Form} label=${t("talking:thresholds")} onSubmit=${() => deed.run({ accept_from: points(values.accept_from), decline_below: points(values.decline_below) })}>
    <${Whole} label=${t("talking:accept_from")} hint=${means(values.accept_from)} ...${bind("accept_from")} problem=${deed.problem} />
    <${Whole} label=${t("talking:decline_below")} hint=${means(values.decline_below)} ...${bind("decline_below")} problem=${deed.problem} />
    <${Refusal} problem=${deed.problem?.of?.("accept_from") || deed.problem?.of?.("decline_below") ? null : deed.problem} />
    <${Button} type="submit" wide busy=${deed.busy}>${t("frame:save")}<//>
  <//>`;
}
