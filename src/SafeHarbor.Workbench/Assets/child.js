// A conversation about one child, answered by this browser alone. Nothing is sent and nothing is stored: the answers live in
// this page's memory and are gone with it. Without this script the form does the same on the server.
"use strict";
(() => {
  const root = document.getElementById("interview");
  if (!root) return;
  const base = document.documentElement.dataset.base ?? "/";

  const YES = 1, ARGUABLE = 2, NO = 4, NOT_KNOWN = 8;

  /** Verdicts of a law on a child of whom some facts are known. The same two evaluators as the server's, for a browser. */
  class Law {
    constructor(program) {
      Object.assign(this, program);
      this.visited = new Int32Array(this.nodes.length + 2);
      this.visit = 0;
      this.classes = this.facts.map(f => Math.max(...f.classOf) + 1);
      this.support = this.questions.map(q => this.supportOf(q.sets));
    }

    supportOf(sets) {
      const seen = new Set(), facts = new Set(), stack = [...sets];
      while (stack.length) {
        const id = stack.pop();
        if (id < 2 || seen.has(id)) continue;
        seen.add(id);
        const node = this.nodes[id - 2];
        facts.add(node[0]);
        for (let i = 1; i < node.length; i++) stack.push(node[i]);
      }
      return facts;
    }

    /** For each fact the classes of values it may have, as bits. */
    box(known) {
      return this.facts.map((f, i) => known.has(i) ? 1 << f.classOf[known.get(i)] : (1 << this.classes[i]) - 1);
    }

    /** Whether any situation of a set lies within a box. */
    meets(id, box) {
      this.visit++;
      return this.#meets(id, box);
    }

    #meets(id, box) {
      if (id < 2) return id === 1;
      if (this.visited[id] === this.visit) return false;
      this.visited[id] = this.visit;
      const node = this.nodes[id - 2];
      let rest = box[node[0]];
      while (rest !== 0) {
        const value = 31 - Math.clz32(rest & -rest);
        if (this.#meets(node[value + 1], box)) return true;
        rest &= rest - 1;
      }
      return false;
    }

    isPossible(box) { return this.meets(this.possible, box); }

    verdict(question, box) {
      let found = 0;
      for (let k = 0; k < 4; k++)
        if (this.meets(question.sets[k], box)) found |= 1 << k;
      return found;
    }

    /** For each formula whether it is true (1), false (0) or open (2) over a box. */
    values(known) {
      const values = new Uint8Array(this.formulas.length);
      this.formulas.forEach((f, i) => {
        switch (f[0]) {
          case 0: values[i] = f[1]; break;
          case 1: values[i] = !known.has(f[1]) ? 2 : f.indexOf(known.get(f[1]), 2) >= 0 ? 1 : 0; break;
          case 2: values[i] = 2; break;
          case 3: values[i] = values[f[1]] === 2 ? 2 : 1 - values[f[1]]; break;
          case 4: values[i] = values[f[1]] === 0 || values[f[2]] === 0 ? 0 : values[f[1]] === 1 && values[f[2]] === 1 ? 1 : 2; break;
          case 5: values[i] = values[f[1]] === 1 || values[f[2]] === 1 ? 1 : values[f[1]] === 0 && values[f[2]] === 0 ? 0 : 2; break;
        }
      });
      return values;
    }

    /** The fact whose answer settles most of what is open, on average over its values; -1 where nothing does. */
    nextFact(known, asked) {
      const box = this.box(known), open = [];
      this.questions.forEach((q, i) => {
        const now = q.kind === "by" || q.kind === "general" || q.kind === "conflict" ? 1 : this.verdict(q, box);
        if (bits(now) > 1) open.push([q, i, bits(now)]);
      });
      let best = -1, most = 0;
      for (let f = 0; f < this.facts.length; f++) {
        if (asked.has(f)) continue;
        const own = open.filter(([, i]) => this.support[i].has(f));
        if (own.length === 0) continue;
        const sizes = new Array(this.classes[f]).fill(0);
        for (const c of this.facts[f].classOf) sizes[c]++;
        let total = 0, settled = 0;
        sizes.forEach((size, c) => {
          const narrowed = box.slice();
          narrowed[f] = 1 << c;
          if (size === 0 || !this.isPossible(narrowed)) return;
          total += size;
          for (const [q, , now] of own) {
            const then = bits(this.verdict(q, narrowed));
            settled += size * (then <= 1 ? 1 : 0.1 * (now - then) / now);
          }
        });
        if (total > 0 && settled / total > most + 1e-9) [best, most] = [f, settled / total];
      }
      return best;
    }
  }

  const bits = n => { let c = 0; for (; n; n &= n - 1) c++; return c; };
  const sentence = text => text.charAt(0).toUpperCase() + text.slice(1);
  const make = (tag, text, ...children) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    element.append(...children);
    return element;
  };

  class Conversation {
    constructor(law) {
      this.law = law;
      this.past = [[]];
      this.at = 0;
      this.takenBack = false;
      // The browser's own back and forward buttons walk the answers; the address and the history hold only a number.
      this.depth = history.state?.depth ?? 0;
      history.replaceState({ step: 0, depth: this.depth }, "");
      addEventListener("popstate", e => {
        const step = e.state?.step;
        if (step === undefined || !this.past[step]) return;
        this.at = step;
        this.depth = e.state.depth;
        this.takenBack = false;
        this.show();
      });
    }

    get answers() { return this.past[this.at]; }

    known(answers = this.answers) { return new Map([...this.law.assumed, ...answers.filter(a => a[1] !== null)]); }

    answer(fact, value) {
      const next = [...this.answers.filter(a => a[0] !== fact), [fact, value]];
      this.takenBack = !this.law.isPossible(this.law.box(this.known(next)));
      if (!this.takenBack) this.go(next);
      else this.show();
    }

    go(answers) {
      this.past.length = this.at + 1;
      this.past.push(answers);
      this.at++;
      history.pushState({ step: this.at, depth: ++this.depth }, "");
      this.show();
    }

    /** @param moved Whether somebody went on: then the focus goes with them. When the page opens it stays where it is. */
    show(moved = true) {
      const form = root.querySelector("form");
      form.replaceWith(this.form());
      document.getElementById("answers").replaceWith(this.report());
      if (moved) document.getElementById("question")?.querySelector("h2, strong")?.focus();
    }

    form() {
      const { law } = this, form = make("form");
      form.className = "interview";
      form.autocomplete = "off";
      const fact = law.nextFact(this.known(), new Set([...law.assumed, ...this.answers].map(a => a[0])));
      if (this.takenBack) {
        const note = make("p", "That answer cannot stand beside the others, so it was taken back. If it is right, go back and change an earlier one.");
        note.className = "note loss";
        note.setAttribute("role", "alert");
        form.append(note);
      }
      if (fact >= 0) {
        const f = law.facts[fact], heading = make("h2", f.question), set = make("fieldset", "", make("legend", "", heading));
        heading.tabIndex = -1;
        set.id = "question";
        if (f.number) {
          const select = make("select", "", Object.assign(make("option", "I don’t know"), { value: "?" }), ...f.values.map((v, i) => Object.assign(make("option", v), { value: String(i) })));
          select.name = "new";
          select.setAttribute("aria-label", f.question);
          set.append(select);
        } else {
          f.says.concat("I don’t know").forEach((text, i) => {
            const input = Object.assign(document.createElement("input"), { type: "radio", name: "new", id: "v" + i, value: i < f.says.length ? String(i) : "?", checked: i === f.says.length });
            const choice = make("div", "", input, Object.assign(make("label", sentence(text)), { htmlFor: "v" + i }));
            choice.className = "choice";
            set.append(choice);
          });
        }
        form.append(set);
      } else {
        const none = make("p", "", make("strong", "Nothing more that could be asked would change what is owed."));
        none.id = "question";
        none.firstChild.tabIndex = -1;
        form.append(none);
      }
      const buttons = make("p");
      buttons.className = "buttons";
      if (fact >= 0) buttons.append(Object.assign(make("button", "Next"), { type: "submit" }));
      if (this.answers.length > 0) {
        buttons.append(this.button("Back", () => history.back()), this.button("Start again", () => this.go([])));
      }
      buttons.append(this.button("Print", () => print()));
      form.append(buttons);
      if (this.answers.length > 0) {
        const list = make("ul", "", ...this.answers.map(([f, v]) => make("li", v === null ? `${law.facts[f].question} Not known.` : sentence(law.facts[f].says[v]) + ".")));
        const said = make("details", "", make("summary", `What you said (${this.answers.length})`), list);
        said.className = "answers";
        form.append(said);
      }
      form.addEventListener("submit", e => {
        e.preventDefault();
        const value = new FormData(form).get("new");
        if (fact >= 0) this.answer(fact, value === null || value === "?" ? null : Number(value));
      });
      return form;
    }

    button(text, act) {
      const button = Object.assign(make("button", text), { type: "button", className: "second" });
      button.addEventListener("click", act);
      return button;
    }

    report() {
      const { law } = this, known = this.known(), box = law.box(known), values = law.values(known);
      const told = law.questions.map(q => ({ q, verdict: law.verdict(q, box) }));
      const rulesOf = q => q.rules.filter(r => values[law.stands[r]] !== 0).map(r => law.rules[r]);
      // The earliest time that surely binds, and one that may bind before it; for a duty that is not sure, the earliest that may.
      const times = place => told.filter(t => t.q.of === place && t.verdict !== NO && t.verdict !== 0).sort((a, b) => a.q.hours - b.q.hours);
      const by = (t, place) => t.q.kind !== "must" ? undefined : times(place).find(time => t.verdict !== YES || time.verdict === YES)?.q;
      const sooner = (t, place) => {
        const sure = by(t, place), first = times(place)[0]?.q;
        return t.verdict === YES && first && first !== sure && !(sure && first.hours >= sure.hours) ? first : undefined;
      };
      const line = (t, place) => {
        const time = by(t, place), perhaps = t.q.kind === "must" ? sooner(t, place) : undefined;
        const item = make("li", "", make("strong", sentence(t.q.text) + (time ? " " + time.text : "")), perhaps ? ` (perhaps ${perhaps.text})` : "");
        item.className = t.q.kind === "mustnot" ? "bar" : "duty";
        item.dataset.hours = time ? time.hours : 1e9;
        const seen = new Set(), reasons = make("ul");
        reasons.className = "reasons";
        // A citation opens beside this page: to leave it would lose the answers.
        for (const rule of rulesOf(t.q)) {
          if (seen.has(rule.cite)) continue;
          seen.add(rule.cite);
          reasons.append(make("li", "", rule.page ? Object.assign(make("a", rule.cite), { href: base + rule.page.slice(1), target: "_blank", rel: "noopener" }) : rule.cite));
        }
        if (reasons.childElementCount) item.append(reasons);
        return item;
      };
      const section = (id, title, items, none) => {
        const list = make("ul", "", ...items);
        list.className = "duties";
        const own = make("section", "", Object.assign(make("h2", title), { id }), ...(items.length ? [list] : none ? [make("p", none)] : []));
        own.setAttribute("aria-labelledby", id);
        return items.length || none ? own : "";
      };
      const certain = kind => told.map((t, i) => [t, i]).filter(([t]) => t.q.kind === kind && t.verdict === YES);
      const duties = certain("must").map(([t, i]) => line(t, i)).sort((a, b) => a.dataset.hours - b.dataset.hours);
      const statuses = told.filter(t => t.q.kind === "status" && (t.verdict === YES || t.verdict === ARGUABLE)).sort((a, b) => a.verdict - b.verdict)
        .map(t => make("li", t.verdict === YES ? sentence(t.q.text) + "." : `It is an open question of law whether ${t.q.text}.`));
      const certainty = v => v === ARGUABLE ? "an open question of law" : v === NOT_KNOWN ? "it turns on text that could not be read" : "it depends on what is not known yet";
      const open = ["must", "mustnot"].flatMap(kind => told.map((t, i) => [t, by(t, i)])
        .filter(([t]) => t.q.kind === kind && t.verdict !== YES && t.verdict !== NO && t.verdict !== 0)
        .sort(([, a], [, b]) => (a ? a.hours : 1e9) - (b ? b.hours : 1e9))
        .map(([t, time]) => make("li", `${sentence(t.q.text)}${time ? " " + time.text : ""}: ${certainty(t.verdict)}.`)));
      const conflicts = told.filter(t => t.q.kind === "conflict" && t.verdict !== NO && t.verdict !== 0)
        .map(t => make("li", `${sentence(t.q.text)}${t.verdict === YES ? "" : " in some such situations"}. Ask a lawyer: ${[...new Set(rulesOf(t.q).map(r => r.cite))].join(", ")}.`));
      const answers = make("div", "",
        section("must", "What must be done", duties, "Nothing is certain yet. Answer what you can."),
        section("mustnot", "What nobody may do", certain("mustnot").map(([t, i]) => line(t, i)), "Nothing is certainly forbidden, as far as the answers go."),
        section("conflicts", "Where the law contradicts itself", conflicts),
        section("who", "Who this child is before the law", statuses),
        section("may", "What may be done", certain("may").filter(([t]) => !certain("must").some(([m]) => m.q.text === t.q.text.replace(" may ", " must "))).map(([t, i]) => line(t, i))),
        make("details", "", make("summary", `What may be owed, and is not certain yet (${open.length})`), make("ul", "", ...open)));
      answers.id = "answers";
      answers.setAttribute("aria-live", "polite");
      return answers;
    }
  }

  fetch(root.dataset.program).then(r => r.ok ? r.json() : Promise.reject(r.status)).then(program => {
    if (program.schema !== "safeharbor/child-program/1") return;
    const law = new Law(program);
    new Conversation(law).show(false);
    root.dataset.ready = "yes";
    root.safeharbor = law;
    offerToKeep();
  }).catch(() => { /* The form works without. */ });

  /** A responder may keep this page for a place without a network: a choice, since it leaves a trace of the visit on the device. */
  function offerToKeep() {
    if (!("serviceWorker" in navigator) || !window.isSecureContext) return;
    const button = Object.assign(make("button", "Keep this page for use without a network"), { type: "button", className: "second" });
    const note = make("p", "", button, " ", make("span", "It stays on this device. Your answers do not."));
    note.className = "quiet keep";
    button.addEventListener("click", async () => {
      try {
        await navigator.serviceWorker.register(base + "sw.js");
        const cache = await caches.open("safeharbor-child");
        const files = [...document.querySelectorAll("link[rel=stylesheet], script[src], link[rel=icon], img")].map(e => e.href || e.src);
        await cache.addAll([location.pathname, root.dataset.program, ...new Set(files)]);
        button.disabled = true;
        note.lastChild.textContent = "Kept. This page now opens without a network.";
      } catch {
        note.lastChild.textContent = "It could not be kept on this device.";
      }
    });
    root.after(note);
  }
})();
