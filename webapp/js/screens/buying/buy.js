/** The goods of a link from elsewhere, such as a chat: choose, then into the cart or to the checkout. */
import { get } from "../../api.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { go, to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";
import { BuyForm } from "./buy-sheet.js";

export default function Buy({ listing, query, me }) {
  const goods = useLoaded(() => get(`/listings/${listing}`, null, { open: true }), [listing]);
  return html`<${Screen} title=${t("buying:choose_kind")} up=${`/goods/${listing}`} narrow><${Loaded} from=${goods}>${(found) => html`
    <h2><a href=${to(`/goods/${listing}`)}>${found.title}</a></h2>
    <div class="card"><${BuyForm} goods=${found} variant=${query.variant} quantity=${Number(query.quantity) || undefined} me=${me} onPut=${() => go("/cart")} /></div>`}<//><//>`;
}
