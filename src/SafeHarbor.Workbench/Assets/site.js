// Small help where scripts are on; every page works without.
"use strict";
(() => {
  document.documentElement.classList.add("scripted");

  // Leaving quickly: the page is replaced, so that going back does not show it again.
  const exit = document.getElementById("exit");
  if (exit) {
    const away = () => location.replace(exit.href);
    // Each answer of a conversation has a place in the history. Every one is marked, so that none of them shows the page again.
    if (history.state?.left) away();
    const leave = () => {
      document.body.replaceChildren();
      document.title = "…";
      let places = history.state?.depth;
      if (places === undefined) return away();
      setTimeout(away, 1500);
      addEventListener("popstate", e => {
        e.stopImmediatePropagation();
        if (places-- <= 0) return away();
        history.replaceState({ left: true }, "");
        history.back();
      }, { capture: true });
      // What lies ahead goes with a new place; then back through all of them to the first, which is replaced.
      history.pushState({ left: true }, "");
      history.back();
    };
    exit.addEventListener("click", e => { e.preventDefault(); leave(); });
    let last = -Infinity;
    addEventListener("keydown", e => {
      if (e.key !== "Escape") return;
      const now = performance.now();
      if (now - last < 800) leave();
      last = now;
    });
  }

  // Printing shows what is folded away.
  addEventListener("beforeprint", () => document.querySelectorAll("details:not([open])").forEach(d => { d.open = true; d.dataset.forPrint = ""; }));
  addEventListener("afterprint", () => document.querySelectorAll("details[data-for-print]").forEach(d => { d.open = false; delete d.dataset.forPrint; }));
})();
