/** What goods are: title, description, category, and what their category asks of them. */
import { get } from "../../api.js";
import { language, t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { Select, Text } from "../../ui/form.js";
import { html } from "../../ui/html.js";

/** `value` is `{title, description, category, attributes}`. */
export function About({ value, onChange, problem }) {
  const set = (name) => (next) => onChange({ ...value, [name]: next });
  const pick = (category) => onChange((category === value.category ? value : { ...value, category, attributes: {} }));
  return html`<section class="card" aria-labelledby="what"><h2 id="what">${t("goods:what")}</h2>
    <${Text} label=${t("goods:name")} name="title" value=${value.title} onChange=${set("title")} problem=${problem} maxlength="120" required />
    <${Text} label=${t("goods:description")} name="description" value=${value.description} onChange=${set("description")} problem=${problem} lines=${5} maxlength="5000" />
    <${Category} value=${value.category} onChange=${pick} problem=${problem} />
    ${value.category ? html`<${Attributes} category=${value.category} value=${value.attributes} onChange=${set("attributes")} problem=${problem} key=${value.category} />` : null}
  </section>`;
}

const named = (one) => one[language.get()] ?? one.zh;

/** A category, chosen level by level out of the whole tree, which is small and asked for once. */
function Category({ value, onChange, problem }) {
  const tree = useLoaded(() => get("/categories", {}, { open: true }), []);
  const all = tree.data?.items ?? [];
  const line = [];
  for (let slug = value; slug;) { line.unshift(slug); slug = all.find((one) => one.slug === slug)?.parent; }
  const levels = [null, ...line].map((parent) => all.filter((one) => (one.parent ?? null) === parent)).filter((some, at) => at === 0 || some.length);
  return levels.map((some, at) => html`<${Select} key=${at} label=${at === 0 ? t("goods:category") : t("goods:within", { name: named(all.find((one) => one.slug === line[at - 1])) })} name="category" value=${line[at] ?? ""} required
    onChange=${(slug) => onChange(slug || line[at - 1] || "")} problem=${at === levels.length - 1 ? problem : null}
    options=${[["", tree.loading ? t("frame:loading") : t(at === 0 ? "frame:choose" : "goods:any")], ...some.map((one) => [one.slug, named(one)])]} />`);
}

/** The fields of a category's schema. */
function Attributes({ category, value, onChange, problem }) {
  const told = useLoaded(() => get(`/categories/${category}`, {}, { open: true }), [category]);
  const set = (slug, text) => {
    const { [slug]: _, ...others } = value;
    onChange(text === "" ? others : { ...others, [slug]: text });
  };
  const asked = [...(told.data?.attributes ?? [])].sort((a, b) => b.required - a.required);
  return asked.map((one) => html`<${Attribute} key=${one.slug} of=${one} value=${value[one.slug] ?? ""} onChange=${(text) => set(one.slug, text)} problem=${problem} />`);
}

function Attribute({ of, value, onChange, problem }) {
  const about = { name: `attributes.${of.slug}`, value, onChange, problem, label: of.required ? named(of) : t("goods:optional", { name: named(of) }), required: of.required };
  const choices = of.kind === "yes_no" ? [["yes", t("goods:yes")], ["no", t("goods:no")]] : of.choices.map((one) => [one.slug, named(one)]);
  if (of.kind === "choice" || of.kind === "yes_no") return html`<${Select} ...${about} options=${[["", t("frame:choose")], ...choices]} />`;
  if (of.kind === "number") return html`<${Text} ...${about} inputmode="decimal" hint=${of.unit ? t("goods:in_unit", { unit: of.unit }) : undefined} />`;
  return html`<${Text} ...${about} maxlength="200" />`;
}
