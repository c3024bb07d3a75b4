/** A brief: its proposals for whoever wrote it, and one's own proposal for a partner. */
import { get, post, put } from "../../api.js";
import { ago, money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded, usePages } from "../../loading.js";
import { go, to } from "../../router.js";
import { html, useState } from "../../ui/html.js";
import { Button, Money, Note, Pairs, Photo, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Loaded, Pages } from "../../ui/states.js";
import { AskSheet } from "./ask-sheet.js";
import { BriefState, ProposalState } from "./briefs.js";
import { loadOwn } from "./own-partner.js";
import { ProposalForm } from "./proposal-form.js";
import { tradeName } from "./trades.js";

const LOOKED_AT = 100;

export default function Brief({ brief }) {
  const loaded = useLoaded(async () => {
    const [shown, stores] = await Promise.all([get(`/briefs/${brief}`), get("/stores", { limit: LOOKED_AT })]);
    const mine = stores.items.some((one) => one.id === shown.store_id);
    if (mine) return { shown, mine };
    const [own, proposals] = await Promise.all([loadOwn(), get("/proposals", { limit: LOOKED_AT })]);
    return { shown, mine, own, proposal: proposals.items.find((one) => one.brief_id === brief && one.state !== "withdrawn") };
  }, [brief]);
  const again = () => loaded.reload({ quiet: true });
  return html`<${Screen} title=${t("trading:brief")} up="/briefs" narrow>
    <${Loaded} from=${loaded}>${({ shown, mine, own, proposal }) => html`<section class="card"><div class="row top"><h2 class="grow">${shown.title}</h2><${BriefState} of=${shown.state} /></div>
        ${shown.text ? html`<p class="prose">${shown.text}</p>` : null}
        <${Pairs} of=${[[t("trading:for_store"), shown.store_name], [t("trading:trade"), tradeName(shown.trade)], [t("trading:budget"), money(shown.budget)], [t("trading:closes_label"), ago(shown.deadline)]]} /></section>
      ${mine ? html`<${ForMerchant} of=${shown} again=${again} />` : html`<${ForPartner} of=${shown} own=${own} proposal=${proposal} again=${again} />`}`}<//><//>`;
}

