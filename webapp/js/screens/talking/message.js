/** One message: its text, and the photo, goods, order or offer that it shows. */
import { time } from "../../format.js";
import { t } from "../../i18n.js";
import { to } from "../../router.js";
import { html, useEffect, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Money, Photo } from "../../ui/parts.js";
import { useGoods } from "./goods.js";
import { otherName } from "./glimpse.js";
import { OfferCard } from "./offer-card.js";

export function Message({ of, talk, store, room, offers, state, found, ends }) {
  if (of.side === "system" && of.kind !== "offer") return html`<li class="chat-told" data-seq=${of.seq}>${of.text}</li>`;
  const own = of.side === talk.side;
  const who = own ? t("talking:you_said") : t("talking:said", { name: otherName(talk) });
  return html`<li class=${`chat-line ${own ? "chat-own" : "chat-theirs"}${found ? " chat-found" : ""}${ends ? "" : " chat-goes-on"}`} data-seq=${of.seq}>
    ${own ? null : ends ? html`<${Photo} name=${otherName(talk)} size="tiny" />` : html`<span class="chat-beside-avatar"></span>`}
    <div class="chat-bubbles"><span class="unseen">${who}</span>
      <${Shown} of=${of} talk=${talk} store=${store} room=${room} offers=${offers} />
      ${of.text ? html`<p class="chat-bubble prose" dir="auto">${of.text}</p>` : null}
      <span class=${ends || state ? "chat-stamp" : "unseen"}><time datetime=${of.at}>${time(of.at)}</time>${state ? html`<span>${state}</span>` : null}</span>
    </div></li>`;
}

function Shown({ of, talk, store, room, offers }) {
  const { card, kind } = of;
  if (!card) return null;
  if (kind === "photo") return html`<a class="chat-bubble chat-pictured" href=${card.url} target="_blank" rel="noopener"><img src=${card.url} alt=${t("talking:a_photo")} loading="lazy" /></a>`;
  if (kind === "listing") return html`<${GoodsCard} card=${card} store=${store} />`;
  if (kind === "order") return html`<a class="chat-bubble chat-shown" href=${to(store ? `/sell/${store}/orders/${card.id}` : `/orders/${card.id}`)}>
    <span class="shot tiny"><${Icon} name="package" /></span><span class="grow"><span class="clip">${card.title}</span><span class="small muted">${t("talking:an_order")}</span> <${Money} of=${card.price} /></span></a>`;
  if (kind === "offer") return html`<${OfferCard} of=${of} talk=${talk} room=${room} offers=${offers} />`;
  return null;
}

function GoodsCard({ card, store }) {
  const listing = useGoods(card.id);
  return html`<a class="chat-bubble chat-shown" href=${to(store ? `/sell/${store}/goods/${card.id}` : `/goods/${card.id}`)}>
    <${Photo} of=${listing?.cover} icon="tag" /><span class="grow"><span class="two-lines">${card.title}</span><${Money} of=${card.price} /></span></a>`;
}

/** What one said that isn't acknowledged yet. */
export function Sending({ of, room }) {
  const preview = usePreview(of.photo);
  const failed = of.state === "failed";
  return html`<li class="chat-line chat-own"><div class="chat-bubbles"><span class="unseen">${t("talking:you_said")}</span>
    ${preview ? html`<span class="chat-bubble chat-pictured"><img src=${preview} alt=${t("talking:a_photo")} /></span>` : null}
    ${of.title ? html`<span class="chat-bubble chat-shown"><span class="grow clip">${of.title}</span></span>` : null}
    ${of.body.text ? html`<p class="chat-bubble prose" dir="auto">${of.body.text}</p>` : null}
    ${failed ? html`<span class="chat-stamp chat-failed" role="alert"><${Icon} name="circle-alert" /><span>${of.problem.status ? of.problem.message : t("talking:not_sent")}</span>
        <button type="button" onClick=${() => room.again(of)}>${t("frame:again")}</button>
        <button type="button" onClick=${() => room.drop(of)}>${t("frame:delete")}</button></span>`
      : html`<span class="chat-stamp"><${Icon} name="clock" />${t("talking:sending")}</span>`}
  </div></li>`;
}

function usePreview(photo) {
  const [address, setAddress] = useState(null);
  useEffect(() => {
    if (!photo) return undefined;
    const made = URL.createObjectURL(photo);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return address;
}
