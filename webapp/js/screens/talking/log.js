/** What was said, in its order: it stays where one reads while older messages come above it. */
import { moment, time } from "../../format.js";
import { t } from "../../i18n.js";
import { html, useEffect, useLayoutEffect, useRef, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Button } from "../../ui/parts.js";
import { Message, Sending } from "./message.js";

const NEAR = 120;
const PAUSE = 10 * 60_000;
const GO = 3 * 60_000;

export function Log({ room, offers, store, found }) {
  const box = useRef(null);
  const at = useRef({ end: true, first: null, height: 0 });
  const [below, setBelow] = useState(false);
  const { messages, sending, talk } = room;
  const first = messages[0]?.seq;
  const last = messages.at(-1)?.seq;

  useLayoutEffect(() => {
    const log = box.current;
    const was = at.current;
    if (was.first !== null && first < was.first) log.scrollTop += log.scrollHeight - was.height;  // nothing jumps
    else if (was.end) log.scrollTop = log.scrollHeight;
    at.current = { ...at.current, first: first ?? null, height: log.scrollHeight };
  });
  useEffect(() => {
    const log = box.current;
    const sized = new ResizeObserver(() => { if (at.current.end) log.scrollTop = log.scrollHeight; });
    for (const one of [log, log.firstElementChild]) sized.observe(one);
    return () => sized.disconnect();
  }, []);
  useEffect(() => {
    at.current.end = at.current.end || Boolean(sending.at(-1)?.state === "sending");
    if (at.current.end) { box.current.scrollTop = box.current.scrollHeight; setBelow(false); } else setBelow(true);
  }, [last, sending.length]);
  useEffect(() => {
    const read = () => { if (at.current.end) room.read(); };
    read();
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, [last]);
  useEffect(() => { if (found) show(box.current, found.seq, at); }, [found]);

  const scrolled = () => {
    const log = box.current;
    at.current.end = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    if (at.current.end) { setBelow(false); room.read(); }
    if (log.scrollTop < NEAR && room.more) room.older();
  };
  const end = () => { at.current.end = true; box.current.scrollTop = box.current.scrollHeight; setBelow(false); };
  const own = [...messages].reverse().find((one) => one.side === talk.side)?.seq;
  return html`<div class="chat-log-frame">
    <div class="chat-log" ref=${box} onScroll=${scrolled} role="log" aria-live="polite" aria-label=${t("talking:messages")} tabindex="0"><ol>
      ${room.more ? html`<li class="chat-told"><span class="spinner" role="status" aria-label=${t("frame:loading")}></span></li>` : null}
      ${!messages.length && !sending.length ? html`<li class="chat-told">${t("talking:say_first")}</li>` : null}
      ${messages.map((one, index) => html`
        ${paused(messages[index - 1], one) ? html`<li class="chat-told" key=${`at-${one.seq}`}><time datetime=${one.at}>${when(one.at)}</time></li>` : null}
        <${Message} key=${one.seq} of=${one} talk=${talk} store=${store} room=${room} offers=${offers}
          ends=${ends(one, messages[index + 1])} state=${one.seq === own && !sending.length ? stateOf(one, talk) : null} found=${found?.seq === one.seq} />`)}
      ${sending.map((one) => html`<${Sending} key=${one.client_id} of=${one} room=${room} />`)}
      ${room.typing ? html`<li class="chat-told">${t("talking:types")}</li>` : null}
    </ol></div>
    ${below ? html`<${Button} slim look="plain" onClick=${end}><${Icon} name="chevron-down" />${t("talking:to_end")}<//>` : null}
  </div>`;
}

function show(log, seq, at) {
  const line = log.querySelector(`[data-seq="${Number(seq)}"]`);
  if (!line) return;
  at.current.end = false;
  line.scrollIntoView({ block: "center" });
  line.setAttribute("tabindex", "-1");
  line.focus({ preventScroll: true });
}

const paused = (before, one) => !before || new Date(one.at) - new Date(before.at) > PAUSE;
/** Whether a message is the last of those that one side said in one go: only that one has its time under it. */
const ends = (one, next) => !next || next.side !== one.side || new Date(next.at) - new Date(one.at) > GO;
const when = (at) => (new Date(at).toDateString() === new Date().toDateString() ? time(at) : moment(at));

function stateOf(message, talk) {
  if (message.seq <= talk.read_by_other) return t("talking:read");
  return message.seq <= talk.delivered_to_other ? t("talking:delivered") : t("talking:sent");
}
