/** A promotion asked for: a part or an amount off, or a flash sale of some goods. */
import { post } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { Amount, Check, Choice, Form, Text, useForm, Whole } from "../../ui/form.js";
import { html } from "../../ui/html.js";
import { Button, Refusal } from "../../ui/parts.js";
import { Moment, soon } from "./moment-field.js";
import { GoodsChoice } from "./pinned.js";

const MOST_GOODS = 20;
const KINDS = ["share", "amount", "flash"];
const BEGINNING = {
  kind: "share", title: "", share: null, amount: null, price: null, most: null, threshold: null, goods: [], code: "", starts: "", ends: "", total: null, each: null, advertised: true, stackable: true,
};

/** Nothing where she gave nothing. */
const given = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value != null && value !== ""));

function wishOf(values) {
  const { kind } = values;
  const off = { share: { basis_points: values.share ? values.share * 100 : null, most: values.most }, amount: { amount: values.amount }, flash: { price: values.price } }[kind];
  const coupon = kind === "flash" ? {} : { code: values.code.trim(), threshold: values.threshold };
  return given({
    title: values.title.trim(), ...off, ...coupon, listing_ids: values.goods.length ? values.goods : null, starts_at: values.starts ? new Date(values.starts).toISOString() : null, ends_at: values.ends ? new Date(values.ends).toISOString() : null,
    total_limit: values.total, buyer_limit: values.each, stackable: values.stackable, advertised: values.advertised,
  });
}

export function PromotionForm({ store, onMade }) {
  const form = useForm(BEGINNING);
  const { values, bind, set } = form;
  const deed = useDeed((key, wish) => post(`/stores/${store}/promotions`, wish, { key }), { done: onMade, said: t("selling:promotion_made") });
  const flash = values.kind === "flash";
  const whole = values.title.trim() && (flash ? values.price && values.goods.length : values.kind === "share" ? values.share > 0 && values.share < 100 : values.amount);
  const choose = (kind) => form.setValues((was) => ({ ...was, kind, ends: kind === "flash" && !was.ends ? soon(1) : was.ends }));
  return html`<${Form} label=${t("selling:promotion_new")} onSubmit=${() => whole && deed.run(wishOf(values))}>
    <${Choice} label=${t("selling:what_kind")} name="kind" value=${values.kind} onChange=${choose} options=${KINDS.map((one) => [one, t(`selling:kind_of_${one}`)])} />
    <${Text} label=${t("selling:promotion_title")} hint=${t("selling:promotion_title_hint")} ...${bind("title")} problem=${deed.problem} maxlength="60" required />
    <${Off} form=${form} problem=${deed.problem} />
    ${flash ? html`<fieldset><legend class="legend">${t("selling:flash_goods")}</legend><${GoodsChoice} store=${store} chosen=${values.goods} most=${MOST_GOODS} wanted=${(one) => one.status === "active"}
        onToggle=${(one) => set("goods", values.goods.includes(one.id) ? values.goods.filter((id) => id !== one.id) : [...values.goods, one.id])} /></fieldset>`
      : html`<${Text} label=${t("selling:code")} hint=${t("selling:code_hint")} ...${bind("code")} problem=${deed.problem} autocapitalize="characters" maxlength="20" />
        <${Amount} label=${t("selling:threshold")} ...${bind("threshold")} problem=${deed.problem} />`}
    <${Moment} label=${t("goods:starts_at")} hint=${t("goods:starts_now")} ...${bind("starts")} name="starts_at" problem=${deed.problem} />
    <${Moment} label=${t("selling:ends")} ...${bind("ends")} name="ends_at" problem=${deed.problem} />
    <div class="two"><${Whole} label=${t(flash ? "selling:total_pieces" : "selling:total_limit")} ...${bind("total")} name="total_limit" problem=${deed.problem} />
      <${Whole} label=${t("selling:buyer_limit")} ...${bind("each")} name="buyer_limit" problem=${deed.problem} /></div>
    ${values.code && !flash ? html`<${Check} label=${t("selling:advertised")} ...${bind("advertised")} />` : null}
    ${flash ? null : html`<${Check} label=${t("selling:stackable")} ...${bind("stackable")} />`}
    <${Refusal} problem=${deed.problem} />
    <${Button} type="submit" wide busy=${deed.busy} disabled=${!whole}>${t("selling:promotion_begin")}<//>
  <//>`;
}

function Off({ form, problem }) {
  const { values, bind } = form;
  if (values.kind === "flash") return html`<${Amount} label=${t("selling:flash_price")} ...${bind("price")} problem=${problem} required />`;
  if (values.kind === "amount") return html`<${Amount} label=${t("selling:amount_off")} ...${bind("amount")} problem=${problem} required />`;
  return html`<div class="two"><${Whole} label=${t("selling:share_off")} ...${bind("share")} name="basis_points" problem=${problem} required />
    <${Amount} label=${t("selling:most_off")} ...${bind("most")} problem=${problem} /></div>`;
}
