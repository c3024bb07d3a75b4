/** The stores that one follows. */
import { get } from "../../api.js";
import { day } from "../../format.js";
import { t } from "../../i18n.js";
import { usePages } from "../../loading.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Button, Item, Photo } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";

export default function Followed() {
  const stores = usePages((cursor) => get("/my/followed-stores", { cursor }));
  const empty = html`<${Empty} icon="heart" title=${t("buying:none_followed")} action=${html`<${Button} href=${to("/")}>${t("buying:look_around")}<//>`}>${t("buying:none_followed_text")}<//>`;
  return html`<${Screen} title=${t("buying:followed")} up="/me" narrow>
    <${Pages} from=${stores} empty=${empty} each=${(one) => html`<${Item} key=${one.store_id} href=${to(`/follow/${one.store_id}`)} before=${html`<${Photo} name=${one.name} size="tiny" />`} title=${one.name} under=${t("buying:since", { when: day(one.since) })} />`} />
  <//>`;
}
