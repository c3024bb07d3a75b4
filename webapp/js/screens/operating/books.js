/** The days whose books are balanced. */
import { get } from "../../api.js";
import { day } from "../../format.js";
import { t } from "../../i18n.js";
import { usePages } from "../../loading.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Badge, Item } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";
import { only } from "./only.js";

export const Standing = ({ of }) => (of.phase === "closed"
  ? html`<${Badge} tone=${of.differences ? "bad" : "good"}>${of.differences ? t("operating:differences", { count: of.differences }) : t("operating:balanced")}<//>` : html`<${Badge} tone="warn">${t("operating:balancing")}<//>`);

export default only(() => {
  const days = usePages((cursor) => get("/books", { cursor }));
  const each = (one) => html`<${Item} key=${one.day} href=${to(`/operating/books/${one.day}`)} title=${day(`${one.day}T12:00:00Z`)} after=${html`<${Standing} of=${one} />`} />`;
  return html`<${Screen} title=${t("operating:books")} up="/operating" narrow>
    <${Pages} from=${days} each=${each} empty=${html`<${Empty} icon="receipt" title=${t("operating:no_books")}>${t("operating:no_books_text")}<//>`} /><//>`;
});
