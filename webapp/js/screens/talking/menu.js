/** What else one may do in a conversation: look for words, assign it, report a message, block the other side. */
import { newKey, post } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { html, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Button, Item, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { Assign } from "./assign.js";
import { otherName } from "./glimpse.js";
import { Report } from "./report.js";
import { Search } from "./search.js";

const icon = (name) => html`<${Icon} name=${name} />`;

export function Menu({ room, store, me, onClose, onFound }) {
  const [part, setPart] = useState(null);
  const { talk } = room;
  if (part === "search") return html`<${Search} room=${room} onClose=${onClose} onFound=${(one) => { onFound(one); onClose(); }} />`;
  if (part === "assign") return html`<${Assign} room=${room} store=${store} me=${me} onClose=${onClose} />`;
  if (part === "report") return html`<${Report} room=${room} onClose=${onClose} />`;
  if (part === "block") return html`<${Block} room=${room} onClose=${onClose} />`;
  return html`<${Sheet} title=${otherName(talk)} onClose=${onClose}><ul class="list in-sheet">
    <${Item} before=${icon("search")} title=${t("talking:search")} onClick=${() => setPart("search")} />
    ${store ? html`<${Item} before=${icon("users")} title=${t("talking:assign")} under=${talk.assignee ? (talk.assignee === me.id ? t("talking:assigned_you") : t("talking:assigned_colleague")) : t("talking:assigned_nobody")} onClick=${() => setPart("assign")} />` : null}
    ${room.messages.some((one) => one.side !== talk.side && one.side !== "system") ? html`<${Item} before=${icon("flag")} title=${t("talking:report")} onClick=${() => setPart("report")} />` : null}
    <${Item} before=${icon("ban")} title=${talk.blocked ? t("talking:unblock") : t("talking:block")} onClick=${() => setPart("block")} />
  </ul><//>`;
}

function Block({ room, onClose }) {
  const { talk } = room;
  const deed = useDeed(() => post(`/conversations/${talk.id}/${talk.blocked ? "unblock" : "block"}`, undefined, { key: newKey() }), {
    done: (after) => { room.setTalk(after); onClose(); },
  });
  const title = talk.blocked ? t("talking:unblock") : t("talking:block");
  return html`<${Sheet} title=${title} onClose=${onClose}>
    <p>${talk.blocked ? t("talking:unblock_text", { name: otherName(talk) }) : t("talking:block_text", { name: otherName(talk) })}</p>
    <${Refusal} problem=${deed.problem} />
    <${Button} wide look=${talk.blocked ? "" : "danger"} busy=${deed.busy} onClick=${() => deed.run()}>${title}<//>
  <//>`;
}
