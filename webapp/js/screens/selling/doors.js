/** The doors to all parts of a store, by what one does there. Those that she may not enter aren't shown. */
import { t } from "../../i18n.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";

/** By group: the door's name, its icon, the scope it takes, and where it leads if not to its own name's place. */
const GROUPS = {
  sell: [["orders", "package", "orders:read"], ["goods", "tags", "goods:read"], ["chats", "message-circle", "chat"], ["reviews", "star", "reviews:reply"], ["desk", "zap", "chat"], ["origin", "map-pin", "orders:ship"]],
  grow: [["share", "share-2", "links:read"], ["promotions", "ticket-percent", "goods:read"], ["ads", "megaphone", "ads:edit"], ["insights", "chart-column", "insights:read"], ["social", "users", "links:edit"]],
  run: [["edit", "palette", "store:design"], ["staff", "briefcase", "staff:manage"], ["sourcing", "warehouse", "owner"], ["supplying", "boxes", "owner"], ["partners", "handshake", "owner"],
    ["credit", "hand-coins", "owner", "/credit"], ["storage", "hard-drive", "owner", "/storage"], ["settings", "settings", "store:edit"]],
};

export function Doors({ store, may, place }) {
  const enters = (scope) => (scope === "owner" ? place.role === "owner" : may(scope));
  const groups = Object.entries(GROUPS).map(([name, doors]) => [name, doors.filter(([, , scope]) => enters(scope))]).filter(([, doors]) => doors.length);
  return groups.map(([group, doors]) => html`<nav class="stack" aria-labelledby=${`doors-${group}`} key=${group}>
    <h2 id=${`doors-${group}`}>${t(`selling:group_${group}`)}</h2>
    <ul class="shop-doors card">${doors.map(([name, icon, , path]) => html`<li key=${name}><a class="shop-door tap" href=${to(path ?? `/sell/${store}/${name}`)}>
      <${Icon} name=${icon} /><span>${t(`selling:door_${name}`)}</span></a></li>`)}</ul>
  </nav>`);
}
