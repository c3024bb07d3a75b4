/** What she may do in a store. */
import { useObserved, workplaces } from "../../state.js";

/** Her place in a store, and `may(scope)`. Until that is known she may nothing. */
export function useStanding(store) {
  const places = useObserved(workplaces);
  const place = places?.find((one) => one.store_id === store) ?? null;
  return { known: places !== null, place, may: (scope) => Boolean(place?.scopes.includes(scope)) };
}
