/** Something is looked at again while it may change and somebody sees it. */
import { useEffect } from "../../ui/html.js";

/** While `waiting`, do `look` every so many milliseconds; not when the page is hidden, and no more once it is left. */
export function useAgain(waiting, look, every = 3_000) {
  useEffect(() => {
    if (!waiting) return undefined;
    const turn = setInterval(() => { if (document.visibilityState === "visible") look(); }, every);
    return () => clearInterval(turn);
  }, [waiting]);
}
