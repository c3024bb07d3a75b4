/** Goods that are shown in conversations, each asked for once: `{listing}`, or nothing when they are on sale no more. */
import { get } from "../../api.js";
import { useEffect, useState } from "../../ui/html.js";

const MOST_KEPT = 100;
const kept = new Map();

function goods(id) {
  if (!kept.has(id)) {
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value);
    kept.set(id, get(`/listings/${id}`).catch((problem) => {
      if (problem.status !== 404) kept.delete(id);
      return null;
    }));
  }
  return kept.get(id);
}

/** The listing of an id: undefined while it is asked for, null when it isn't there to be seen. */
export function useGoods(id) {
  const [listing, setListing] = useState(undefined);
  useEffect(() => {
    let gone = false;
    setListing(undefined);
    if (id) goods(id).then((found) => { if (!gone) setListing(found); });
    return () => { gone = true; };
  }, [id]);
  return listing;
}
