/** Reviews that were reported: an operator hides them, or lets them stand. */
import { get, post } from "../../api.js";
import { ago } from "../../format.js";
import { t } from "../../i18n.js";
import { usePages } from "../../loading.js";
import { to } from "../../router.js";
import { html, useState } from "../../ui/html.js";
import { Badge, Button, Stars } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";
import { AskSheet } from "../trading/ask-sheet.js";
import { only } from "./only.js";

export default only(() => {
  const told = usePages((cursor) => get("/reported-reviews", { cursor }));
  const [doing, setDoing] = useState(null);
  const gone = () => told.set((was) => ({ ...was, items: was.items.filter((one) => one.review.id !== doing.of.id) }));
  const each = ({ review, reports, reasons }) => html`<li class="card" key=${review.id}><div class="row wrap">${reasons.map((one) => html`<${Badge} tone="warn" key=${one}>${t(`operating:review_${one}`)}<//>`)}<span class="muted small grow end">${t("operating:times_reported", { count: reports })}</span></div>
    <div class="row"><${Stars} of=${review.stars} /><a class="small" href=${to(`/goods/${review.listing_id}`)}>${review.author}</a><span class="muted small grow end">${ago(review.created_at)}</span></div>
    <p class="prose trade-said">${review.text || t("operating:no_text")}</p>
    <div class="row wrap"><${Button} look="danger" icon="eye-off" onClick=${() => setDoing({ of: review, act: "hide" })}>${t("operating:hide")}<//><${Button} look="quiet" icon="eye" onClick=${() => setDoing({ of: review, act: "restore" })}>${t("operating:let_stand")}<//></div></li>`;
  const hiding = doing?.act === "hide";
  return html`<${Screen} title=${t("operating:reviews")} up="/operating" narrow>
    <${Pages} from=${told} look="stack" each=${each} empty=${html`<${Empty} icon="star" title=${t("operating:nothing_reported")} />`} />
    ${doing ? html`<${AskSheet} title=${hiding ? t("operating:hide") : t("operating:let_stand")} look=${hiding ? "danger" : ""} words=${hiding && t("operating:why")} onClose=${() => setDoing(null)} done=${gone}
      deed=${(key, reason) => post(`/reviews/${doing.of.id}/${doing.act}`, hiding ? { reason } : undefined, { key })}><p>${hiding ? t("operating:hide_text") : t("operating:let_stand_text")}</p><//>` : null}<//>`;
});
