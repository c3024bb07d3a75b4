/** An address asked for: province, city and county are chosen from the register of divisions. */
import { get, post, put } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { Form, Select, Text, useForm } from "../../ui/form.js";
import { html, useEffect, useState } from "../../ui/html.js";
import { Button, Refusal } from "../../ui/parts.js";

/** `address` is the one to change, or `{}` for a new one; `onSaved` gets it as it is kept. */
export function AddressForm({ address, onSaved }) {
  const { values, bind, set } = useForm({
    recipient: address.recipient ?? "", phone: address.phone ?? "", region: address.region ?? "", street: address.street ?? "",
  });
  const deed = useDeed((key, wish) => (address.id ? put(`/addresses/${address.id}`, wish) : post("/addresses", wish, { key })), { done: onSaved });
  const wish = { ...values, country: address.country ?? "CN" };
  return html`<${Form} label=${t("addresses:title")} onSubmit=${() => deed.run(wish)}>
    <${Refusal} problem=${deed.problem} />
    <${Text} label=${t("addresses:recipient")} ...${bind("recipient")} problem=${deed.problem} autocomplete="name" required />
    <${Text} label=${t("addresses:phone")} type="tel" ...${bind("phone")} problem=${deed.problem} autocomplete="tel" required />
    <${Regions} value=${values.region} onChange=${(code) => set("region", code)} problem=${deed.problem} />
    <${Text} label=${t("addresses:street")} hint=${t("addresses:street_hint")} ...${bind("street")} problem=${deed.problem} autocomplete="street-address" required />
    <${Button} type="submit" wide busy=${deed.busy} disabled=${!values.region}>${t("frame:save")}<//>
  <//>`;
}

/** A county by its code, down from the province; `name` is the field that the API names when it refuses it. */
export function Regions({ value, onChange, problem, name = "region" }) {
  const [chosen, choose] = useState([value.slice(0, 2), value.slice(0, 4), value.slice(0, 6)].filter((code, at) => code.length === 2 * (at + 1)));
  useEffect(() => { onChange(chosen[2] ?? ""); }, [chosen.join()]);
  const pick = (level) => (code) => choose(code ? [...chosen.slice(0, level), code] : chosen.slice(0, level));
  return html`<${Level} label=${t("addresses:province")} value=${chosen[0]} onChange=${pick(0)} />
    ${chosen[0] ? html`<${Level} label=${t("addresses:city")} parent=${chosen[0]} value=${chosen[1]} onChange=${pick(1)} key=${chosen[0]} />` : null}
    ${chosen[1] ? html`<${Level} label=${t("addresses:county")} name=${name} problem=${problem} parent=${chosen[1]} value=${chosen[2]} onChange=${pick(2)} key=${chosen[1]} />` : null}`;
}

function Level({ label, parent, value, onChange, problem, name }) {
  const found = useLoaded(() => get("/regions", { parent }, { open: true }), [parent]);
  const options = [["", found.loading ? t("frame:loading") : t("frame:choose")], ...(found.data?.items ?? []).map((one) => [one.code, one.name])];
  return html`<${Select} label=${label} name=${name} value=${value ?? ""} onChange=${onChange} options=${options} problem=${problem} required />`;
}
