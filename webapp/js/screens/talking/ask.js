/** Asking about goods: the conversation with their store is opened, with the goods pinned in it. */
import { post } from "../../api.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { go, to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Button, Note } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";

export default function Ask({ listing }) {
  const talk = useLoaded(async () => {
    const opened = await post("/conversations", { listing_id: listing });
    go(`/chats/${opened.id}`, { instead: true });
    return opened;
  }, [listing]);
  const own = talk.problem?.code === "own_store";
  return html`<${Screen} title=${t("talking:ask")} up="/chats">
    ${own ? html`<${Note} tone="warn">${talk.problem.message}<//><${Button} href=${to(`/goods/${listing}`)} look="quiet" wide>${t("talking:see_goods")}<//>`
      : html`<${Loaded} from=${talk}>${() => null}<//>`}
  <//>`;
}
