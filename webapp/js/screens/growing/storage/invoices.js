/** One's invoices, each with its lines and as a PDF; one that couldn't be paid is paid here. */
import { blob, get, post } from "../../../api.js";
import { day, money } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useDeed, usePages } from "../../../loading.js";
import { to } from "../../../router.js";
import { html, useState } from "../../../ui/html.js";
import { Icon } from "../../../ui/icon.js";
import { Badge, Button, Item, Pairs, Refusal } from "../../../ui/parts.js";
import { Screen } from "../../../ui/screen.js";
import { Sheet } from "../../../ui/sheet.js";
import { Empty, Pages } from "../../../ui/states.js";
import { toast } from "../../../ui/toast.js";
import { save } from "../../../saving.js";
import { lineWords } from "./plans.js";

const TONES = { paid: "good", open: "bad", uncollected: "warn" };

export default function Invoices() {
  const invoices = usePages((cursor) => get("/storage/invoices", { cursor }));
  const [shown, show] = useState(null);
  const paid = (next) => {
    show(next);
    toast(t("storage:paid"));
    invoices.set((was) => ({ ...was, items: was.items.map((one) => (one.id === next.id ? next : one)) }));
  };
  const each = (one) => html`<${Item} key=${one.id} onClick=${() => show(one)} before=${html`<${Icon} name="receipt" />`} title=${money(one.total)} under=${day(one.issued_at)}
    after=${html`<${Badge} tone=${TONES[one.state]}>${t(`storage:state_${one.state}`)}<//>`} />`;
  return html`<${Screen} title=${t("storage:invoices")} up="/storage" narrow>
    <${Pages} from=${invoices} each=${each} empty=${html`<${Empty} icon="receipt" title=${t("storage:no_invoices")}>${t("storage:no_invoices_text")}<//>`} />
    ${shown ? html`<${Invoice} of=${shown} onClose=${() => show(null)} onPaid=${paid} />` : null}
  <//>`;
}

function Invoice({ of, onClose, onPaid }) {
  const print = useDeed(async () => save(await blob(of.pdf_path), `${of.id}.pdf`), { said: t("growing:file_saved") });
  const pay = useDeed((key) => post(`/storage/invoices/${of.id}/pay`, undefined, { key }), { done: onPaid });
  return html`<${Sheet} title=${t("storage:invoice")} onClose=${onClose}>
    <p class="row"><span class="grow muted">${day(of.issued_at)}</span><${Badge} tone=${TONES[of.state]}>${t(`storage:state_${of.state}`)}<//></p>
    <${Pairs} of=${[
      of.period_begins && of.period_ends && [t("storage:for_period"), t("storage:from_to", { first: day(of.period_begins), last: day(of.period_ends) })],
      ...of.lines.map((one) => [lineWords(one), money(one.amount, { sign: one.amount.amount < 0 })]),
      [t("storage:total"), money(of.total), { sum: true }],
    ]} />
    <${Refusal} problem=${pay.problem ?? print.problem} />
    ${pay.problem?.code === "insufficient_funds" ? html`<${Button} look="quiet" wide href=${to("/wallet")}>${t("storage:to_wallet")}<//>` : null}
    ${of.state === "open" ? html`<${Button} wide busy=${pay.busy} onClick=${() => pay.run()}>${t("storage:pay", { amount: money(of.total) })}<//>` : null}
    <${Button} look="plain" wide icon="download" busy=${print.busy} onClick=${() => print.run()}>${t("storage:as_pdf")}<//><//>`;
}
