/** The offers of a conversation: what became of each, by what was said last of it; those that still matter are read. */
import { get } from "../../api.js";
import { useEffect, useState } from "../../ui/html.js";

const MATTER = new Set(["pending", "accepted"]);

/**
 * `{last, of, set}`: the number of the message that says last what became of an offer, and the offer itself.
 *
 * An offer that is answered by another one isn't told of again: whenever one more was said those that wait are read anew.
 */
export function useOffers(conversation, messages) {
  const [known, setKnown] = useState({});
  const last = {};
  let count = 0;
  for (const one of messages) if (one.kind === "offer" && one.card) { last[one.card.id] = one; count += 1; }
  const stale = ({ id, state }) => {
    const told = known[id];
    if (!told) return MATTER.has(state);
    return told.count < count && (told.offer?.state === "pending" || (MATTER.has(state) && told.offer?.state !== state));
  };
  const wanted = Object.values(last).map((one) => one.card).filter(stale).map((card) => card.id);
  const set = (offer, at = count) => setKnown((was) => ({ ...was, [offer.id]: { offer, count: at } }));
  useEffect(() => {
    let gone = false;
    const missed = (id) => setKnown((was) => ({ ...was, [id]: { offer: was[id]?.offer, count } }));
    for (const id of wanted) {
      get(`/conversations/${conversation}/offers/${id}`).then((offer) => { if (!gone) set(offer, count); }, () => { if (!gone) missed(id); });
    }
    return () => { gone = true; };
  }, [conversation, count, wanted.join()]);
  return { last: (id) => last[id]?.seq, of: (id) => known[id]?.offer, asked: (id) => id in known, set };
}
