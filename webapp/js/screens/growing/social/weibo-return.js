/**
 * The way back from Weibo, which knows this client's address but not the place in it: it adds `?code=…&state=…`. The
 * store for which it was asked is remembered by this browser meanwhile.
 */
const KEPT = "guanxi:weibo";

/** Remember for which store Weibo was asked. */
export const remember = (store) => sessionStorage.setItem(KEPT, store);

/** When Weibo has just sent her back: go on where she left, with what it gave. */
export function comeBack() {
  const given = new URLSearchParams(location.search);
  const store = sessionStorage.getItem(KEPT);
  if (!store || !given.has("code") || !given.has("state")) return;
  sessionStorage.removeItem(KEPT);
  const told = new URLSearchParams({ code: given.get("code"), state: given.get("state") });
  given.delete("code");
  given.delete("state");
  history.replaceState(history.state, "", `${location.pathname}${given.size ? `?${given}` : ""}#/sell/${store}/social?${told}`);
  dispatchEvent(new HashChangeEvent("hashchange"));
}
