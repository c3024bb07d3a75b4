/** A store on social media: links with what they carry, followers, Weibo, group buys. */
import { t } from "../../../i18n.js";
import { html, useState } from "../../../ui/html.js";
import { Screen } from "../../../ui/screen.js";
import { useGoods } from "../goods.js";
import { Segments } from "../segments.js";
import { Followers } from "./followers.js";
import { Groups } from "./groups.js";
import { Links } from "./links.js";
import { Weibo } from "./weibo.js";

const VIEWS = { links: Links, followers: Followers, weibo: Weibo, groups: Groups };

export default function Social({ store, query }) {
  const goods = useGoods(store);
  const [view, see] = useState(query.code ? "weibo" : query.view in VIEWS ? query.view : "links");
  const View = VIEWS[view];
  return html`<${Screen} title=${t("social:title")} up=${`/sell/${store}`} narrow>
    <${Segments} main label=${t("social:views")} value=${view} onChange=${see} of=${Object.keys(VIEWS).map((one) => [one, t(`social:view_${one}`)])} />
    <${View} store=${store} goods=${goods} query=${query} key=${view} />
  <//>`;
}
