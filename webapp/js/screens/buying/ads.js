/** Ads as their API asks it: shown by consent, told once when they were looked at, followed by their click. */
import { get, post, put } from "../../api.js";
import { at } from "../../place.js";
import { go } from "../../router.js";
import { me } from "../../state.js";
import { useEffect, useRef } from "../../ui/html.js";

const VISITOR = "guanxi:visitor";
const CONSENT = "guanxi:ads";
/** What the Media Rating Council calls viewable: so much of the pixels, for so long in a row. */
const HALF = 0.5;
const LOOKED = 1_000;
const AT_ONCE = 20;
const told = new Set();
const waiting = new Set();
let sending = null;
let last = null;

/** "yes", "no", or null while nobody has been asked. A browser that asks not to be followed has said no. */
export const consent = () => (navigator.globalPrivacyControl ? "no" : localStorage.getItem(CONSENT));

/** Keep the answer; who says yes is remembered under the id by which the ads know this browser. */
export async function decide(agreed) {
  const visitor = localStorage.getItem(VISITOR) ?? last;
  localStorage.setItem(CONSENT, agreed ? "yes" : "no");
  if (agreed && visitor) localStorage.setItem(VISITOR, visitor);
  else localStorage.removeItem(VISITOR);
  if (!visitor) return;
  await put("/ads/consent", { visitor, consent: agreed }, { open: true }).catch(() => {});
  if (agreed && me.get()) await post("/ads/visitor", { visitor }).catch(() => {});
}

/** The ads of a placement. The browser's id is sent along and kept only where that was agreed to. */
export async function displayed(placement, category) {
  const visitor = consent() === "yes" ? localStorage.getItem(VISITOR) : null;
  const found = await get("/ads/display", { placement, category, visitor }, { open: true });
  last = found.visitor;
  if (consent() === "yes" && found.visitor !== visitor) {
    localStorage.setItem(VISITOR, found.visitor);
    await put("/ads/consent", { visitor: found.visitor, consent: true }, { open: true }).catch(() => {});
  }
  return found.items;
}

/** Tell that somebody who agreed looked at goods. */
export function looked(listing) {
  const visitor = localStorage.getItem(VISITOR);
  if (consent() === "yes" && visitor) post("/ads/looks", { visitor, listing_id: listing }, { open: true }).catch(() => {});
}

function tell(token) {
  if (told.has(token)) return;
  told.add(token);
  waiting.add(token);
  sending ??= setTimeout(() => {
    sending = null;
    const tokens = [...waiting].slice(0, AT_ONCE);
    for (const one of tokens) waiting.delete(one);
    post("/ads/impressions", { tokens }, { open: true }).catch(() => {});
  }, 400);
}

/** A ref for an ad: half of its pixels in view for a second in a row, on a page that is seen, are a look, told once. */
export function useLook(token) {
  const shown = useRef(null);
  useEffect(() => {
    if (!token || !shown.current) return undefined;
    let timer = null;
    let inView = false;
    const weigh = () => {
      clearTimeout(timer);
      if (inView && !document.hidden) timer = setTimeout(() => { tell(token); stop(); }, LOOKED);
    };
    const watch = new IntersectionObserver((entries) => {
      inView = entries.at(-1).intersectionRatio >= HALF;
      weigh();
    }, { threshold: HALF });
    const stop = () => { clearTimeout(timer); watch.disconnect(); document.removeEventListener("visibilitychange", weigh); };
    watch.observe(shown.current);
    document.addEventListener("visibilitychange", weigh);
    return stop;
  }, [token]);
  return shown;
}

/** Go to the goods of an ad among what was found: who is signed in by the app, else by the ad's own link. */
export function follow(event, hit) {
  if (!me.get()) return;  // the link's own address counts the click
  event.preventDefault();
  const token = hit.ad.path.split("/").pop();
  post("/ads/clicks", { token }).catch(() => {});
  go(`/goods/${hit.id}`);
}

/** The address of an ad's click, for its link. */
export const clicked = (hit) => at(hit.ad.path);
