/** A step of a contract, and what one may do about it now. */
import { post } from "../../api.js";
import { ago, money } from "../../format.js";
import { t } from "../../i18n.js";
import { html, useState } from "../../ui/html.js";
import { Button, Money, Note, Pairs } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { AskSheet } from "./ask-sheet.js";
import { MilestoneState } from "./contracts.js";
import { Deliver } from "./deliver.js";
import { Delivered } from "./delivered.js";
import { PaySheet } from "./pay.js";
import { UseSheet } from "./use-sheet.js";

/** What may be done, by role and state; the first is the main thing. The API decides. */
const MAY = {
  merchant: { planned: ["fund", "cancel"], funded: ["reclaim"], submitted: ["accept", "revise", "dispute"], revising: ["dispute"], disputed: ["accept"], released: ["use"] },
  partner: { planned: ["cancel"], funded: ["deliver", "give-back"], submitted: ["dispute", "give-back"], revising: ["deliver", "dispute", "give-back"], disputed: ["give-back"] },
};
const WORDED = { revise: "revise_words", dispute: "dispute_words", "give-back": "give_back_words" };
const ICONS = { fund: "lock", accept: "check", deliver: "upload", use: "image" };
const DANGER = new Set(["cancel", "dispute", "give-back", "reclaim"]);
const named = (act) => t(`trading:act_${act.replace("-", "_")}`);

function allowed(of, role) {
  return (MAY[role][of.state] ?? []).filter((act) => ({
    reclaim: of.due && new Date(of.due) < Date.now(),
    revise: of.revisions > 0,
    use: of.delivery && (of.delivery.photos.length > 0 || of.delivery.theme),
  }[act] ?? true));
}

export function Milestone({ of, contract, role, set }) {
  const [doing, setDoing] = useState(null);
  const path = `/contracts/${contract.id}/milestones/${of.number}`;
  const close = () => setDoing(null);
  const changed = (told) => { close(); set(told); };
  const acts = allowed(of, role);
  return html`<article class="card" aria-label=${of.title}><div class="row top"><div class="grow"><h3>${of.title}</h3><p class="muted small">${when(of)}</p></div><div class="end"><${Money} of=${of.amount} /><div><${MilestoneState} of=${of.state} /></div></div></div>
    ${of.said && of.said !== of.delivery?.text ? html`<p class="prose trade-said">${of.said}</p>` : null}
    ${of.delivery ? html`<${Delivered} of=${of.delivery} />` : null}
    ${of.state === "released" && of.given_back.amount > 0 ? html`<${Pairs} of=${[[t("trading:given_back"), money(of.given_back)]]} />` : null}
    ${of.state === "disputed" ? html`<${Note} tone="warn" icon="scale">${t("trading:dispute_text")}<//>` : null}
    ${acts.length ? html`<div class="row wrap">${acts.map((act, at) => html`<${Button} key=${act} icon=${ICONS[act]} look=${at === 0 && !DANGER.has(act) ? "" : DANGER.has(act) ? "plain" : "quiet"} onClick=${() => setDoing(act)}>${named(act)}<//>`)}</div>` : null}
    ${doing === "fund" ? html`<${PaySheet} title=${named("fund")} amount=${of.amount} onClose=${close} done=${changed} pay=${(key, wish) => post(`${path}/fund`, wish, { key })} confirm=${t("trading:pay_escrow", { amount: money(of.amount) })}><${Note} icon="shield-check">${t("trading:escrow_text")}<//><//>` : null}
    ${doing === "deliver" ? html`<${Sheet} title=${named("deliver")} onClose=${close}><${Deliver} path=${path} done=${changed} /><//>` : null}
    ${doing === "use" ? html`<${UseSheet} of=${of} contract=${contract} path=${path} onClose=${close} />` : null}
    ${doing && !["fund", "deliver", "use"].includes(doing) ? html`<${AskSheet} title=${named(doing)} onClose=${close} done=${set} look=${DANGER.has(doing) ? "danger" : ""} words=${WORDED[doing] && t(`trading:${WORDED[doing]}`)}
      deed=${(key, text) => post(`${path}/${doing}`, WORDED[doing] ? { text } : undefined, { key })}><p class="amount"><${Money} of=${of.amount} /></p><p>${t(`trading:act_${doing.replace("-", "_")}_text`, { name: contract.partner_name })}</p><//>` : null}</article>`;
}

function when(of) {
  if (of.state === "planned") return t("trading:within_days", { count: of.days });
  if (of.state === "submitted" && of.deadline) return t("trading:accepted_by_itself", { when: ago(of.deadline) });
  if ((of.state === "funded" || of.state === "revising") && (of.due || of.deadline)) return t("trading:due_when", { when: ago(of.state === "funded" ? of.due : of.deadline) });
  return t("trading:revisions", { count: of.revisions });
}
