/** One's contracts, as a merchant or as a partner. */
import { get } from "../../api.js";
import { ago, money } from "../../format.js";
import { t } from "../../i18n.js";
import { usePages } from "../../loading.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Badge, Button, Item, Photo } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";

const ROLES = ["merchant", "partner"];
const OVER = new Set(["released", "refunded", "cancelled"]);

/** The milestone that something has to be done about: the first that isn't over. */
export const currentOf = (contract) => contract.milestones.find((one) => !OVER.has(one.state));

export default function Contracts({ query }) {
  const role = ROLES.includes(query.role) ? query.role : "merchant";
  const contracts = usePages((cursor) => get("/contracts", { role, cursor }), [role]);
  const each = (one) => html`<${Line} of=${one} key=${one.id} />`;
  const find = role === "merchant" ? html`<${Button} href=${to("/partners")}>${t("trading:find_partner")}<//>` : html`<${Button} href=${to("/briefs", { side: "partner" })}>${t("trading:find_work")}<//>`;
  return html`<${Screen} title=${t("trading:contracts")} up="/partners" narrow>
    <nav class="scroller" aria-label=${t("trading:sides")} tabindex="0">${ROLES.map((one) => html`<a class="chip" key=${one} href=${to("/contracts", { role: one })} aria-current=${one === role ? "true" : undefined}>${t(`trading:contracts_${one}`)}</a>`)}</nav>
    <${Pages} from=${contracts} each=${each} empty=${html`<${Empty} icon="handshake" title=${t("trading:no_contracts")} action=${find}>${t("trading:no_contracts_text")}<//>`} /><//>`;
}

function Line({ of }) {
  const current = currentOf(of);
  const due = current?.state === "funded" ? current.due : current?.deadline;
  const total = { ...of.milestones[0].amount, amount: of.milestones.reduce((sum, one) => sum + one.amount.amount, 0) };
  return html`<${Item} href=${to(`/contracts/${of.id}`)} before=${html`<${Photo} name=${of.partner_name} size="tiny" />`} title=${of.title}
    under=${html`<span class="trade-block">${of.partner_name} · ${money(total)}</span>${due ? html`<span class="trade-block">${t("trading:until", { when: ago(due) })}</span>` : null}`}
    after=${current ? html`<${MilestoneState} of=${current.state} />` : html`<${Badge}>${t("trading:contract_over")}<//>`} />`;
}

const TONES = { planned: "warn", funded: "accent", submitted: "accent", revising: "warn", disputed: "bad", released: "good" };
export const MilestoneState = ({ of }) => html`<${Badge} tone=${TONES[of] ?? ""}>${t(`trading:milestone_${of}`)}<//>`;
