/** A store opened by its name alone; all else waits in the editor, where it is published. */
import { post } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { go } from "../../router.js";
import { refreshWorkplaces } from "../../session.js";
import { Form, Select, Text, useForm } from "../../ui/form.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Button, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";

const CURRENCIES = ["CNY", "USD", "EUR"];
const PROMISES = [["store", "promise_page"], ["shield-check", "promise_paid"], ["hand-coins", "promise_free"]];

export default function OpenStore() {
  const { values, bind } = useForm({ name: "", currency: "CNY" });
  const deed = useDeed((key, wish) => post("/stores", wish, { key }), {
    done: async (store) => {
      await refreshWorkplaces().catch(() => {});
      go(`/sell/${store.id}/edit`, { instead: true });
    },
  });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "Asia/Shanghai";
  return html`<${Screen} title=${t("selling:open")} up="/me" narrow>
    <div class="hero-sign"><${Icon} name="store" /><p>${t("selling:open_text")}</p></div>
    <${Form} label=${t("selling:open")} onSubmit=${() => deed.run({ ...values, time_zone: zone })}>
      <${Refusal} problem=${deed.problem} />
      <${Text} label=${t("selling:name")} hint=${t("selling:name_hint")} ...${bind("name")} problem=${deed.problem} maxlength="60" autocomplete="organization" required />
      <${Select} label=${t("selling:currency")} ...${bind("currency")} problem=${deed.problem} options=${CURRENCIES.map((one) => [one, t(`selling:currency_${one}`)])} />
      <${Button} type="submit" wide icon="store" busy=${deed.busy} disabled=${!values.name.trim()}>${t("selling:open_now")}<//>
    <//>
    <ul class="stack promises">${PROMISES.map(([icon, words]) => html`<li class="row"><${Icon} name=${icon} /><span>${t(`selling:${words}`)}</span></li>`)}</ul>
  <//>`;
}
