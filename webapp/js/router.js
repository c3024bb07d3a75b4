/** Which screen is shown: by what stands behind the #, so that one page serves all and the shell works offline. */
import { observed } from "./state.js";
import { mayLeave, question, somethingUnsaved } from "./unsaved.js";

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

/** Which of the visited places this is, counted from the first: kept with the place, so Back and Forward tell it. */
let stands = history.state?.stands ?? 0;
history.replaceState({ ...history.state, stands }, "");
let returning = null;
let allowed = false;

addEventListener("hashchange", async () => {
  if (returning) return returning();
  if (allowed || !somethingUnsaved()) return arrive(history.state?.stands ?? stands + 1);
  const steps = (history.state?.stands ?? stands + 1) - stands;
  const asked = question.get();
  await step(-steps);
  if (asked || !(await mayLeave())) return undefined;
  await step(steps);
  return arrive(stands + steps);
});

/** So many places back or on, without going anywhere by it. */
function step(places) {
  if (!places) return undefined;
  return new Promise((resolve) => {
    returning = () => { returning = null; resolve(); };
    history.go(places);
  });
}

function arrive(place) {
  stands = place;
  allowed = false;
  history.replaceState({ ...history.state, stands }, "");
  here.set(read());
}

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
export async function go(path, { query, instead = false } = {}) {
  const target = to(path, query);
  if (!(await mayLeave())) return;
  if (instead) {
    history.replaceState({ stands }, "", target);
    here.set(read());
  } else if (location.hash !== target) {
    depth += 1;
    allowed = true;
    location.hash = target;
  }
}

/** Back to where one came from, else up. */
export function back(up = "/") {
  if (history.length > 1 && (depth > 0 || document.referrer)) history.back();
  else go(up, { instead: true });
}
