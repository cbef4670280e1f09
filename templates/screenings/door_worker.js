// The door's service worker: the page and what it is drawn with come from the network, and from what was kept of them without one.
const KEPT = "door-1";
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
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
        const known = (await kept.match(request)) ?? (request.mode === "navigate" && (await kept.match(request, { ignoreSearch: true })));
        if (known) return known;
        throw error;
      }
    })(),
  );
});
