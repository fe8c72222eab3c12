// Does what a server would, on a copy of the site that has none: searching, and going to what a form asks for.
"use strict";
(() => {
  const base = document.documentElement.dataset.base ?? "/";
  const note = document.getElementById("static-note");

  const pickers = { "compare": pick => [pick.get("first"), pick.get("second")].sort(), "child": pick => [pick.get("in"), "child"] };
  for (const form of document.querySelectorAll("form[method=get]")) {
    const kind = form.getAttribute("action")?.slice(base.length).replace(/\/$/, "");
    if (!pickers[kind]) continue;
    form.addEventListener("submit", async e => {
      e.preventDefault();
      const parts = pickers[kind](new FormData(form));
      const address = base + (kind === "compare" ? ["compare", ...parts] : parts).join("/") + "/";
      const held = parts[0] !== parts[1] && (await fetch(address, { method: "HEAD" }).catch(() => ({ ok: false }))).ok;
      if (held) { location.assign(address); return; }
      const told = form.querySelector("[role=alert]") ?? form.appendChild(Object.assign(document.createElement("p"), { role: "alert", className: "note" }));
      told.textContent = parts[0] === parts[1] ? "Choose two different states." : "This copy of the site does not hold this pair. Those that it holds are listed below.";
    });
  }
  if (pickers[location.pathname.slice(base.length).replace(/\/$/, "")] || document.getElementById("interview")) note?.remove();

  const list = document.querySelector("ol.hits"), asked = document.getElementById("asked");
  if (!list || !asked) return;
  const words = text => [...new Set(text.toLowerCase().split(/[ ,;“”"]+/).filter(w => w))].slice(0, 8);
  const isLetter = c => c !== undefined && /[\p{L}\p{Nd}]/u.test(c);
  const hasWord = (text, word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true;
    return false;
  };
  // The same weights as the server's.
  const weight = (word, title, text) => title === word ? 40 : hasWord(title, word) ? 12 : title.includes(word) ? 6 : hasWord(text, word) ? 3 : text.includes(word) ? 1 : 0;
  const find = (hits, text) => {
    const all = words(text);
    if (!all.length) return [];
    return hits.map(hit => {
      const weights = all.map(w => weight(w, hit[0].toLowerCase(), hit[2].toLowerCase()));
      return [hit, weights.includes(0) ? 0 : weights.reduce((a, b) => a + b, 1)];
    }).filter(h => h[1] > 0).sort((a, b) => b[1] - a[1] || (a[0][0] < b[0][0] ? -1 : 1)).map(h => h[0]);
  };
  const show = text => fetch(base + "search-index.json").then(r => r.ok ? r.json() : Promise.reject(r.status)).then(index => {
    const hits = find(index.hits, text), most = 60;
    let status = document.querySelector("main [role=status]");
    if (!status) list.before(status = Object.assign(document.createElement("p"), { role: "status" }));
    status.textContent = !hits.length ? "Nothing was found. Try fewer or other words." : `${hits.length} ${hits.length === 1 ? "place" : "places"} found${hits.length > most ? `; the ${most} nearest are shown` : ""}.`;
    list.replaceChildren(...hits.slice(0, most).map(([title, kind, body, address]) => {
      const item = document.createElement("li"), link = Object.assign(document.createElement("a"), { href: base + address.slice(1) + "/", textContent: title });
      item.append(link, " ", Object.assign(document.createElement("span"), { className: "quiet", textContent: kind }), document.createElement("br"), body);
      return item;
    }));
    note?.remove();
  }).catch(() => { /* The note says what is needed. */ });
  asked.value = (new URLSearchParams(location.search).get("q") ?? "").trim().slice(0, 80);
  if (asked.value) show(asked.value);
  else note?.remove();
  asked.form.addEventListener("submit", e => {
    e.preventDefault();
    history.replaceState(null, "", "?q=" + encodeURIComponent(asked.value));
    show(asked.value.trim());
  });
})();
