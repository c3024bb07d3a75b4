// Keeps the web client for when there is no network, and shows what the server pushes.
// Whatever else is asked for (the API, the photos) goes past it and is never kept.
"use strict";

const SITE = {{ site | tojson }};
const OURS = "guanxi-site-";
const KEPT = OURS + {{ version | tojson }};
const OVERWRITTEN = {{ overwritten | tojson }}; // may the files change under the same address?
const SHELL = new URL("app", registration.scope).href;

addEventListener("install", (event) => event.waitUntil(keep().then(() => skipWaiting())));

addEventListener("activate", (event) => event.waitUntil(dropOthers().then(() => clients.claim())));

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.url.startsWith(SITE + "/")) event.respondWith(fileOf(request));
  else if (request.mode === "navigate" && isShell(request.url)) event.respondWith(shellOf(request));
});

addEventListener("push", (event) => {
  const told = read(event.data);
  event.waitUntil(
    registration.showNotification(told.title || "Guanxi", {
      body: told.body || "",
      icon: SITE + "/icons/icon-192.png",
      tag: told.url || undefined,
      data: { url: addressOf(told.url) },
    }),
  );
});

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show((event.notification.data || {}).url || SHELL));
});

// All of it or nothing: half a client would be worse than none. A shell of another version than this worker's
// means that a new one is being deployed; the browser tries again at the next visit.
async function keep() {
  const shell = await fetch(SHELL, { cache: "no-cache" });
  if (!shell.ok || !(await shell.clone().text()).includes(SITE)) throw new Error("The shell is of another version.");
  const listed = await fetch(SITE + "/files.json");
  if (!listed.ok) throw new Error("There is no list of files.");
  const cache = await caches.open(KEPT);
  const paths = await listed.json();
  await cache.addAll(paths.map((path) => new Request(`${SITE}/${path}`, { mode: "cors", credentials: "omit" })));
  await cache.put(SHELL, shell);
}

async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== KEPT).map((name) => caches.delete(name)));
}

async function fileOf(request) {
  const cache = await caches.open(KEPT);
  const kept = () => cache.match(request, { ignoreVary: true });
  if (OVERWRITTEN) return fetch(request).catch(async (error) => (await kept()) || Promise.reject(error));
  return (await kept()) || fetch(request);
}

// The kept shell stays the one of this worker's version: one that names newer files would find none offline.
async function shellOf(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const cache = await caches.open(KEPT);
    const shell = await cache.match(SHELL);
    if (shell) return shell;
    throw error;
  }
}

function isShell(url) {
  const asked = new URL(url);
  return asked.origin + asked.pathname === SHELL;
}

function read(data) {
  try {
    return (data && data.json()) || {};
  } catch {
    return {};
  }
}

// Only to pages of ours, whatever was pushed.
function addressOf(url) {
  try {
    const address = new URL(url || SHELL, registration.scope).href;
    return address.startsWith(registration.scope) ? address : SHELL;
  } catch {
    return SHELL;
  }
}

async function show(url) {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.find((one) => one.url === url) || windows.find((one) => isShell(one.url));
  if (!open) return clients.openWindow(url);
  await open.focus();
  return open.url === url ? open : open.navigate(url).catch(() => clients.openWindow(url));
}
