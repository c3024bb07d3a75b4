/** Being told on this device while no page is open: by the push service of its browser, if one says so. */
import { get, newKey, post, remove } from "./api.js";
import { language } from "./i18n.js";

const KEPT = "guanxi:push-device";

/** Whether this browser can be told. On an iPhone it can once the client is on the home screen. */
export const possible = () => "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

async function subscription() {
  const worker = await navigator.serviceWorker.getRegistration();
  return (await worker?.pushManager.getSubscription()) ?? null;
}

/** `{on, denied}`: known at once, so that nothing on the screen moves. */
export const standing = () => ({
  on: Notification.permission === "granted" && Boolean(localStorage.getItem(KEPT)),
  denied: Notification.permission === "denied",
});

/** Ask the person, then subscribe. Answers whether she is told now: she may say no, and a stage may tell nobody. */
export async function begin() {
  const { key } = await get("/push-key");
  if (!key || (await Notification.requestPermission()) !== "granted") return false;
  const worker = await navigator.serviceWorker.ready;
  await tell((await subscription()) ?? (await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) })));
  return true;
}

/** Tell the API again what this browser is subscribed by: a push service may change it. */
export async function renew() {
  if (!possible() || Notification.permission !== "granted" || !localStorage.getItem(KEPT)) return;
  const known = await subscription();
  if (known) await tell(known);
}

/** Be told here no more. */
export async function end() {
  const device = localStorage.getItem(KEPT);
  if (!device) return;
  localStorage.removeItem(KEPT);
  await (await subscription())?.unsubscribe();
  await remove(`/push-devices/${device}`).catch((problem) => {
    if (problem.status !== 404) throw problem;
  });
}

async function tell(known) {
  const { endpoint, keys } = known.toJSON();
  const wish = { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth }, language: language.get() };
  localStorage.setItem(KEPT, (await post("/push-subscriptions", wish, { key: newKey() })).id);
}

/** The bytes of a key in base64url. */
function bytes(key) {
  const text = atob(key.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (one) => one.charCodeAt(0));
}
