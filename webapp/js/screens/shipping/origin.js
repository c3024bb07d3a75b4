/** Where the store sends from, and takes returns. */
import { put } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { Form, Text, useForm } from "../../ui/form.js";
import { html } from "../../ui/html.js";
import { Button, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";
import { Regions } from "../entering/address-form.js";
import { originOf } from "./home.js";

export default function Origin({ store }) {
  const origin = useLoaded(() => originOf(store), [store]);
  return html`<${Screen} title=${t("shipping:origin")} up=${`/sell/${store}/orders`} narrow>
    <p class="muted">${t("shipping:origin_text")}</p>
    <${Loaded} from=${origin}>${(of) => html`<${OriginForm} of=${of} store=${store} onSaved=${(after) => origin.set(after)} />`}<//>
  <//>`;
}

export function OriginForm({ of, store, onSaved }) {
  const { values, bind, set } = useForm({ name: of?.name ?? "", phone: of?.phone ?? "", region: of?.region ?? "", street: of?.street ?? "" });
  const deed = useDeed((_, wish) => put(`/stores/${store}/origin`, wish), { said: t("frame:saved"), done: onSaved });
  return html`<${Form} label=${t("shipping:origin")} onSubmit=${() => deed.run(values)}>
    <${Text} label=${t("shipping:sender")} ...${bind("name")} problem=${deed.problem} autocomplete="organization" required />
    <${Text} label=${t("addresses:phone")} type="tel" ...${bind("phone")} problem=${deed.problem} autocomplete="tel" required />
    <${Regions} value=${values.region} onChange=${(code) => set("region", code)} problem=${deed.problem} />
    <${Text} label=${t("addresses:street")} hint=${t("addresses:street_hint")} ...${bind("street")} problem=${deed.problem} autocomplete="street-address" required />
    <${Refusal} problem=${["name", "phone", "region", "street"].some((one) => deed.problem?.of?.(one)) ? null : deed.problem} />
    <${Button} type="submit" wide busy=${deed.busy} disabled=${!values.region}>${t("frame:save")}<//>
  <//>`;
}
