/** One's own corner: the wallet, the store, what one was told, and one's settings. */
import { get } from "../../api.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { to } from "../../router.js";
import { isOperator, leave } from "../../session.js";
import { counts, useObserved, workplaces } from "../../state.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Button, Item, Money, Photo } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";

const icon = (name) => html`<${Icon} name=${name} />`;

export default function Me({ me }) {
  const wallet = useLoaded(() => get("/wallet"));
  const stores = useObserved(workplaces) ?? [];
  const { unread } = useObserved(counts);
  return html`<${Screen} title=${t("tab_me")} narrow>
    <div class="card row"><${Photo} name=${me.name} /><div class="grow"><h2>${me.name}</h2>
      <a class="small" href=${to("/me/profile")}>${t("edit_profile")}</a></div></div>
    <a class="card tap" href=${to("/wallet")}><span class="muted small">${t("wallet")}</span>
      ${wallet.data ? html`<${Money} of=${wallet.data.available} look="amount" />` : html`<span class="skeleton"></span>`}</a>
    <section class="stack" aria-labelledby="selling"><h2 id="selling">${t("selling")}</h2>
      <ul class="list">
        ${stores.map((one) => html`<${Item} key=${one.store_id} href=${to(`/sell/${one.store_id}`)} before=${icon("store")} title=${one.store_name} under=${t(`role_${one.role}`)} />`)}
        <${Item} href=${to("/sell/new")} before=${icon("plus")} title=${t("open_store")} under=${stores.length ? null : t("open_store_text")} />
      </ul></section>
    <section class="stack" aria-labelledby="mine"><h2 id="mine">${t("mine")}</h2>
      <ul class="list">
        <${Item} href=${to("/me/notifications")} before=${icon("bell")} title=${t("notifications")} after=${unread ? html`<${Badge} tone="accent">${unread}<//>` : null} />
        <${Item} href=${to("/me/addresses")} before=${icon("map-pin")} title=${t("addresses")} />
        <${Item} href=${to("/favourites")} before=${icon("heart")} title=${t("kept")} />
        <${Item} href=${to("/followed")} before=${icon("store")} title=${t("followed")} />
        <${Item} href=${to("/promoter")} before=${icon("share-2")} title=${t("promoting")} />
        <${Item} href=${to("/partners")} before=${icon("briefcase")} title=${t("partner_work")} />
        ${isOperator() ? html`<${Item} href=${to("/operating")} before=${icon("scale")} title=${t("operators_desk")} />` : null}
        <${Item} href=${to("/me/profile")} before=${icon("languages")} title=${t("language")} />
        <${Item} href=${to("/me/privacy")} before=${icon("shield-check")} title=${t("my_data")} />
      </ul></section>
    <${Button} look="plain" wide icon="log-out" onClick=${leave}>${t("sign_out")}<//>
  <//>`;
}
