/** The tree of categories, loaded once, and the words of its attributes. */
import { get } from "../../api.js";
import { language } from "../../i18n.js";

let tree = null;
const details = new Map();

/** All categories. */
export function categories() {
  tree ??= get("/categories", null, { open: true }).then((told) => told.items).catch((error) => { tree = null; throw error; });
  return tree;
}

/** A category with all that is told of its goods. */
export function category(slug) {
  if (!details.has(slug)) {
    details.set(slug, get(`/categories/${slug}`, null, { open: true }).catch((error) => { details.delete(slug); throw error; }));
  }
  return details.get(slug);
}

/** What something that has names in both languages is called. */
export const called = (one) => one[language.get()] ?? one.en;
