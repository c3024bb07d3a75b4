/** The figures of some days as a file for a spreadsheet. */
import { get } from "../../../api.js";
import { language, t } from "../../../i18n.js";
import { useDeed } from "../../../loading.js";
import { Form, Text, useForm } from "../../../ui/form.js";
import { html } from "../../../ui/html.js";
import { Button, Refusal } from "../../../ui/parts.js";
import { Sheet } from "../../../ui/sheet.js";
import { dayOf, plus } from "../days.js";
import { save } from "../../../saving.js";

const DAYS = 30;

export function Download({ store, onClose }) {
  const today = dayOf(new Date());
  const { values, bind } = useForm({ since: plus(today, 1 - DAYS), until: today });
  const deed = useDeed(async (_, { since, until }) => {
    const reply = await get(`/stores/${store}/insights/days.csv`, { since, until, language: language.get() }, { raw: true });
    save(await reply.blob(), `${t("insights:file")}-${since}-${until}.csv`);
  }, { said: t("growing:file_saved"), done: onClose });
  return html`<${Sheet} title=${t("insights:download")} onClose=${onClose}>
    <p class="muted">${t("insights:download_text")}</p>
    <${Form} passing label=${t("insights:download")} onSubmit=${() => deed.run(values)}>
      <div class="two"><${Text} label=${t("insights:since")} type="date" ...${bind("since")} max=${today} problem=${deed.problem} />
        <${Text} label=${t("insights:until")} type="date" ...${bind("until")} max=${today} problem=${deed.problem} /></div>
      <${Refusal} problem=${deed.problem} />
      <${Button} type="submit" wide icon="download" busy=${deed.busy}>${t("insights:save_file")}<//>
    <//><//>`;
}
