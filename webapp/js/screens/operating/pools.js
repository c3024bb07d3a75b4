/** Lenders' pools: what is free and what is lent, their limits, and the switch that stops all lending. */
import { get, put } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { Amount, Check, Form, useForm } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Badge, Button, Meter, Pairs, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Loaded } from "../../ui/states.js";
import { AskSheet } from "../trading/ask-sheet.js";
import { only } from "./only.js";

export default only(() => {
  const pools = useLoaded(() => get("/lending/pools"));
  const [edited, edit] = useState(null);
  const [switching, turn] = useState(null);
  const again = () => pools.reload({ quiet: true });
  return html`<${Screen} title=${t("operating:pools")} up="/operating" narrow>
    <${Loaded} from=${pools}>${({ items }) => html`${items.length ? html`<ul class="stack">${items.map((one) => html`<${Pool} of=${one} key=${one.id} onEdit=${() => edit(one)} />`)}</ul>`
      : html`<${Empty} icon="landmark" title=${t("operating:no_pools")} />`}
    <div class="row wrap"><${Button} look="danger" icon="pause" onClick=${() => turn(true)}>${t("operating:stop_all")}<//><${Button} look="plain" icon="play" onClick=${() => turn(false)}>${t("operating:go_on_all")}<//></div>`}<//>
    ${edited ? html`<${Sheet} title=${edited.name} onClose=${() => edit(null)}><${Limits} of=${edited} done=${() => { edit(null); again(); }} /><//>` : null}
    ${switching == null ? null : html`<${AskSheet} title=${switching ? t("operating:stop_all") : t("operating:go_on_all")} look=${switching ? "danger" : ""} onClose=${() => turn(null)} done=${again} deed=${() => put("/lending/switch", { halted: switching })}><p>${switching ? t("operating:stop_all_text") : t("operating:go_on_all_text")}</p><//>`}<//>`;
});

const of = (pool, amount) => money({ amount, currency: pool.currency });

const Pool = ({ of: pool, onEdit }) => html`<li class="card"><div class="row"><h2 class="grow">${pool.name}</h2><${Badge} tone=${pool.halted ? "bad" : "good"}>${pool.halted ? t("operating:halted") : t("operating:lending")}<//></div>
  <${Meter} part=${pool.lent} whole=${pool.cap} label=${t("operating:lent_of", { lent: of(pool, pool.lent), cap: of(pool, pool.cap) })} />
  <${Pairs} of=${[[t("operating:lent"), of(pool, pool.lent)], [t("operating:free"), of(pool, pool.free)], [t("operating:cap"), of(pool, pool.cap)], [t("operating:per_borrower"), of(pool, pool.per_borrower)]]} />
  <${Button} look="quiet" slim icon="pencil" onClick=${onEdit}>${t("operating:limits")}<//></li>`;

function Limits({ of: pool, done }) {
  const { values, bind } = useForm({ cap: pool.cap, per_borrower: pool.per_borrower, halted: pool.halted });
  const deed = useDeed((_, wish) => put(`/lending/pools/${pool.id}`, wish), { done, said: t("frame:saved") });
  return html`<${Form} label=${t("operating:limits")} onSubmit=${() => deed.run(values)}>
    <${Amount} label=${t("operating:cap")} currency=${pool.currency} ...${bind("cap")} problem=${deed.problem} /><${Amount} label=${t("operating:per_borrower")} currency=${pool.currency} ...${bind("per_borrower")} problem=${deed.problem} />
    <${Check} label=${t("operating:halt")} ...${bind("halted")} /><${Refusal} problem=${deed.problem} /><${Button} type="submit" wide busy=${deed.busy}>${t("frame:save")}<//><//>`;
}
