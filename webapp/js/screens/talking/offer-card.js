/** An offer in a conversation: the price, how long it is good, and what one may do about it. */
import { post } from "../../api.js";
import { money } from "../../format.js";
import { has, t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { to } from "../../router.js";
import { html, useLayoutEffect, useRef, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Button, Money, Pairs, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { Countdown, useTimeLeft } from "./countdown.js";
import { CounterOffer } from "./offer-sheet.js";

const MATTERS = new Set(["pending", "accepted"]);
const TONES = { pending: "accent", accepted: "good", declined: "bad", expired: "warn" };
const stateWords = (state) => (has(`talking:offer_${state}`) ? t(`talking:offer_${state}`) : t("talking:an_offer"));

/** What is over is a line, unless one saw it while it waited: then it stays as high as it was, and nothing jumps. */
export function OfferCard({ of, talk, room, offers }) {
  const { card } = of;
  const box = useRef(null);
  const [height, keep] = useState(0);
  const read = offers.of(card.id);
  const offer = read && (card.state === "pending" || read.state === card.state) ? read : null;  // else it is read anew
  const current = offers.last(card.id) === of.seq;
  const told = offer?.state ?? card.state;
  const over = !current || ["countered", "superseded"].includes(told);
  useLayoutEffect(() => { if (!over && offer) keep(Math.max(height, box.current.offsetHeight)); }, [over, offer?.state]);
  if (over && !height) return html`<div class="chat-bubble chat-offer chat-past"><span class="row"><${Icon} name="hand-coins" /><span class="grow clip">${card.title}</span></span>
    <span class="row"><${Money} of=${card.price} /><span class="small muted">${current ? stateWords(told) : card.state === "pending" ? t("talking:was_offered") : stateWords(card.state)}</span></span></div>`;
  return html`<div class="chat-bubble chat-offer" ref=${box} style=${{ minBlockSize: height ? `${height}px` : undefined }}>
    <span class="row"><${Icon} name="hand-coins" /><b class="grow">${t("talking:an_offer")}</b><${Badge} tone=${over ? "" : TONES[told]}>${current ? stateWords(told) : t("talking:was_offered")}<//></span>
    <p class="two-lines">${card.title}</p>
    <span class="row wrap"><span class="grow"><${Money} of=${card.price} look="amount price" /></span>
      ${offer && offer.quantity > 1 ? html`<span class="small muted">${t("talking:each", { count: offer.quantity, price: money(offer.price) })}</span>` : null}</span>
    ${over ? html`<p class="small muted">${t("talking:answered")}</p>` : offer ? html`<${Open} offer=${offer} talk=${talk} room=${room} offers=${offers} />` : MATTERS.has(told) && !offers.asked(card.id) ? html`<span class=${`skeleton chat-answers ${told}`}></span>` : null}
  </div>`;
}

function Open({ offer, talk, room, offers }) {
  if (offer.state === "pending") return html`<${Pending} offer=${offer} talk=${talk} room=${room} offers=${offers} />`;
  if (offer.state === "accepted") return html`<${Accepted} offer=${offer} talk=${talk} />`;
  return null;
}

function Accepted({ offer, talk }) {
  const left = useTimeLeft(offer.reserved_until);
  if (!left) return html`<p class="small muted">${t("talking:kept_no_more")}</p>`;
  return html`<${Countdown} until=${offer.reserved_until} words=${(time) => t("talking:kept", { time })} />
    ${talk.side === "buyer" ? html`<${Button} wide icon="shopping-cart" href=${to("/checkout", { offer: offer.id, conversation: talk.id })}>${t("talking:buy_at", { price: money(offer.total) })}<//>` : null}`;
}

function Pending({ offer, talk, room, offers }) {
  const [asked, setAsked] = useState(null);
  const left = useTimeLeft(offer.expires_at);
  const own = offer.by === talk.side;
  if (!left) return html`<p class="small muted">${t("talking:offer_over")}</p>`;
  const close = () => setAsked(null);
  const buttons = own ? html`<${Button} look="plain" slim onClick=${() => setAsked("retract")}>${t("talking:retract")}<//>` : html`
    <${Button} slim onClick=${() => setAsked("accept")}>${t("talking:accept")}<//>
    <${Button} slim look="quiet" onClick=${() => setAsked("counter")}>${t("talking:counter")}<//>
    <${Button} slim look="plain" onClick=${() => setAsked("decline")}>${t("talking:decline")}<//>`;
  return html`<${Countdown} until=${offer.expires_at} words=${(time) => t("talking:good_for", { time })} />
    <span class="row wrap chat-answers">${buttons}</span>
    ${asked === "counter" ? html`<${CounterOffer} room=${room} offer=${offer} offers=${offers} onClose=${close} />` : null}
    ${asked && asked !== "counter" ? html`<${Answer} deed=${asked} offer=${offer} talk=${talk} room=${room} offers=${offers} onClose=${close} />` : null}`;
}

const ASKED = {
  accept: [() => t("talking:accept"), (talk) => (talk.side === "buyer" ? t("talking:accept_buyer") : t("talking:accept_store")), ""],
  decline: [() => t("talking:decline"), () => t("talking:decline_text"), "danger"],
  retract: [() => t("talking:retract"), () => t("talking:retract_text"), "danger"],
};

function Answer({ deed: name, offer, talk, room, offers, onClose }) {
  const [title, text, look] = ASKED[name];
  const deed = useDeed((key) => post(`/conversations/${talk.id}/offers/${offer.id}/${name}`, undefined, { key }), {
    done: (after) => { offers.set(after); room.refresh(); onClose(); },
  });
  return html`<${Sheet} title=${title()} onClose=${onClose}>
    <${Terms} offer=${offer} />
    <p class="muted">${text(talk)}</p>
    <${Refusal} problem=${deed.problem} />
    <${Button} wide look=${look} busy=${deed.busy} onClick=${() => deed.run()}>${name === "accept" ? t("talking:accept_for", { price: money(offer.total) }) : title()}<//>
  <//>`;
}

/** What an offer is for. */
export const Terms = ({ offer }) => html`<div class="stack tight"><p><b>${offer.title}</b></p><${Pairs} of=${[
  [t("talking:price_each"), money(offer.price)], [t("talking:quantity"), offer.quantity], [t("talking:total"), money(offer.total), { sum: true }],
]} /></div>`;
