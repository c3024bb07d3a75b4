/** What hardly changes and many screens name: categories and regions. Each is asked for once. */
import { get } from "../../api.js";
import { language } from "../../i18n.js";
import { html, useEffect, useState } from "../../ui/html.js";

const asked = new Map();
const known = new Map();
const nameOf = (path, query) => JSON.stringify([path, query]);
const NONE = [];

function once(path, query) {
  const name = nameOf(path, query);
  if (!asked.has(name)) {
    const asking = get(path, query, { open: true }).then(({ items }) => { known.set(name, items); return items; });
    asking.catch(() => asked.delete(name));
    asked.set(name, asking);
  }
  return asked.get(name);
}

function useKnown(path, query, wanted = true) {
  const name = nameOf(path, query);
  const [, drawn] = useState(0);
  useEffect(() => {
    let here = true;
    if (wanted && !known.has(name)) once(path, query).then(() => here && drawn((count) => count + 1), () => {});
    return () => { here = false; };
  }, [name, wanted]);
  return (wanted && known.get(name)) || NONE;
}

const cityOf = (region) => ({ parent: region.slice(0, 2) });

/** Have the names of categories and of these regions at hand before they are drawn, so that nothing moves then. */
export async function named(...regions) {
  const provinces = new Map(regions.filter(Boolean).map((one) => [one.slice(0, 2), cityOf(one)]));
  const asking = [once("/categories", {}), once("/regions", {}), ...[...provinces.values()].map((query) => once("/regions", query))];
  await Promise.allSettled(asking);
}

/** The tree of categories, parents before their children. */
export const useCategories = () => useKnown("/categories", {});

/** A category's name in the language that is spoken. */
export const called = (category) => category[language.get()] ?? category.en;

/** The categories as choices, those below another one set in. */
export function categoryChoices(categories) {
  const below = (parent, depth) => categories.filter((one) => one.parent === parent).flatMap((one) => [[one.slug, `${"\u2003".repeat(depth)}${called(one)}`], ...below(one.slug, depth + 1)]);
  return below(null, 0);
}

export function CategoryName({ of }) {
  const found = useCategories().find((one) => one.slug === of);
  return html`<span>${found ? called(found) : "…"}</span>`;
}

/** A county by its province and city: near enough to know how far it is. */
export function RegionName({ of }) {
  const province = useKnown("/regions", {}).find((one) => one.code.slice(0, 2) === of?.slice(0, 2));
  const city = useKnown("/regions", cityOf(of ?? ""), Boolean(of)).find((one) => one.code.slice(0, 4) === of?.slice(0, 4));
  if (!of) return null;
  const names = [province?.name, city?.name].filter(Boolean);
  return html`<span>${names.length ? names.join(" ") : "…"}</span>`;
}
