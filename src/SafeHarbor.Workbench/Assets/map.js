// Moves the map of the country between days without a new page. Without this script the row of days does the same by links.
"use strict";
(() => {
  const years = document.getElementById("years"), tiles = document.querySelectorAll("#map > .tile"), rows = document.querySelectorAll("#map-rows > tr"), title = document.getElementById("map-day");
  if (!years || !title) return;
  const base = document.documentElement.dataset.base ?? "/";

  fetch(years.dataset.map).then(r => r.ok ? r.json() : Promise.reject(r.status)).then(map => {
    if (map.schema !== "safeharbor/map/1" || map.days[0].tiles.length !== tiles.length) return;
    const last = map.days.length - 1, start = map.days.findIndex(d => d.day === years.dataset.shown);
    if (start < 0) return;
    const label = Object.assign(document.createElement("label"), { htmlFor: "day", textContent: "Move the map in time" });
    const range = Object.assign(document.createElement("input"), { type: "range", id: "day", min: 0, max: last, step: 1, value: start });
    const output = Object.assign(document.createElement("output"), { htmlFor: "day" });
    const slider = document.createElement("div");
    slider.className = "slider";
    slider.append(label, range, output);
    years.before(slider);
    const links = years.querySelectorAll("a");

    const show = at => {
      const day = map.days[at];
      range.setAttribute("aria-valuetext", day.said);
      output.textContent = title.textContent = day.said;
      tiles.forEach((tile, i) => {
        const [atLeast, atMost, shade] = day.tiles[i], link = tile.querySelector("a");
        tile.className = tile.className.replace(/shade-\w+/, "shade-" + shade);
        if (!link) return;
        const most = document.createElement("span");
        most.className = "most";
        most.textContent = atMost > atLeast ? `–${atMost}` : "";
        link.querySelector(".count").replaceChildren(String(atLeast), most);
        link.href = base + map.ids[i] + (at === last ? "" : "/on/" + day.day);
      });
      rows.forEach((row, i) => row.querySelectorAll("td").forEach((cell, k) => { cell.textContent = day.rows[i][k]; }));
      links.forEach((link, i) => i === at ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"));
    };
    range.addEventListener("input", () => show(Number(range.value)));
    show(start);
  }).catch(() => { /* The row of days works without. */ });
})();
