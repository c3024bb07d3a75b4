/** What the whole client knows: a few values, and who wants to hear when one changes. */
import { useEffect, useState } from "./ui/html.js";

/** A value that tells when it changes. */
export function observed(initial) {
  let value = initial;
  const listeners = new Set();
  return {
    get: () => value,
    set(next) {
      const made = typeof next === "function" ? next(value) : next;
      if (Object.is(made, value)) return;
      value = made;
      for (const listener of [...listeners]) listener(value);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The value of something observed, in a component that is drawn anew when it changes. */
export function useObserved(one) {
  const [value, set] = useState(one.get());
  useEffect(() => {
    set(one.get());
    return one.listen(set);
  }, [one]);
  return value;
}

/** Who is signed in: undefined while that isn't known yet, null when nobody is, else her profile. */
export const me = observed(undefined);
/** The stores in which she works, each with what she may do there; null until they are loaded. */
export const workplaces = observed(null);
/** How many things lie in her cart, and how many notifications and messages of stores she hasn't read. */
export const counts = observed({ cart: 0, unread: 0, chats: 0 });
export const online = observed(navigator.onLine);
addEventListener("online", () => online.set(true));
addEventListener("offline", () => online.set(false));
