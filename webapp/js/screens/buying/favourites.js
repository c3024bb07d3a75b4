/** The goods that one keeps in mind, and the heart that does it. */
import { get, put, remove } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useLoaded, usePages } from "../../loading.js";
import { to } from "../../router.js";
import { html, useState } from "../../ui/html.js";
import { Button, IconButton, Item, Money, Photo } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";

export default function Favourites() {
  const kept = usePages((cursor) => get("/favourites", { cursor }));
  const empty = html`<${Empty} icon="heart" title=${t("buying:none_kept")} action=${html`<${Button} href=${to("/")}>${t("buying:look_around")}<//>`}>${t("buying:none_kept_text")}<//>`;
  const each = (one) => html`<${Item} key=${one.listing_id} href=${one.listing ? to(`/goods/${one.listing_id}`) : undefined}
    before=${html`<${Photo} of=${one.listing?.cover} />`} title=${one.title}
    under=${one.listing ? t("buying:kept_at", { price: money(one.price_then) }) : t("buying:not_on_sale")} after=${one.listing ? html`<${Money} of=${one.listing.price_from} />` : null} />`;
  return html`<${Screen} title=${t("buying:kept")} up="/me" narrow><${Pages} from=${kept} empty=${empty} each=${each} /><//>`;
}

/** A heart: pressed, the goods are kept in mind. Without anybody signed in it isn't there. */
export function Heart({ listing, me }) {
  const found = useLoaded(async () => (me ? get(`/favourites/${listing}`).then(() => true, () => false) : null), [listing, me?.id]);
  const [busy, setBusy] = useState(false);
  if (!me) return null;
  const turn = async () => {
    const next = !found.data;
    setBusy(true);
    found.set(next);
    try {
      await (next ? put(`/favourites/${listing}`) : remove(`/favourites/${listing}`));
      toast(t(next ? "buying:is_kept" : "buying:is_let_go"));
    } catch (refused) {
      found.set(!next);
      toast(refused.message, { tone: "bad" });
    } finally {
      setBusy(false);
    }
  };
  return html`<${IconButton} icon="heart" label=${t("buying:keep")} aria-pressed=${found.data ? "true" : "false"} disabled=${busy || found.loading} onClick=${turn} />`;
}
