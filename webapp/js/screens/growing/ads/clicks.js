/** A campaign's clicks of a day, each with what became of it: what was found out to be none costs nothing. */
import { get } from "../../../api.js";
import { money, time } from "../../../format.js";
import { t } from "../../../i18n.js";
import { usePages } from "../../../loading.js";
import { Text } from "../../../ui/form.js";
import { html, useState } from "../../../ui/html.js";
import { Badge, Note } from "../../../ui/parts.js";
import { Empty, Pages } from "../../../ui/states.js";
import { titleOf } from "../goods.js";
import { keywordOf } from "./report.js";

const TONES = { billed: "accent", credited: "good" };

export function Clicks({ campaign, path, goods }) {
  const [day, setDay] = useState(campaign.day);
  const clicks = usePages((cursor) => get(`${path}/clicks`, { day, cursor, limit: 50 }), [day, path]);
  const each = (one) => html`<li key=${one.id}><div class="item">
    <span class="grow"><span>${one.term || keywordOf(one.keyword).text || t("ads:display_ad")}</span>
      <span class="small muted">${time(one.clicked_at)} · ${titleOf(goods, one.listing_id)}${one.keyword && keywordOf(one.keyword).text !== one.term ? ` · ${keywordOf(one.keyword).text}` : ""}</span>
      ${one.outcome === "billed" || one.outcome === "credited" ? null : html`<span class="small muted">${t(`ads:why_${one.outcome}`)}</span>`}
      ${one.credited_because ? html`<span class="small">${one.credited_because}</span>` : null}</span>
    <span class="end"><b class=${`number ${one.outcome === "billed" ? "" : "usual"}`}>${money(one.price)}</b><${Badge} tone=${TONES[one.outcome] ?? ""}>${t(`ads:outcome_${one.outcome}`)}<//></span></div></li>`;
  return html`<div class="view"><${Text} label=${t("ads:clicks_of")} type="date" name="day" max=${campaign.day} value=${day} onChange=${(next) => next && setDay(next)} />
    <${Pages} from=${clicks} each=${each} empty=${html`<${Empty} icon="target" title=${t("ads:no_clicks")}>${t("ads:no_clicks_text")}<//>`} />
    <${Note} icon="shield-check">${t("ads:clicks_text")}<//></div>`;
}
