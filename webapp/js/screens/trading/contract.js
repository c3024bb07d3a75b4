/** A contract: its steps, what was delivered, what is to be done now, and what both say afterwards. */
import { get } from "../../api.js";
import { day, money } from "../../format.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Note, Pairs, Photo } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";
import { Milestone } from "./milestone.js";
import { WorkReviews } from "./work-reviews.js";

export default function Contract({ contract, me }) {
  const loaded = useLoaded(() => get(`/contracts/${contract}`), [contract]);
  return html`<${Screen} title=${loaded.data?.title ?? t("trading:contract")} up="/contracts" narrow>
    <${Loaded} from=${loaded} lines=${3}>${(shown) => html`<${Shown} of=${shown} role=${shown.provider_id === me.id ? "partner" : "merchant"} set=${loaded.set} />`}<//><//>`;
}

const sum = (of, name) => ({ ...of.milestones[0].amount, amount: of.milestones.reduce((all, one) => all + one[name].amount, 0) });

function Shown({ of, role, set }) {
  return html`<section class="card"><div class="row"><${Photo} name=${of.partner_name} size="tiny" /><div class="grow"><a href=${to(`/partners/${of.partner_id}`)}><strong>${of.partner_name}</strong></a><p class="muted small">${t("trading:agreed_at", { when: day(of.made_at) })}</p></div></div>
      <${Pairs} of=${[role === "partner" && [t("trading:commission"), money(sum(of, "commission"))], sum(of, "given_back").amount > 0 && [t("trading:given_back"), money(sum(of, "given_back"))], [t("trading:total"), money(sum(of, "amount")), { sum: true }]]} />
      ${of.over_at ? null : html`<${Note} icon="shield-check">${t(role === "merchant" ? "trading:escrow_merchant" : "trading:escrow_partner")}<//>`}</section>
    <h2>${t("trading:milestones")}</h2>
    <ol class="stack">${of.milestones.map((one) => html`<li key=${one.number}><${Milestone} of=${one} contract=${of} role=${role} set=${set} /></li>`)}</ol>
    ${of.over_at ? html`<${WorkReviews} of=${of} role=${role} />` : null}`;
}
