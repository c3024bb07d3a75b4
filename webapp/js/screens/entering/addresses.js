/** Where parcels go: one's addresses. */
import { get, patch, remove } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { me as signedIn } from "../../state.js";
import { html, useState } from "../../ui/html.js";
import { Badge, Button, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Loaded } from "../../ui/states.js";
import { AddressForm } from "./address-form.js";

export default function Addresses({ me }) {
  const book = useLoaded(() => get("/addresses"));
  const [edited, edit] = useState(null);
  const usual = useDeed((_, id) => patch("/me", { default_address_id: id }), { done: (profile) => signedIn.set(profile) });
  const drop = useDeed((_, id) => remove(`/addresses/${id}`), { done: () => book.reload({ quiet: true }) });
  const saved = () => { edit(null); book.reload({ quiet: true }); };
  const add = html`<${Button} wide icon="plus" onClick=${() => edit({})}>${t("addresses:add")}<//>`;
  return html`<${Screen} title=${t("addresses:title")} up="/me" narrow>
    <${Refusal} problem=${usual.problem ?? drop.problem} />
    <${Loaded} from=${book}>${({ items }) => (items.length === 0
      ? html`<${Empty} icon="map-pin" title=${t("addresses:none")} action=${add}>${t("addresses:none_text")}<//>`
      : html`<ul class="stack">${items.map((one) => html`<li class="card" key=${one.id}>
          <${AddressLines} of=${one} usual=${me.default_address_id === one.id} />
          <div class="row wrap">
            <${Button} look="quiet" slim onClick=${() => edit(one)}>${t("frame:edit")}<//>
            ${me.default_address_id === one.id ? null : html`<${Button} look="plain" slim busy=${usual.busy} onClick=${() => usual.run(one.id)}>${t("addresses:make_usual")}<//>`}
            <${Button} look="danger" slim busy=${drop.busy} onClick=${() => drop.run(one.id)}>${t("frame:delete")}<//>
          </div></li>`)}</ul>${add}`)}<//>
    ${edited ? html`<${Sheet} title=${edited.id ? t("addresses:edit") : t("addresses:add")} onClose=${() => edit(null)}>
      <${AddressForm} address=${edited} onSaved=${saved} /><//>` : null}
  <//>`;
}

/** An address as one writes it on a parcel. */
export const AddressLines = ({ of, usual = false }) => html`<div>
  <p><strong>${of.recipient}</strong> <span class="muted number">${of.phone}</span> ${usual ? html`<${Badge} tone="accent">${t("addresses:usual")}<//>` : null}</p>
  <p>${of.region_name} ${of.street}${of.postal_code ? ` ${of.postal_code}` : ""}</p>
  ${of.rural ? html`<p class="small muted">${t("addresses:is_rural")}</p>` : null}
</div>`;
