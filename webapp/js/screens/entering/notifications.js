/** What one was told. */
import { get, post } from "../../api.js";
import { ago } from "../../format.js";
import { language, t } from "../../i18n.js";
import { usePages } from "../../loading.js";
import { refreshUnread } from "../../session.js";
import { html } from "../../ui/html.js";
import { Badge } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";
import { Push } from "./push.js";

export default function Notifications() {
  const told = usePages((cursor) => get("/notifications", { cursor }));
  const read = async (one) => {
    await post(`/notifications/${one.id}/read`);
    told.set((was) => ({ ...was, items: was.items.map((other) => (other.id === one.id ? { ...other, read: true } : other)) }));
    refreshUnread();
  };
  const each = (one) => html`<li key=${one.id}><button class="item" type="button" disabled=${one.read} onClick=${() => read(one)}>
    <span class="grow"><span>${one.text[language.get()] ?? one.text.zh}</span><span class="muted small">${ago(one.at)}</span></span>
    ${one.read ? null : html`<${Badge} tone="accent">${t("new")}<//>`}</button></li>`;
  return html`<${Screen} title=${t("notifications")} up="/me" narrow>
    <${Push} />
    <${Pages} from=${told} each=${each} empty=${html`<${Empty} icon="bell" title=${t("no_notifications")}>${t("no_notifications_text")}<//>`} />
  <//>`;
}
