/** What the store often says, to be chosen and changed before it is sent. */
import { get } from "../../api.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Button, Item } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Loaded } from "../../ui/states.js";

export function Replies({ store, onClose, onChoose }) {
  const desk = useLoaded(() => get(`/stores/${store}/desk`), [store]);
  const edit = html`<${Button} look="quiet" wide icon="pencil" href=${to(`/sell/${store}/desk`)}>${t("talking:edit_replies")}<//>`;
  return html`<${Sheet} title=${t("talking:quick")} onClose=${onClose}>
    <div class="chat-filling"><${Loaded} from=${desk}>${({ replies }) => (replies.length ? html`
      <ul class="list in-sheet">${replies.map((one) => html`<${Item} key=${one.title} title=${one.title} under=${one.text} onClick=${() => onChoose(one.text)} />`)}</ul>${edit}`
      : html`<${Empty} icon="zap" title=${t("talking:no_replies")} action=${edit}>${t("talking:no_replies_text")}<//>`)}<//></div>
  <//>`;
}
