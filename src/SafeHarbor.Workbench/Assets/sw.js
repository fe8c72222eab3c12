// Serves the pages that a responder chose to keep, where there is no network. Everything else goes to the network untouched.
"use strict";
self.addEventListener("fetch", event => {
  if (event.request.method !== "GET" || new URL(event.request.url).origin !== location.origin) return;
  event.respondWith((async () => {
    try {
      return await fetch(event.request);
    } catch (failure) {
      const kept = await (await caches.open("safeharbor-child")).match(event.request, { ignoreSearch: true, ignoreVary: true });
      if (kept) return kept;
      throw failure;
    }
  })());
});
