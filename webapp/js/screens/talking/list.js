/** A list of conversations that stays as it is now: what is said comes to its top. */
import { get } from "../../api.js";
import { ago } from "../../format.js";
import { t } from "../../i18n.js";
import { usePages } from "../../loading.js";
import { to } from "../../router.js";
import { counts } from "../../state.js";
import { html, useEffect, useRef } from "../../ui/html.js";
import { Badge, Photo } from "../../ui/parts.js";
import { Empty, Pages } from "../../ui/states.js";
import { glimpse, otherName, placeOf } from "./glimpse.js";
import { useLive } from "./live.js";

const AT_MOST_EVERY = 3_000;

/** `store` is whose inbox it is, if it isn't a buyer's list; `current` is the conversation that is open beside it. */
export function Conversations({ store, assignee, current, me }) {
  const path = store ? `/stores/${store}/conversations` : "/conversations";
  const talks = usePages((cursor) => get(path, { cursor, assignee }), [path, assignee]);
  const refresh = useSparingly(async () => {
    const page = await get(path, { assignee }).catch(() => null);
    if (page) talks.set((was) => joined(was, page));
  });
  useLive(store, { refresh, hear: (frame) => { if (["message", "receipt"].includes(frame.kind)) refresh(); } });
  const unread = talks.items.reduce((sum, one) => sum + one.unread, 0);
  useEffect(() => { if (!store && talks.data) counts.set((was) => ({ ...was, chats: unread })); }, [store, unread, talks.data === undefined]);
  const each = (one) => html`<${Line} key=${one.id} of=${one} store=${store} me=${me} current=${one.id === current} />`;
  const empty = html`<${Empty} icon="message-circle" title=${store ? t("talking:no_asks") : t("talking:no_chats")}>
    ${store ? t("talking:no_asks_text") : t("talking:no_chats_text")}<//>`;
  return html`<${Pages} from=${talks} each=${each} empty=${empty} look="list chat-list" />`;
}

/** The first page as it is now, and after it what else was loaded. */
function joined(was, page) {
  if (!was) return page;
  const fresh = new Set(page.items.map((one) => one.id));
  const rest = was.items.filter((one) => !fresh.has(one.id));
  return { ...page, items: [...page.items, ...rest], cursor: rest.length ? was.cursor : page.cursor };
}

/** A function that runs at once, and however often it is called at most every few seconds. */
function useSparingly(run) {
  const latest = useRef(run);
  latest.current = run;
  const state = useRef({ last: 0, timer: null });
  useEffect(() => () => clearTimeout(state.current.timer), []);
  return () => {
    const now = state.current;
    if (now.timer) return;
    const wait = Math.max(0, now.last + AT_MOST_EVERY - Date.now());
    now.timer = setTimeout(() => {
      now.timer = null;
      now.last = Date.now();
      latest.current();
    }, wait);
  };
}

function Line({ of, store, current, me }) {
  const name = otherName(of);
  const said = of.last_said;
  const own = said && said.side === of.side;
  return html`<li><a class="item tap chat-item" href=${to(placeOf(of, store))} aria-current=${current ? "true" : undefined}>
    <${Photo} name=${name} />
    <span class="grow">
      <span class="row"><b class="clip grow">${name}</b>${of.last_at ? html`<time class="muted small" datetime=${of.last_at}>${ago(of.last_at)}</time>` : null}</span>
      <span class="row"><span class=${`clip grow ${of.unread ? "" : "muted"}`}>${own ? `${t("talking:you")} ` : ""}${glimpse(said)}</span>
        ${of.unread ? html`<span class="count"><span aria-hidden="true">${of.unread > 99 ? "99+" : of.unread}</span><span class="unseen">${t("talking:unread", { count: of.unread })}</span></span>` : null}</span>
      <span class="row"><span class="clip grow small muted">${of.context.title}</span>
        ${of.blocked ? html`<${Badge}>${t("talking:blocked")}<//>` : null}
        ${of.assignee && store ? html`<${Badge} tone="accent">${of.assignee === me?.id ? t("talking:mine") : t("talking:taken")}<//>` : null}</span>
    </span></a></li>`;
}
