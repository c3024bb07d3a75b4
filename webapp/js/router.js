/** Which screen is shown: by what stands behind the #, so that one page serves all and the shell works offline. */
import { observed } from "./state.js";

const routes = [];

/** Make a part's routes known: `{path: "/orders/:id", load, words, open, bare}`. */
export function register(part) {
  for (const route of part) {
    const names = [];
    const pattern = route.path.replace(/:(\w+)/g, (_, name) => { names.push(name); return "([^/]+)"; });
    routes.push({ ...route, names, pattern: new RegExp(`^${pattern}/?$`) });
  }
}

function read() {
  const [path, search = ""] = (location.hash.slice(1) || "/").split("?");
  return { path: path.startsWith("/") ? path : `/${path}`, query: Object.fromEntries(new URLSearchParams(search)) };
}

/** The place: `{path, query}`. */
export const here = observed(read());
addEventListener("hashchange", () => here.set(read()));

/** The route of a path and what it names, or null. */
export function match(path) {
  for (const route of routes) {
    const found = route.pattern.exec(path);
    if (found) {
      const values = found.slice(1).map(decodeURIComponent);
      return { route, params: Object.fromEntries(route.names.map((name, at) => [name, values[at]])) };
    }
  }
  return null;
}

/** The address of a place, for `href`. */
export function to(path, query) {
  const words = new URLSearchParams(Object.entries(query ?? {}).filter(([, value]) => value != null && value !== ""));
  return `#${path}${words.size ? `?${words}` : ""}`;
}

let depth = 0;

/** Go somewhere; with `instead` the back button skips where one was. */
export function go(path, { query, instead = false } = {}) {
  const target = to(path, query);
  if (instead) location.replace(target);
  else { depth += 1; location.hash = target; }
}

/** Back to where one came from, else up. */
export function back(up = "/") {
  if (history.length > 1 && (depth > 0 || document.referrer)) history.back();
  else go(up, { instead: true });
}
