/** Who follows the store, and what they were told: three times a day at most. */
import { get, post } from "../../../api.js";
import { ago, number } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useAgain, useDeed, useLoaded, usePages } from "../../../loading.js";
import { Form, Select, Text, useForm } from "../../../ui/form.js";
import { html } from "../../../ui/html.js";
import { Icon } from "../../../ui/icon.js";
import { Badge, Button, Refusal } from "../../../ui/parts.js";
import { Empty, Pages } from "../../../ui/states.js";
import { toast } from "../../../ui/toast.js";
import { titleOf } from "../goods.js";

const LONGEST = 200;

export function Followers({ store, goods }) {
  const following = useLoaded(() => get(`/stores/${store}/follower`), [store]);
  const told = usePages((cursor) => get(`/stores/${store}/broadcasts`, { cursor }), [store]);
  const { values, bind, setValues } = useForm({ text: "", listing_id: "" });
  const deed = useDeed((key, wish) => post(`/stores/${store}/broadcasts`, wish, { key }), {
    done: () => { setValues({ text: "", listing_id: "" }); toast(t("social:told")); told.reload({ quiet: true }); },
  });
  useAgain(told.items.some((one) => one.state === "sending"), () => told.reload({ quiet: true }));
  const count = following.data?.followers ?? 0;
  const each = (one) => html`<li class="item" key=${one.id}><span class="grow"><span class="prose">${one.text}</span>
    ${one.listing_id ? html`<span class="small">${titleOf(goods, one.listing_id)}</span>` : null}
    <span class="small muted">${ago(one.created_at)} · ${t("social:told_count", { count: one.told, told: number(one.told) })}</span></span>
    <${Badge} tone=${one.state === "sent" ? "good" : "warn"}>${t(`social:state_${one.state}`)}<//></li>`;
  return html`<div class="view"><section class="card hero" aria-labelledby="followers"><h2 id="followers" class="small muted">${t("social:followers")}</h2>
      <p class="amount row"><${Icon} name="users" /><span class="number">${following.data ? number(count) : "–"}</span></p></section>
    <section class="card" aria-labelledby="tell"><h2 id="tell">${t("social:tell")}</h2>
      <${Form} label=${t("social:tell")} onSubmit=${() => deed.run({ text: values.text.trim(), listing_id: values.listing_id || null })}>
        <${Text} label=${t("social:what")} hint=${t("social:limit", { length: [...values.text].length, most: LONGEST })} lines="3" ...${bind("text")} maxlength=${LONGEST} problem=${deed.problem} />
        <${Select} label=${t("social:about")} ...${bind("listing_id")} problem=${deed.problem} options=${[["", t("social:nothing_special")], ...(goods.data?.items ?? []).map((one) => [one.id, one.title])]} />
        <${Refusal} problem=${deed.problem} />
        <${Button} type="submit" wide icon="megaphone" busy=${deed.busy} disabled=${!values.text.trim()}>${t("social:tell_now", { count, followers: number(count) })}<//>
      <//></section>
    <section class="stack" aria-labelledby="earlier"><h2 id="earlier">${t("social:earlier")}</h2>
      <${Pages} from=${told} each=${each} empty=${html`<${Empty} icon="megaphone" title=${t("social:nothing_told")}>${t("social:nothing_told_text")}<//>`} /></section></div>`;
}