function ForMerchant({ of, again }) {
  const proposals = usePages((cursor) => get(`/briefs/${of.id}/proposals`, { cursor }), [of.id]);
  const [closing, close] = useState(false);
  const changed = () => Promise.all([again(), proposals.reload({ quiet: true })]);
  return html`${of.contract_id ? html`<${Button} wide icon="handshake" href=${to(`/contracts/${of.contract_id}`)}>${t("trading:to_contract")}<//>` : null}
    <section class="stack" aria-labelledby="proposals"><h2 id="proposals">${t("trading:proposals")}</h2>
    <${Pages} from=${proposals} look="stack" each=${(one) => html`<li key=${one.id}><${Proposal} of=${one} open=${of.state === "open"} changed=${changed} /></li>`}
      empty=${html`<${Empty} icon="clock" title=${t("trading:no_proposals")}>${t("trading:no_proposals_text")}<//>`} /></section>
    ${of.state === "open" ? html`<${Button} look="plain" wide onClick=${() => close(true)}>${t("trading:close_brief")}<//>` : null}
    ${closing ? html`<${AskSheet} title=${t("trading:close_brief")} look="danger" onClose=${() => close(false)} done=${changed} deed=${(key) => post(`/briefs/${of.id}/close`, undefined, { key })}><p>${t("trading:close_brief_text")}</p><//>` : null}`;
}

/** What a partner proposes, with its steps. */
const Steps = ({ of }) => html`<ol class="stack tight">${of.milestones.map((one, at) => html`<li class="row top" key=${at}><span class="muted number">${at + 1}</span><span class="grow">${one.title}<span class="muted small trade-block">${t("trading:within_days", { count: one.days })} · ${t("trading:revisions", { count: one.revisions })}</span></span><span class="number">${money({ ...of.total, amount: one.amount })}</span></li>`)}</ol>`;

function Proposal({ of, open, changed }) {
  const [doing, setDoing] = useState(null);
  const talk = useDeed((key) => post(`/proposals/${of.id}/conversation`, undefined, { key }), { done: ({ conversation_id }) => go(`/chats/${conversation_id}`) });
  const waits = open && of.state === "made";
  return html`<article class="card" aria-label=${of.partner_name}><div class="row"><${Photo} name=${of.partner_name} size="tiny" /><div class="grow"><a href=${to(`/partners/${of.partner_id}`)}><strong>${of.partner_name}</strong></a><p class="muted small">${ago(of.made_at)}</p></div><${Money} of=${of.total} /></div>
    ${of.text ? html`<p class="prose trade-said">${of.text}</p>` : null}<${Steps} of=${of} />
    ${waits ? html`<div class="row wrap"><${Button} icon="check" onClick=${() => setDoing("accept")}>${t("trading:take_proposal")}<//><${Button} look="quiet" icon="message-circle" busy=${talk.busy} onClick=${() => talk.run()}>${t("trading:chat")}<//><${Button} look="plain" onClick=${() => setDoing("decline")}>${t("trading:decline")}<//></div>` : html`<div class="row"><${ProposalState} of=${of.state} />${of.contract_id ? html`<a href=${to(`/contracts/${of.contract_id}`)}>${t("trading:to_contract")}</a>` : null}</div>`}
    <${Refusal} problem=${talk.problem} />
    ${doing === "accept" ? html`<${AskSheet} title=${t("trading:take_proposal")} onClose=${() => setDoing(null)} deed=${(key) => post(`/proposals/${of.id}/accept`, { version: of.version }, { key })} done=${(taken) => go(`/contracts/${taken.contract_id}`)}>
      <p class="amount"><${Money} of=${of.total} /></p><p>${t("trading:take_proposal_text", { name: of.partner_name })}</p><//>` : null}
    ${doing === "decline" ? html`<${AskSheet} title=${t("trading:decline")} look="danger" onClose=${() => setDoing(null)} deed=${(key) => post(`/proposals/${of.id}/decline`, undefined, { key })} done=${changed}><p>${t("trading:decline_proposal_text", { name: of.partner_name })}</p><//>` : null}</article>`;
}

function ForPartner({ of, own, proposal, again }) {
  const [writing, write] = useState(false);
  const [leaving, leave] = useState(false);
  const saved = async () => { write(false); await again(); };
  if (!own) return html`<${Note} icon="briefcase">${t("trading:partner_first")} <a href=${to("/partners/me/profile")}>${t("trading:begin")}</a><//>`;
  const may = of.state === "open" && (!proposal || proposal.state === "made");
  return html`${proposal ? html`<h2>${t("trading:your_proposal")}</h2><section class="card"><div class="row"><${Money} of=${proposal.total} look="amount" /><span class="grow"></span><${ProposalState} of=${proposal.state} /></div>${proposal.text ? html`<p class="prose">${proposal.text}</p>` : null}<${Steps} of=${proposal} />
      ${proposal.contract_id ? html`<${Button} wide icon="handshake" href=${to(`/contracts/${proposal.contract_id}`)}>${t("trading:to_contract")}<//>` : null}
      ${may ? html`<${Button} look="plain" slim onClick=${() => leave(true)}>${t("trading:withdraw_proposal")}<//>` : null}</section>` : null}
    ${of.state === "open" ? null : html`<${Note}>${t("trading:brief_over")}<//>`}
    ${may ? html`<div class="dock"><${Button} wide icon=${proposal ? "pencil" : "send"} onClick=${() => write(true)}>${proposal ? t("trading:change_proposal") : t("trading:propose")}<//></div>` : null}
    ${writing ? html`<${Sheet} title=${t("trading:propose")} onClose=${() => write(false)}><${ProposalForm} from=${proposal} budget=${of.budget} done=${saved}
      send=${(key, wish) => (proposal ? put(`/proposals/${proposal.id}`, wish) : post(`/briefs/${of.id}/proposals`, wish, { key }))} /><//>` : null}
    ${leaving ? html`<${AskSheet} title=${t("trading:withdraw_proposal")} look="danger" onClose=${() => leave(false)} done=${again} deed=${(key) => post(`/proposals/${proposal.id}/withdraw`, undefined, { key })}><p>${t("trading:withdraw_proposal_text")}</p><//>` : null}`;
}
