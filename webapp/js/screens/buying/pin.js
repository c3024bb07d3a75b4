/** The payment PIN: set, changed, or set anew shortly after signing in. */
import { post, put } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { Form, useForm } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { PinField } from "./pay.js";
import { Refused } from "./refused.js";

export function PinSheet({ pin, onClose, onDone }) {
  const [forgotten, forget] = useState(false);
  const { values, bind } = useForm({ old_pin: "", pin: "", again: "" });
  const changes = pin.is_set && !forgotten;
  const deed = useDeed((key) => {
    if (!pin.is_set) return post("/wallet/pin", { pin: values.pin }, { key });
    return forgotten ? post("/wallet/pin/reset", { pin: values.pin }, { key }) : put("/wallet/pin", { old_pin: values.old_pin, pin: values.pin });
  }, { said: t("buying:pin_kept"), done: onDone });
  const differs = values.again.length === 6 && values.again !== values.pin;
  const whole = values.pin.length === 6 && values.again === values.pin && (!changes || values.old_pin.length === 6);
  const title = t(!pin.is_set ? "buying:set_pin" : forgotten ? "buying:reset_pin" : "buying:change_pin");
  return html`<${Sheet} title=${title} onClose=${onClose}><${Form} passing label=${title} onSubmit=${() => whole && deed.run(values.pin, forgotten)}>
    <p class="muted">${t(forgotten ? "buying:reset_pin_text" : "buying:pin_text")}</p>
    ${changes ? html`<${PinField} label=${t("buying:old_pin")} ...${bind("old_pin")} problem=${deed.problem?.code === "wrong_pin" ? deed.problem : null} />` : null}
    <${PinField} label=${t("buying:new_pin")} ...${bind("pin")} /><${PinField} label=${t("buying:new_pin_again")} ...${bind("again")} />
    <p class="small bad-words" aria-live="polite">${differs ? t("buying:pin_differs") : ""}</p>
    ${deed.problem?.code === "wrong_pin" ? null : html`<${Refused} problem=${deed.problem} />`}
    <${Button} type="submit" wide busy=${deed.busy} disabled=${!whole}>${title}<//>
    ${changes ? html`<${Button} look="plain" wide onClick=${() => { deed.clear(); forget(true); }}>${t("buying:pin_forgotten")}<//>` : null}
  <//><//>`;
}
