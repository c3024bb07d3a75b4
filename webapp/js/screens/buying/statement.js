/** A statement of a month as a file that a spreadsheet opens. */
import { get } from "../../api.js";
import { language, t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { save } from "../../saving.js";
import { Form, Select } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { Refused } from "./refused.js";

const MONTHS = 12;
const MOST_PARTS = 40;

export function StatementSheet({ onClose }) {
  const months = lastMonths(new Date());
  const [month, choose] = useState(months[0].from);
  const deed = useDeed(async () => save(await whole(months.find((one) => one.from === month)), `guanxi-${month.slice(0, 7)}.csv`), { said: t("buying:statement_saved"), done: onClose });
  return html`<${Sheet} title=${t("buying:statement")} onClose=${onClose}><${Form} passing label=${t("buying:statement")} onSubmit=${() => deed.run(month)}>
    <${Select} label=${t("buying:month")} name="month" value=${month} onChange=${choose} options=${months.map((one) => [one.from, one.name])} />
    <${Refused} problem=${deed.problem} /><${Button} type="submit" wide icon="download" busy=${deed.busy}>${t("buying:download")}<//><//><//>`;
}

/** The months up to a moment, as days from and to. */
function lastMonths(now) {
  const iso = (date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
  const name = new Intl.DateTimeFormat(language.get(), { year: "numeric", month: "long" });
  return Array.from({ length: MONTHS }, (_, back) => {
    const first = new Date(now.getFullYear(), now.getMonth() - back, 1);
    return { from: iso(first), to: iso(new Date(first.getFullYear(), first.getMonth() + 1, 0)), name: name.format(first) };
  });
}

/** The whole file: a part names the cursor of the next one in its header. */
async function whole({ from, to }) {
  const parts = [];
  let cursor = null;
  do {
    const reply = await get("/wallet/statement.csv", { from, to, language: language.get(), cursor }, { raw: true });
    parts.push(await reply.blob());
    cursor = /[?&]cursor=([^&>]+)/.exec(reply.headers.get("Link") ?? "")?.[1] ?? null;
    cursor &&= decodeURIComponent(cursor);
  } while (cursor && parts.length < MOST_PARTS);
  return new Blob(parts, { type: "text/csv" });
}
