/** Who works in the store, and who is invited to. */
import { get, patch, post, remove } from "../../api.js";
import { ago, day } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { to } from "../../router.js";
import { Choice, Form, Text, useForm } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Badge, Button, Item, Photo, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Loaded } from "../../ui/states.js";
import { shareOrCopy } from "./sharing.js";
import { useStanding } from "./standing.js";

/** Which roles each role may give. */
const GIVES = { owner: ["packer", "service", "manager", "owner"], manager: ["packer", "service"] };
const TONES = { owner: "accent", manager: "good" };

export default function Staff({ store, me }) {
  const { place } = useStanding(store);
  const found = useLoaded(() => get(`/stores/${store}/staff`), [store]);
  const [shown, show] = useState(null);
  const gives = GIVES[place?.role] ?? [];
  const close = () => show(null);
  const invite = gives.length ? html`<${Button} wide icon="plus" onClick=${() => show({ kind: "invite" })}>${t("selling:invite")}<//>` : null;
  const left = (id) => found.set((was) => ({ ...was, items: was.items.filter((one) => one.person_id !== id) }));
  const took = (id) => found.set((was) => ({ ...was, invitations: was.invitations.filter((one) => one.id !== id) }));
  return html`<${Screen} title=${t("selling:door_staff")} up=${`/sell/${store}`} narrow>
    <${Loaded} from=${found}>${({ items, invitations }) => html`
      ${items.length === 0 && invitations.length === 0 ? html`<${Empty} icon="users" title=${t("selling:staff_none")} action=${invite}>${t("selling:staff_none_text")}<//>` : null}
      ${items.length ? html`<ul class="list">${items.map((one) => html`<${Item} key=${one.person_id} onClick=${() => show({ kind: "person", one })} before=${html`<${Photo} name=${nameOf(one)} size="tiny" />`}
        title=${nameOf(one)} under=${t("selling:since", { at: day(one.since) })} after=${html`<${Badge} tone=${TONES[one.role]}>${t(`selling:role_${one.role}`)}<//>`} />`)}</ul>` : null}
      ${invitations.length ? html`<section class="stack" aria-labelledby="invited"><h2 id="invited">${t("selling:invited")}</h2><ul class="list">${invitations.map((one) => html`<${Invited} key=${one.id} of=${one} store=${store} onGone=${took} />`)}</ul></section>` : null}
      ${invite && (items.length || invitations.length) ? html`<div class="dock"><div class="grow">${invite}</div></div>` : null}`}<//>
    ${shown?.kind === "invite" ? html`<${Invite} store=${store} gives=${gives} onClose=${close} onMade=${() => found.reload({ quiet: true })} />` : null}
    ${shown?.kind === "person" ? html`<${Person} of=${shown.one} store=${store} gives=${gives} mine=${shown.one.person_id === me.id} onClose=${close}
      onChanged=${(next) => { found.set((was) => ({ ...was, items: was.items.map((one) => (one.person_id === next.person_id ? next : one)) })); close(); }} onGone=${(id) => { left(id); close(); }} />` : null}
  <//>`;
}

const nameOf = (one) => one.label || one.name || t("selling:nameless");

function Invited({ of, store, onGone }) {
  const deed = useDeed(() => remove(`/stores/${store}/staff/invitations/${of.id}`), { done: () => onGone(of.id), said: t("selling:invitation_taken_back") });
  return html`<li class="item"><span class="grow"><span class="clamped">${of.label || t(`selling:role_${of.role}`)}</span><span class="muted small">${t(`selling:role_${of.role}`)} · ${t("selling:good_until", { at: ago(of.expires_at) })}</span></span>
    <${Button} look="danger" slim busy=${deed.busy} onClick=${() => deed.run()}>${t("selling:take_back")}<//></li>`;
}

const Roles = ({ gives, ...rest }) => html`<${Choice} label=${t("selling:role")} name="role" ...${rest} options=${gives.map((one) => [one, t(`selling:role_${one}`)])} />
  <p class="muted small" aria-live="polite">${t(`selling:role_${rest.value}_may`)}</p>`;

function Invite({ store, gives, onClose, onMade }) {
  const { values, bind } = useForm({ role: gives[0], label: "" });
  const [made, set] = useState(null);
  const deed = useDeed((key, wish) => post(`/stores/${store}/staff/invitations`, wish, { key }), { done: (one) => { set(one); onMade(); } });
  const address = made && new URL(to(`/invitations/${made.code}`), location.href.split("#")[0]).href;
  return html`<${Sheet} title=${t("selling:invite")} onClose=${onClose}>${made ? html`
      <p>${t("selling:invitation_made", { at: day(made.expires_at) })}</p><p class="shop-address">${address}</p>
      <${Button} wide icon="share-2" onClick=${() => shareOrCopy({ title: t("selling:invite"), text: t("selling:invitation_words"), url: address })}>${t("selling:invitation_send")}<//>`
    : html`<${Form} label=${t("selling:invite")} onSubmit=${() => deed.run({ ...values, label: values.label.trim() })}>
      <${Text} label=${t("selling:invite_label")} hint=${t("selling:invite_label_hint")} ...${bind("label")} problem=${deed.problem} maxlength="60" />
      <${Roles} gives=${gives} ...${bind("role")} />
      <${Refusal} problem=${deed.problem} /><${Button} type="submit" wide busy=${deed.busy}>${t("selling:invitation_make")}<//><//>`}<//>`;
}

function Person({ of, store, gives, mine, onClose, onChanged, onGone }) {
  const [role, choose] = useState(of.role);
  const mayGive = !mine && gives.includes(of.role);
  const keep = useDeed((_, next) => patch(`/stores/${store}/staff/${of.person_id}`, { role: next }), { done: onChanged, said: t("frame:saved") });
  const drop = useDeed(() => remove(`/stores/${store}/staff/${of.person_id}`), { done: () => onGone(of.person_id), said: t("selling:person_gone") });
  return html`<${Sheet} title=${nameOf(of)} onClose=${onClose}>
    ${mayGive ? html`<${Roles} gives=${gives} value=${role} onChange=${choose} />` : html`<p>${t(`selling:role_${of.role}`)}</p>`}
    <${Refusal} problem=${keep.problem ?? drop.problem} />
    ${mayGive ? html`<${Button} wide busy=${keep.busy} disabled=${role === of.role} onClick=${() => keep.run(role)}>${t("frame:save")}<//>` : null}
    ${mayGive || mine || of.role === "partner" ? html`<p class="muted small">${t("selling:person_drop_text")}</p><${Button} look="danger" wide busy=${drop.busy} onClick=${() => drop.run()}>${t("selling:person_drop")}<//>` : null}<//>`;
}
