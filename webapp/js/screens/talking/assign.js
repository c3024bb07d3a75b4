/** Who of the store looks after a conversation. */
import { get, put } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Item, Photo, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { Loaded } from "../../ui/states.js";

export function Assign({ room, store, me, onClose }) {
  const crew = useLoaded(() => staffOf(store), [store]);
  const deed = useDeed((_, person) => put(`/conversations/${room.talk.id}/assignee`, { person_id: person }), {
    done: (after) => { room.setTalk(after); onClose(); }, said: t("talking:assigned"),
  });
  const mark = (id) => (room.talk.assignee === id ? html`<${Icon} name="check" label=${t("talking:chosen")} />` : null);
  return html`<${Sheet} title=${t("talking:assign")} onClose=${onClose}>
    <p class="muted">${t("talking:assign_text")}</p>
    <${Refusal} problem=${deed.problem} />
    <div class="chat-filling"><${Loaded} from=${crew}>${(staff) => html`<ul class="list in-sheet">
      <${Item} before=${html`<${Photo} name=${me.name} size="tiny" />`} title=${t("talking:me")} after=${mark(me.id)} onClick=${() => deed.run(me.id)} />
      ${staff.filter((one) => one.person_id !== me.id).map((one) => html`<${Item} key=${one.person_id} before=${html`<${Photo} name=${one.name} size="tiny" />`} title=${one.name} under=${one.label} after=${mark(one.person_id)} onClick=${() => deed.run(one.person_id)} />`)}
      <${Item} before=${html`<span class="shot tiny"><${Icon} name="users" /></span>`} title=${t("talking:nobody")} after=${mark(null)} onClick=${() => deed.run(null)} />
    </ul>`}<//></div>
  <//>`;
}

/** Who may answer buyers; whoever may not see the staff can still take a conversation herself. */
async function staffOf(store) {
  try {
    return (await get(`/stores/${store}/staff`)).items.filter((one) => one.scopes.includes("chat"));
  } catch (problem) {
    if (problem.status === 403) return [];
    throw problem;
  }
}
