// Small help where scripts are on; every page works without.
"use strict";
(() => {
  document.documentElement.classList.add("scripted");

  // Leaving quickly: the page is replaced, so that going back does not show it again.
  const exit = document.getElementById("exit");
  if (exit) {
    const leave = () => { document.body.replaceChildren(); location.replace(exit.href); };
    exit.addEventListener("click", e => { e.preventDefault(); leave(); });
    let last = 0;
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
