/** A conversation: what it is about, what was said, and where one says something. */
import { t } from "../../i18n.js";
import { html, useEffect, useState } from "../../ui/html.js";
import { IconButton, Note } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Failure, Skeleton } from "../../ui/states.js";
import { Composer } from "./composer.js";
import { Context } from "./context.js";
import { otherName } from "./glimpse.js";
import { Conversations } from "./list.js";
import { Log } from "./log.js";
import { Menu } from "./menu.js";
import { useOffers } from "./offers.js";
import { useTalk } from "./talk.js";

const WIDE = matchMedia("(min-width: 62rem)");

export default function Room({ conversation: id, store, me }) {
  const room = useTalk(id, store);
  const { talk, problem } = room;
  const offers = useOffers(id, room.messages);
  const [menu, setMenu] = useState(false);
  const [found, setFound] = useState(null);
  const wide = useWide();
  const up = store ? `/sell/${store}/chats` : "/chats";
  const actions = talk ? html`<${IconButton} icon="ellipsis" label=${t("talking:more")} onClick=${() => setMenu(true)} />` : null;
  const inside = talk ? html`
    <${Context} talk=${talk} store=${store} />
    <${Log} room=${room} offers=${offers} store=${store} found=${found} />
    ${talk.blocked ? html`<${Note} tone="warn">${t("talking:blocked_text")}<//>` : html`<${Composer} room=${room} store=${store} offers=${offers} />`}
    ${menu ? html`<${Menu} room=${room} store=${store} me=${me} onClose=${() => setMenu(false)} onFound=${setFound} />` : null}`
    : problem ? html`<${Failure} problem=${problem} again=${room.reload} />` : html`<div class="chat-log"><${Skeleton} lines=${5} /></div>`;
  return html`<${Screen} title=${talk ? otherName(talk) : t("talking:chat")} up=${up} actions=${actions}>
    <div class=${`chat-room${wide ? " chat-beside" : ""}`}>
      ${wide ? html`<aside class="chat-others" aria-label=${store ? t("talking:inbox") : t("talking:title")}><${Conversations} store=${store} current=${id} me=${me} /></aside>` : null}
      <div class="chat-side">${inside}</div>
    </div><//>`;
}

function useWide() {
  const [wide, setWide] = useState(WIDE.matches);
  useEffect(() => {
    const changed = () => setWide(WIDE.matches);
    WIDE.addEventListener("change", changed);
    return () => WIDE.removeEventListener("change", changed);
  }, []);
  return wide;
}
