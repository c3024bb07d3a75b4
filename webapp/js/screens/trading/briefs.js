/** Briefs: one's own as a merchant, those to answer as a partner, and what one has proposed. */
import { get } from "../../api.js";
import { ago, day, money } from "../../format.js";
import { t } from "../../i18n.js";
import { usePages } from "../../loading.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Button, Item } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";
import { TRADES, tradeName } from "./trades.js";

const TONES = { open: "accent", awarded: "good", made: "accent", accepted: "good" };
const SIDES = ["merchant", "partner", "proposals"];

export const BriefState = ({ of }) => html`<${Badge} tone=${TONES[of] ?? ""}>${t(`trading:brief_${of}`)}<//>`;
export const ProposalState = ({ of }) => html`<${Badge} tone=${TONES[of] ?? ""}>${t(`trading:proposal_${of}`)}<//>`;

export default function Briefs({ query }) {
  const side = SIDES.includes(query.side) ? query.side : "merchant";
  const Shown = { merchant: Mine, partner: Open, proposals: Proposed }[side];
  return html`<${Screen} title=${t("trading:briefs")} up="/partners" narrow>
    <nav class="scroller" aria-label=${t("trading:sides")} tabindex="0">${SIDES.map((one) => html`<a class="chip" key=${one} href=${to("/briefs", { side: one, trade: query.trade })} aria-current=${one === side ? "true" : undefined}>${t(`trading:briefs_${one}`)}</a>`)}</nav>
    <${Shown} query=${query} key=${side} /><//>`;
}

const line = (one) => `${tradeName(one.trade)} · ${t("trading:about_money", { amount: money(one.budget) })} · ${one.state === "open" ? t("trading:closes", { when: ago(one.deadline) }) : day(one.made_at)}`;

function Mine() {
  const briefs = usePages((cursor) => get("/my/briefs", { cursor }));
  const add = html`<${Button} wide icon="plus" href=${to("/briefs/new")}>${t("trading:write_brief")}<//>`;
  const each = (one) => html`<${Item} key=${one.id} href=${to(`/briefs/${one.id}`)} title=${one.title} under=${html`<span class="trade-block">${line(one)}</span><span class="trade-block">${t("trading:proposals_count", { count: one.proposals })}</span>`} after=${html`<${BriefState} of=${one.state} />`} />`;
  return html`<${Pages} from=${briefs} each=${each} empty=${html`<${Empty} icon="file-text" title=${t("trading:no_briefs")} action=${add}>${t("trading:no_briefs_text")}<//>`} />
    ${briefs.items.length ? html`<div class="dock trade-dock">${add}</div>` : null}`;
}

function Open({ query }) {
  const trade = query.trade in TRADES ? query.trade : "photography";
  const briefs = usePages((cursor) => get("/briefs", { trade, cursor }), [trade]);
  const each = (one) => html`<${Item} key=${one.id} href=${to(`/briefs/${one.id}`)} title=${one.title} under=${html`<span class="trade-block">${one.store_name}</span><span class="trade-block">${line(one)}</span>`} />`;
  return html`<nav class="scroller" aria-label=${t("trading:trades")} tabindex="0">${Object.entries(TRADES).map(([one, icon]) => html`<a class="chip" key=${one} href=${to("/briefs", { side: "partner", trade: one })} aria-current=${one === trade ? "true" : undefined}><${Icon} name=${icon} />${tradeName(one)}</a>`)}</nav>
    <${Pages} from=${briefs} each=${each} empty=${html`<${Empty} icon="search" title=${t("trading:no_open_briefs")}>${t("trading:no_open_briefs_text")}<//>`} />`;
}

function Proposed() {
  const made = usePages((cursor) => get("/proposals", { cursor }));
  const each = (one) => html`<${Item} key=${one.id} href=${to(one.contract_id ? `/contracts/${one.contract_id}` : `/briefs/${one.brief_id}`)} title=${one.title} under=${`${money(one.total)} · ${t("trading:steps", { count: one.milestones.length })} · ${ago(one.made_at)}`} after=${html`<${ProposalState} of=${one.state} />`} />`;
  return html`<${Pages} from=${made} each=${each} empty=${html`<${Empty} icon="send" title=${t("trading:no_proposals_made")}>${t("trading:no_proposals_made_text")}<//>`} />`;
}
