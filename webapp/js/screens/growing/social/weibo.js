/** The store's account on Weibo: connected by Weibo's own consent page, then posts, at once or later. */
import { get, post, put, remove } from "../../../api.js";
import { ago, moment } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useAgain, useDeed, useLoaded, usePages } from "../../../loading.js";
import { go } from "../../../router.js";
import { Form, Select, Text, useForm } from "../../../ui/form.js";
import { html, useEffect, useState } from "../../../ui/html.js";
import { Badge, Button, Note, Refusal } from "../../../ui/parts.js";
import { Sheet } from "../../../ui/sheet.js";
import { Empty, Loaded, Pages } from "../../../ui/states.js";
import { toast } from "../../../ui/toast.js";
import { remember } from "./weibo-return.js";

const LONGEST = 140;
const TONES = { posted: "good", scheduled: "accent", posting: "warn", failed: "bad", cancelled: "" };

export function Weibo({ store, query }) {
  const account = useLoaded(() => get(`/stores/${store}/weibo`).catch((refused) => {
    if (refused.code === "channel_not_connected") return null;
    throw refused;
  }), [store]);
  const give = useDeed((_, code, state) => put(`/stores/${store}/weibo`, { code, state }), {
    done: (connected) => { toast(t("social:connected_now")); account.set(connected); go(`/sell/${store}/social`, { query: { view: "weibo" }, instead: true }); },
  });
  useEffect(() => { if (query.code && query.state) give.run(query.code, query.state); }, []);
  if (give.busy) return html`<${Note}>${t("social:connecting")}<//>`;
  return html`<div class="view"><${Refusal} problem=${give.problem} />
    <${Loaded} from=${account} lines=${2}>${(one) => (one ? html`<${Connected} of=${one} store=${store} onGone=${() => account.set(null)} />` : html`<${Connect} store=${store} />`)}<//></div>`;
}

function Connect({ store }) {
  const deed = useDeed((key) => post(`/stores/${store}/weibo/consent`, undefined, { key }), {
    done: ({ url }) => { remember(store); location.assign(url); },
  });
  return html`<div><${Empty} icon="globe" title=${t("social:no_weibo")} action=${html`<${Button} icon="external-link" busy=${deed.busy} onClick=${() => deed.run()}>${t("social:connect")}<//>`}>${t("social:no_weibo_text")}<//>
    <${Refusal} problem=${deed.problem} /></div>`;
}

function Connected({ of, store, onGone }) {
  const posts = usePages((cursor) => get(`/stores/${store}/posts`, { cursor }), [store]);
  const [leaving, leave] = useState(false);
  const drop = useDeed(() => remove(`/stores/${store}/weibo`), { done: onGone });
  const cancel = useDeed((key, id) => post(`/stores/${store}/posts/${id}/cancel`, undefined, { key }), { done: () => posts.reload({ quiet: true }) });
  const waiting = posts.items.some((one) => one.state === "posting" || (one.state === "scheduled" && new Date(one.at) <= Date.now()));
  useAgain(waiting, () => posts.reload({ quiet: true }));
  const each = (one) => html`<li class="item" key=${one.id}><span class="grow"><span class="prose">${one.text}</span>
      <span class="small muted">${one.state === "scheduled" ? t("social:goes_out", { at: moment(one.at) }) : ago(one.at)}</span>
      ${one.reason ? html`<span class="small">${one.reason}</span>` : null}</span>
    <span class="end"><${Badge} tone=${TONES[one.state]}>${t(`social:post_${one.state}`)}<//>
      ${one.state === "scheduled" && !(new Date(one.at) <= Date.now()) ? html`<${Button} look="plain" slim busy=${cancel.busy} onClick=${() => cancel.run(one.id)}>${t("frame:cancel")}<//>` : null}</span></li>`;
  return html`<div class="view"><section class="card row wrap" aria-labelledby="account"><div class="grow"><h2 id="account">${of.account}</h2>
      <p class="small muted">${t("social:connected_until", { at: moment(of.expires_at) })}</p></div>
      <${Button} look="plain" onClick=${() => leave(true)}>${t("social:disconnect")}<//></section>
    <${NewPost} store=${store} onDone=${() => posts.reload({ quiet: true })} />
    <${Refusal} problem=${cancel.problem} />
    <section class="stack" aria-labelledby="posts"><h2 id="posts">${t("social:posts")}</h2>
      <${Pages} from=${posts} each=${each} empty=${html`<${Empty} icon="send" title=${t("social:no_posts")}>${t("social:no_posts_text")}<//>`} /></section>
    ${leaving ? html`<${Sheet} title=${t("social:disconnect")} onClose=${() => leave(false)}><p>${t("social:disconnect_text", { account: of.account })}</p>
      <${Refusal} problem=${drop.problem} /><${Button} look="danger" wide busy=${drop.busy} onClick=${() => drop.run()}>${t("social:disconnect")}<//><//>` : null}</div>`;
}

function NewPost({ store, onDone }) {
  const links = useLoaded(() => get(`/stores/${store}/links`), [store]);
  const { values, bind, setValues } = useForm({ text: "", link: "", at: "" });
  const deed = useDeed((key, wish) => post(`/stores/${store}/posts`, wish, { key }), {
    done: () => { setValues((was) => ({ ...was, text: "", at: "" })); toast(t("social:post_taken")); onDone(); },
  });
  const found = [...(links.data?.items ?? [])].reverse();
  const link = values.link || found.find((one) => one.channel === "weibo")?.code || found[0]?.code;
  const wish = { text: values.text.trim(), link, at: values.at ? new Date(values.at).toISOString() : null };
  if (links.data && !found.length) return html`<${Note}>${t("social:link_first")}<//>`;
  return html`<section class="card" aria-labelledby="new-post"><h2 id="new-post">${t("social:new_post")}</h2>
    <${Form} label=${t("social:new_post")} onSubmit=${() => deed.run(wish)}>
      <${Text} label=${t("social:what")} hint=${t("social:length", { length: [...values.text].length, most: LONGEST })} lines="3" ...${bind("text")} maxlength=${LONGEST} problem=${deed.problem} />
      <${Select} label=${t("social:with_link")} ...${bind("link")} value=${link} problem=${deed.problem} options=${found.map((one) => [one.code, `${one.label || t(`growing:channel_${one.channel}`)} (${one.code})`])} />
      <${Text} label=${t("social:when")} hint=${t("social:when_text")} type="datetime-local" ...${bind("at")} problem=${deed.problem} />
      <${Refusal} problem=${deed.problem} />
      <${Button} type="submit" wide icon="send" busy=${deed.busy} disabled=${!values.text.trim() || !link}>${t(values.at ? "social:schedule" : "social:post_now")}<//>
    <//></section>`;
}
