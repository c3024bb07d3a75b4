/** Which partner did what in a store, and when: the names of those who may come in now are known. */
import { get } from "../../api.js";
import { moment } from "../../format.js";
import { has, t } from "../../i18n.js";
import { useLoaded, usePages } from "../../loading.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Item } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";

const READS = /^GET /;

/** A deed in words: what it needed, and whether something was changed or only looked at. */
function worded(deed) {
  const key = `trading:${READS.test(deed.operation) ? "looked" : "did"}_${deed.scope.replace(":", "_")}`;
  return has(key) ? t(key) : t(READS.test(deed.operation) ? "trading:looked" : "trading:did");
}

export default function Deeds({ store }) {
  const grants = useLoaded(() => get(`/stores/${store}/grants`), [store]);
  const deeds = usePages((cursor) => get(`/stores/${store}/deeds`, { cursor }), [store]);
  const names = new Map((grants.data?.items ?? []).map((one) => [one.person_id, one.name]));
  const each = (one, at) => html`<${Item} key=${`${one.at}${at}`} before=${html`<${Icon} name=${READS.test(one.operation) ? "eye" : "pencil"} />`} title=${worded(one)} under=${`${names.get(one.person_id) ?? t("trading:former_partner")} · ${moment(one.at)}`}
    after=${one.allowed ? null : html`<${Badge} tone="bad">${t("trading:refused")}<//>`} />`;
  return html`<${Screen} title=${t("trading:deeds")} up=${`/sell/${store}/partners`} narrow>
    <${Pages} from=${deeds} each=${each} empty=${html`<${Empty} icon="eye" title=${t("trading:no_deeds")}>${t("trading:no_deeds_text")}<//>`} /><//>`;
}
