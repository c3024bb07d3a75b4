/** The offers of a conversation: what became of each, by what was said last of it; those that still matter are read. */
import { get } from "../../api.js";
import { useEffect, useState } from "../../ui/html.js";

const MATTER = new Set(["pending", "accepted"]);

/** `{last, of, set}`: the number of the message that says last what became of an offer, and the offer itself. */
export function useOffers(conversation, messages) {
  const [known, setKnown] = useState({});
  const last = {};
  for (const one of messages) if (one.kind === "offer" && one.card) last[one.card.id] = one;
  const wanted = Object.values(last).filter((one) => MATTER.has(one.card.state) && known[one.card.id]?.state !== one.card.state).map((one) => one.card.id);
  const set = (offer) => setKnown((was) => ({ ...was, [offer.id]: offer }));
  useEffect(() => {
    let gone = false;
    for (const id of wanted) get(`/conversations/${conversation}/offers/${id}`).then((offer) => { if (!gone) set(offer); }).catch(() => {});
    return () => { gone = true; };
  }, [conversation, wanted.join()]);
  return { last: (id) => last[id]?.seq, of: (id) => known[id], set };
}
