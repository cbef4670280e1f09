// The door's service worker: the page and what it is drawn with come from the network, and from what was kept of them without one.
const KEPT = "door-2";
// One view for each showing, each under its own address; the page names them, with its scripts and styles, when it is loaded.
const keep = async (addresses) => {
  const kept = await caches.open(KEPT);
  const missed = await Promise.all(
    addresses.map(async (address) => {
      try {
        const response = await fetch(address);
        if (!response.ok || response.redirected) return true;
        await kept.put(address, response);
        return false;
      } catch {
        return true;
      }
    }),
  );
  return !missed.includes(true);
};
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(caches.delete("door-1").then(() => self.clients.claim())));
self.addEventListener("message", (event) => {
  if (!Array.isArray(event.data?.keep)) return;
  event.waitUntil(keep(event.data.keep).then((isReady) => event.ports[0]?.postMessage({ isReady })));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(
    (async () => {
      const kept = await caches.open(KEPT);
      try {
        const response = await fetch(request);
        if (response.ok && !response.redirected) await kept.put(request, response.clone());
        else if (request.mode === "navigate") await caches.delete(KEPT); // signed out, or no longer theirs
        return response;
      } catch (error) {
        const known = await kept.match(request, { ignoreVary: true });
        if (known) return known;
        throw error;
      }
    })(),
  );
});
