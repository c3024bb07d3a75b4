/** What hardly changes and many screens name: categories and regions. Each is asked for once. */
import { get } from "../../api.js";
import { language } from "../../i18n.js";
import { html, useEffect, useState } from "../../ui/html.js";

const kept = new Map();

function once(path, query) {
  const name = JSON.stringify([path, query]);
  if (!kept.has(name)) {
    const asked = get(path, query, { open: true }).then(({ items }) => items);
    asked.catch(() => kept.delete(name));
    kept.set(name, asked);
  }
  return kept.get(name);
}

function useKnown(path, query, wanted = true) {
  const [items, setItems] = useState([]);
  useEffect(() => {
    let here = true;
    if (wanted) once(path, query).then((found) => here && setItems(found), () => {});
    return () => { here = false; };
  }, [path, JSON.stringify(query), wanted]);
  return items;
}

/** The tree of categories, parents before their children. */
export const useCategories = () => useKnown("/categories", {});

/** A category's name in the language that is spoken. */
export const called = (category) => category[language.get()] ?? category.en;

/** The categories as choices, those below another one set in. */
export function categoryChoices(categories) {
  const depth = new Map();
  for (const one of categories) depth.set(one.slug, one.parent ? (depth.get(one.parent) ?? 0) + 1 : 0);
  const below = (parent) => categories.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.slug)]);
  return below(null).map((one) => [one.slug, `${"\u2003".repeat(depth.get(one.slug))}${called(one)}`]);
}

export function CategoryName({ of }) {
  const found = useCategories().find((one) => one.slug === of);
  return html`<span>${found ? called(found) : "…"}</span>`;
}

export const useProvinces = () => useKnown("/regions", {});

/** A county by its province and city: near enough to know how far it is. */
export function RegionName({ of }) {
  const province = useProvinces().find((one) => one.code.slice(0, 2) === of?.slice(0, 2));
  const city = useKnown("/regions", { parent: of?.slice(0, 2) }, Boolean(of)).find((one) => one.code.slice(0, 4) === of?.slice(0, 4));
  if (!of) return null;
  const names = [province?.name, city?.name].filter(Boolean);
  return html`<span>${names.length ? names.join(" ") : "…"}</span>`;
}
