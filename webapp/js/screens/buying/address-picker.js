/** Where it goes: the usual address, another one, or a new one, in a sheet. */
import { get } from "../../api.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { html, useEffect, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Button } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { Failure } from "../../ui/states.js";
import { AddressForm } from "../entering/address-form.js";

export function AddressPicker({ me, chosen, onPick }) {
  const book = useLoaded(() => get("/addresses"));
  const [open, setOpen] = useState("");
  const items = book.data?.items ?? [];
  useEffect(() => {
    if (!chosen && items.length) onPick(items.find((one) => one.id === me.default_address_id) ?? items[0]);
  }, [book.data]);
  const saved = (address) => { setOpen(""); onPick(address); book.reload({ quiet: true }); };
  if (book.problem && !book.data) return html`<${Failure} problem=${book.problem} again=${book.reload} />`;
  if (!book.data) return html`<div class="skeleton block" role="status" aria-label=${t("loading")}></div>`;
  const shown = chosen ?? items.find((one) => one.id === me.default_address_id) ?? items[0];
  return html`<section aria-label=${t("buying:ship_to")}>
    ${shown ? html`<button type="button" class="card row tap send-to" onClick=${() => setOpen("pick")}>
        <${Icon} name="map-pin" /><span class="grow"><b>${shown.recipient} <span class="muted number">${shown.phone}</span></b><span class="small">${shown.region_name} ${shown.street}</span></span>
        <span class="small accent-words">${t("buying:change")}</span></button>`
      : html`<button type="button" class="card row tap send-to" onClick=${() => setOpen("new")}><${Icon} name="map-pin" /><span class="grow"><b>${t("buying:no_address")}</b><span class="small muted">${t("buying:no_address_text")}</span></span><${Icon} name="plus" /></button>`}
    ${open === "pick" ? html`<${Sheet} title=${t("buying:ship_to")} onClose=${() => setOpen("")}>
      <ul class="stack">${items.map((one) => html`<li key=${one.id}><button type="button" class="card flat row tap send-to" aria-pressed=${one.id === shown?.id ? "true" : "false"} onClick=${() => { onPick(one); setOpen(""); }}>
        <span class="grow"><b>${one.recipient} <span class="muted number">${one.phone}</span></b><span class="small">${one.region_name} ${one.street}</span>${one.rural ? html`<${Badge} tone="warn">${t("addresses:is_rural")}<//>` : null}</span>
        ${one.id === shown?.id ? html`<${Icon} name="check" />` : null}</button></li>`)}</ul>
      <${Button} wide look="quiet" icon="plus" onClick=${() => setOpen("new")}>${t("addresses:add")}<//><//>` : null}
    ${open === "new" ? html`<${Sheet} title=${t("addresses:add")} onClose=${() => setOpen("")}><${AddressForm} address=${{}} onSaved=${saved} /><//>` : null}
  </section>`;
}
