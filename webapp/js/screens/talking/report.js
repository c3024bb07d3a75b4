/** Showing an operator a message of the other side. */
import { post } from "../../api.js";
import { time } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { Choice, Form, Text, useForm } from "../../ui/form.js";
import { html } from "../../ui/html.js";
import { Button, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { glimpse } from "./glimpse.js";

const SHOWN = 15;
const REASONS = ["spam", "abuse", "fraud", "off_platform", "other"];

export function Report({ room, onClose }) {
  const { talk, messages } = room;
  const theirs = messages.filter((one) => one.side !== talk.side && one.side !== "system").slice(-SHOWN).reverse();
  const { values, bind, set } = useForm({ seq: theirs[0].seq, reason: "spam", note: "" });
  const deed = useDeed((key) => post(`/conversations/${talk.id}/reports`, values, { key }), { said: t("talking:reported"), done: onClose });
  return html`<${Sheet} title=${t("talking:report")} onClose=${onClose}>
    <${Form} label=${t("talking:report")} onSubmit=${() => deed.run()}>
      <fieldset><legend class="legend">${t("talking:which")}</legend><div class="chat-which">
        ${theirs.map((one) => html`<label class="check" key=${one.seq}><input type="radio" name="seq" checked=${one.seq === values.seq} onChange=${() => set("seq", one.seq)} />
          <span class="clip">${glimpse(one)} <span class="muted small">${time(one.at)}</span></span></label>`)}
      </div></fieldset>
      <${Choice} label=${t("talking:why")} ...${bind("reason")} options=${REASONS.map((one) => [one, t(`talking:why_${one}`)])} />
      <${Text} label=${t("talking:note")} ...${bind("note")} lines="3" maxlength="500" problem=${deed.problem} />
      <${Refusal} problem=${deed.problem?.of?.("note") ? null : deed.problem} />
      <${Button} type="submit" wide look="danger" busy=${deed.busy}>${t("talking:report_now")}<//>
    <//><//>`;
}
