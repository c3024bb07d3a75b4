/** The operators' desk: doors to all that waits for a decision, and to the books. */
import { t } from "../../i18n.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Item } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { only } from "./only.js";

const icon = (name) => html`<${Icon} name=${name} />`;
const doors = () => [
  [t("operating:to_decide"), [["hearings", "scale", t("operating:hearings"), t("operating:hearings_text")], ["work", "briefcase", t("operating:work"), t("operating:work_text")],
    ["suppliers", "warehouse", t("operating:suppliers"), t("operating:suppliers_text")]]],
  [t("operating:reported"), [["messages", "message-circle", t("operating:messages"), t("operating:messages_text")], ["reviews", "star", t("operating:reviews"), t("operating:reviews_text")]]],
  [t("operating:money"), [["books", "receipt", t("operating:books"), t("operating:books_text")], ["pools", "landmark", t("operating:pools"), t("operating:pools_text")]]],
];

export default only(() => html`<${Screen} title=${t("operating:title")} up="/me" narrow>
  ${doors().map(([heading, places]) => html`<section class="stack" key=${heading}><h2>${heading}</h2><ul class="list">${places.map(([path, name, title, under]) => html`<${Item} key=${path} href=${to(`/operating/${path}`)} before=${icon(name)} title=${title} under=${under} />`)}</ul></section>`)}<//>`);
