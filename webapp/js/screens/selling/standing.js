/** What she may do in a store. */
import { refreshWorkplaces } from "../../session.js";
import { useObserved, workplaces } from "../../state.js";
import { useEffect } from "../../ui/html.js";

const PATIENCE = 5_000;

/** Her place in a store, and `may(scope)`. Until that is known she may nothing. */
export function useStanding(store) {
  const places = useObserved(workplaces);
  useEffect(() => {  // whoever signs in is told of them; that may have failed
    if (places !== null) return undefined;
    const timer = setTimeout(() => refreshWorkplaces().catch(() => {}), PATIENCE);
    return () => clearTimeout(timer);
  }, [places === null]);
  const place = places?.find((one) => one.store_id === store) ?? null;
  return { known: places !== null, place, may: (scope) => Boolean(place?.scopes.includes(scope)) };
}
