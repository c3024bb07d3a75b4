/** The frame: loads the screen of the place with its words, asks for a sign-in where one is needed, shows the tabs. */
import { t, words, language } from "./i18n.js";
import { file } from "./place.js";
import { here, match, to } from "./router.js";
import { storeNow } from "./session.js";
import { counts, me, online, useObserved, workplaces } from "./state.js";
import { html, useEffect, useErrorBoundary, useRef, useState } from "./ui/html.js";
import { Icon } from "./ui/icon.js";
import { Leaving } from "./ui/leaving.js";
import { Note } from "./ui/parts.js";
import { Failure, Skeleton } from "./ui/states.js";
import { Toasts } from "./ui/toast.js";
import { SignIn } from "./screens/entering/sign-in.js";
import { Screen } from "./ui/screen.js";

export function Frame() {
  const place = useObserved(here);
  const found = match(place.path);
  const selling = place.path.startsWith("/sell");
  const bare = found?.route.bare;
  return html`<a class="skip" href="#main" onClick=${skip}>${t("skip")}</a>
    <div class=${`framed${bare ? " without-tabs" : ""}`}>
      ${bare ? null : html`<${Tabs} selling=${selling} path=${place.path} />`}
      <div><${Offline} /><${Place} found=${found} place=${place} key=${place.path} /></div>
    </div>
    <${Leaving} /><${Toasts} />`;
}

function skip(event) {
  event.preventDefault();
  const title = document.querySelector("main h1, main, h1");
  title?.setAttribute("tabindex", "-1");
  title?.focus();
}

function Offline() {
  return useObserved(online) ? null : html`<${Note} tone="warn" icon="wifi-off">${t("offline")}<//>`;
}

/** The screen of a place, once it and its words are loaded and it is known who looks at it. */
function Place({ found, place }) {
  const who = useObserved(me);
  const speech = useObserved(language);
  const [screen, setScreen] = useState(null);
  const [failed, setFailed] = useState(null);
  const [broken, mend] = useErrorBoundary((error) => console.error(error));
  const parts = [found?.route.words ?? []].flat();
  const turn = useRef(0);
  const load = async () => {
    const mine = ++turn.current;
    setFailed(null);
    try {
      const [module] = await Promise.all([found.route.load(), words(...parts)]);
      if (mine === turn.current) setScreen({ Shown: module.default, speech });
    } catch (error) {
      if (mine === turn.current) setFailed(error);
    }
  };
  useEffect(() => { if (found) load(); }, [speech]);
  if (!found) return html`<${Screen} title=${t("not_found")}><${Failure} problem=${{ status: 404, message: t("not_found_text") }} /><//>`;
  if (broken || failed) return html`<${Screen} title=${t("failed_title")}><${Failure} problem=${failed ?? { status: 500, message: t("broken") }} again=${() => { mend(); load(); }} /><//>`;
  if (!found.route.open && who === null) return html`<${SignIn} />`;
  const ready = screen?.speech === speech && (found.route.open || who);
  if (!ready) return html`<${Screen} title=""><${Skeleton} /><//>`;
  const { Shown } = screen;
  return html`<${Shown} ...${found.params} query=${place.query} me=${who} key=${speech} />`;
}

function Tabs({ selling, path }) {
  const { cart, unread, chats } = useObserved(counts);
  useObserved(workplaces);
  useObserved(language);
  const store = storeNow()?.store_id;
  const shop = `/sell/${store}`;
  const tabs = selling && store
    ? [[shop, "store", t("tab_shop")], [`${shop}/orders`, "package", t("tab_orders")], [`${shop}/chats`, "message-circle", t("tab_chats")],
       [`${shop}/goods`, "tags", t("tab_goods")], ["/me", "user", t("tab_me"), unread]]
    : [["/", "search", t("tab_find")], ["/chats", "message-circle", t("tab_chats"), chats], ["/cart", "shopping-cart", t("tab_cart"), cart],
       ["/orders", "package", t("tab_orders")], ["/me", "user", t("tab_me"), unread]];
  const current = tabs.map(([at]) => at).filter((at) => path === at || (at !== "/" && at !== shop && path.startsWith(at))).sort((a, b) => b.length - a.length)[0];
  return html`<nav class="tabs" aria-label=${t("tabs")}><span class="brand"><img src=${file("icons/icon.svg")} alt="" />${t("name")}</span>${tabs.map(([at, icon, words, count]) => html`
    <a href=${to(at)} aria-current=${at === current ? "page" : undefined} key=${at}>
      <${Icon} name=${icon} /><span>${words}</span>${count ? html`<span class="count"><span aria-hidden="true">${count > 99 ? "99+" : count}</span><span class="unseen">${t("waiting", { count })}</span></span>` : null}
    </a>`)}</nav>`;
}
