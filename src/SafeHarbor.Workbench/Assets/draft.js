// The editor of the draft page. Without it the page is a text area and a button; nothing is lost.
"use strict";
(() => {
  const page = document.getElementById("draft");
  if (!page || !window.CodeMirror) return;
  const { EditorState, StateEffect, StateField, EditorView, Decoration, keymap, lineNumbers, highlightActiveLine, hoverTooltip, history, defaultKeymap, historyKeymap, autocompletion, completionKeymap, setDiagnostics, lintKeymap } = window.CodeMirror;
  const byId = id => document.getElementById(id);
  const [form, area, state, findingsList, outcomeList] = ["draft-form", "text", "draft-state", "findings-list", "outcome-list"].map(byId);
  const jurisdiction = page.dataset.jurisdiction;
  const storeKey = "safeharbor-draft-" + jurisdiction;
  const mostCharacters = area.maxLength;

  const element = (name, properties, ...children) => { const e = Object.assign(document.createElement(name), properties); e.append(...children); return e; };
  const say = text => { state.textContent = text; };

  // Of each kind of question only the last is waited for.
  const asked = {};
  async function ask(kind, address, init) {
    asked[kind]?.abort();
    const mine = asked[kind] = new AbortController();
    const answer = await fetch(address, { method: "POST", signal: mine.signal, credentials: "omit", ...init });
    return answer;
  }
  const question = (kind, text, offset) => ask(kind, "/api/draft/" + kind, { headers: { "Content-Type": "application/json" }, body: JSON.stringify({ jurisdiction, text, offset }) });
  async function answerOf(kind, text, offset) {
    try {
      const answer = await question(kind, text, offset);
      return await answer.json();
    } catch (failure) {
      return failure.name === "AbortError" ? null : { problem: "The site cannot be reached. Your text is safe here; it goes on when the site answers again." };
    }
  }

  // Colours: the service says what each stretch is; between two answers they move with the text.
  const setMarks = StateEffect.define();
  const marks = StateField.define({
    create: () => Decoration.none,
    update(known, transaction) {
      known = known.map(transaction.changes);
      for (const effect of transaction.effects) if (effect.is(setMarks)) known = effect.value;
      return known;
    },
    provide: field => EditorView.decorations.from(field),
  });
  const classOf = Object.fromEntries(["keyword", "operator", "fact", "value", "status", "party", "act", "event", "topic", "reading", "citation", "demand", "jurisdiction", "quotation", "address", "number", "comment"].map(k => [k, Decoration.mark({ class: "law-" + k })]));

  const kinds = { keyword: "keyword", fact: "property", value: "enum", status: "type", act: "function", party: "class", citation: "text" };
  async function complete(context) {
    if (!context.explicit && !context.matchBefore(/[\w(]$/) && !context.matchBefore(/\S $/)) return null;
    const { items } = await answerOf("complete", context.state.doc.toString(), context.pos) ?? {};
    if (!items || items.length === 0 || context.aborted) return null;
    // The places at which the offers begin differ; the editor takes one, the earliest, and the rest of the line goes with it.
    const from = Math.min(...items.map(i => i.from));
    return {
      from, filter: false,
      options: items.map(item => ({
        label: item.label, detail: item.detail, type: kinds[item.kind] ?? "text",
        info: item.about ? () => element("p", { textContent: item.about }) : undefined,
        apply: (view, completion, _, to) => {
          const caret = item.insert.endsWith('""') ? item.insert.length - 1 : item.insert.length;
          const insert = indented(view, item);
          view.dispatch({ changes: { from: item.from, to, insert }, selection: { anchor: item.from + (insert === item.insert ? caret : insert.length) }, userEvent: "input.complete" });
        },
      })),
    };
  }

  // A section that is inserted as it stands has lines of its own.
  function indented(view, item) {
    if (!item.insert.includes("\n")) return item.insert;
    const indent = /^\s*/.exec(view.state.doc.lineAt(item.from).text)[0];
    return item.insert.split("\n").map((l, i) => i === 0 || l === "" ? l : indent + l).join("\n");
  }

  async function hover(view, pos) {
    const said = await answerOf("hover", view.state.doc.toString(), pos);
    if (!said?.title) return null;
    return { pos: said.from, end: said.to, above: true, create: () => ({ dom: element("div", { className: "law-hover" }, element("strong", { textContent: said.title }), ...said.lines.map(l => element("p", { textContent: l }))) }) };
  }

  const lineEnds = text => text.replace(/\r\n?/g, "\n");
  const holder = byId("editor");
  const view = new EditorView({
    parent: holder,
    state: EditorState.create({
      doc: lineEnds(area.value),
      extensions: [
        lineNumbers(), history(), highlightActiveLine(), EditorView.lineWrapping, marks,
        autocompletion({ override: [complete], icons: false, activateOnTypingDelay: 120 }),
        hoverTooltip(hover, { hoverTime: 350 }),
        keymap.of([...completionKeymap, ...lintKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({ tabindex: "0", "aria-labelledby": "text-label", "aria-describedby": "draft-state", spellcheck: "false", autocapitalize: "off" }),
        EditorView.updateListener.of(update => { if (update.docChanged) changed(); }),
      ],
    }),
  });
  holder.hidden = false;
  area.hidden = true;
  byId("text-label").addEventListener("click", () => view.focus());

  const text = () => view.state.doc.toString();
  const replaceText = (whole, place = 0) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: lineEnds(whole) }, selection: { anchor: Math.min(place, whole.length) } });

  let soon, later;
  function changed() {
    area.value = text();
    keepIfWanted();
    clearTimeout(soon);
    clearTimeout(later);
    asked.check?.abort();
    asked.gaps?.abort();
    page.dataset.at = "waiting";
    soon = setTimeout(check, 200);
    later = setTimeout(outcome, 600);
  }

  async function check() {
    const at = text();
    const said = await answerOf("check", at);
    if (!said || at !== text()) return;
    if (said.problem) {
      say("");
      findingsList.replaceChildren(element("p", { className: "draft-problem", textContent: said.problem }));
      return;
    }
    const inside = Math.max(0, at.length);
    view.dispatch(setDiagnostics(view.state, said.findings.map(f => ({
      from: Math.min(f.from, inside), to: Math.min(Math.max(f.to, f.from + 1), inside), severity: f.weight === "note" ? "info" : f.weight, message: f.help ? f.message + "\n" + f.help : f.message,
    }))));
    view.dispatch({ effects: setMarks.of(Decoration.set(said.marks.filter(m => m[1] > m[0] && m[1] <= at.length).map(([from, to, kind]) => classOf[kind].range(from, to)), true)) });
    showFindings(said.findings);
  }

  const sentence = words => words.charAt(0).toUpperCase() + words.slice(1);
  function showFindings(findings) {
    const errors = findings.filter(f => f.weight === "error").length;
    say(findings.length === 0 ? "Nothing is wrong in the text." : errors === 0 ? `${findings.length} to look at` : `${errors} ${errors === 1 ? "error" : "errors"}`);
    if (findings.length === 0) {
      findingsList.replaceChildren(element("p", { className: "draft-fine", textContent: "None." }));
      return;
    }
    findingsList.replaceChildren(element("ul", { className: "draft-findings" }, ...findings.map(f => {
      const go = element("button", { type: "button", className: "draft-go", textContent: `${sentence(f.weight)}, line ${f.line}` });
      go.addEventListener("click", () => { view.dispatch({ selection: { anchor: f.from }, effects: EditorView.scrollIntoView(f.from, { y: "center" }) }); view.focus(); });
      return element("li", { className: f.weight }, go, `: ${f.message}.` + (f.help ? ` ${sentence(f.help)}` + (f.help.endsWith("?") ? "" : ".") : ""));
    })));
  }

  // While a line is half written the last answer stays, and says that it is of an earlier text.
  let lastGood = null;
  function showOutcome(part) {
    const fresh = element("div", { innerHTML: part });
    const isProblem = fresh.children.length === 1 && fresh.firstElementChild.className === "draft-problem";
    if (!isProblem) lastGood = fresh;
    outcomeList.replaceChildren(fresh);
    if (isProblem && lastGood) {
      fresh.firstElementChild.append(" What stands below is of the last text that could be worked through.");
      outcomeList.append(element("div", { className: "draft-stale" }, ...lastGood.cloneNode(true).childNodes));
    }
  }

  async function outcome() {
    const at = text();
    page.dataset.at = "working";
    try {
      const answer = await ask("gaps", form.action.replace(/#.*/, ""), { headers: { "X-Part": "outcome" }, body: new URLSearchParams({ text: at }) });
      const part = await answer.text();
      if (at !== text()) return;
      if (answer.ok && answer.headers.get("Content-Type")?.startsWith("text/html") && !/<html/i.test(part)) showOutcome(part);
      page.dataset.at = "done";
    } catch (failure) {
      if (failure.name !== "AbortError") {
        page.dataset.at = "done";
        outcomeList.replaceChildren(element("p", { className: "draft-problem", textContent: "The site cannot be reached; what stands here is of an earlier text." }));
      }
    }
  }

  const now = () => { clearTimeout(soon); clearTimeout(later); check(); outcome(); };
  form.addEventListener("submit", event => { event.preventDefault(); now(); });

  byId("format").addEventListener("click", async () => {
    const said = await answerOf("format", text());
    if (said?.text !== undefined && said.text !== text()) replaceText(said.text, view.state.selection.main.head);
    say(said?.problem ?? "The text is in its one layout.");
    view.focus();
  });

  byId("download").addEventListener("click", () => {
    const name = (/^bill\s+\S+\s+"([^"]*)"/m.exec(text())?.[1] ?? "draft").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "draft";
    const link = element("a", { href: URL.createObjectURL(new Blob([text()], { type: "text/plain" })), download: name + ".law" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    say(`Saved as ${name}.law`);
  });

  const file = byId("file");
  byId("upload").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const chosen = file.files[0];
    file.value = "";
    if (!chosen) return;
    if (chosen.size > mostCharacters) { say(`${chosen.name} is too large for a draft.`); return; }
    replaceText(await chosen.text());
    say(`${chosen.name} is open.`);
  });

  // A link holds the whole text, after a #, which browsers do not send.
  const through = async (bytes, stream) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
  byId("link").addEventListener("click", async () => {
    const packed = await through(new TextEncoder().encode(text()), new CompressionStream("deflate-raw"));
    const fragment = "#t=" + btoa(Array.from(packed, b => String.fromCharCode(b)).join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
    window.history.replaceState(null, "", location.pathname + fragment);
    try {
      await navigator.clipboard.writeText(location.href);
      say("The link is copied. It holds the whole text; whoever has it can read the draft.");
    } catch {
      say("The link now stands in the address bar. It holds the whole text; whoever has it can read the draft.");
    }
  });
  async function openLink() {
    const packed = /^#t=([\w-]+)$/.exec(location.hash)?.[1];
    if (!packed) return false;
    try {
      const bytes = Uint8Array.from(atob(packed.replace(/-/g, "+").replace(/_/g, "/")), c => c.charCodeAt(0));
      // Unpacked piece by piece: a few bytes can hold more than a browser bears.
      const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).pipeThrough(new TextDecoderStream()).getReader();
      let whole = "";
      for (let piece; !(piece = await reader.read()).done && whole.length <= mostCharacters;) whole += piece.value;
      if (whole.length > mostCharacters) throw new RangeError();
      replaceText(whole);
      say("The draft in the link is open.");
      return true;
    } catch {
      say("The link does not hold a draft that can be read.");
      return false;
    }
  }

  const keep = byId("keep");
  const isKept = () => keep.getAttribute("aria-pressed") === "true";
  function setKept(kept) {
    keep.setAttribute("aria-pressed", String(kept));
    keep.textContent = kept ? "Kept in this browser" : "Keep in this browser";
  }
  function keepIfWanted() {
    if (!isKept()) return;
    try { localStorage.setItem(storeKey, text()); } catch { setKept(false); say("This browser does not keep anything."); }
  }
  keep.addEventListener("click", () => {
    setKept(!isKept());
    if (isKept()) { keepIfWanted(); if (isKept()) say("From now on this browser keeps the draft. Press again to have it forgotten."); }
    else { localStorage.removeItem(storeKey); say("The draft is no longer kept in this browser."); }
  });
  function openKept() {
    let kept = null;
    try { kept = localStorage.getItem(storeKey); } catch { /* this browser keeps nothing */ }
    if (kept === null || page.dataset.begins === "given") return false;
    setKept(true);
    replaceText(kept);
    say("The draft that this browser kept is open.");
    return true;
  }

  (async () => {
    if (!await openLink() && !openKept()) now();
    page.dataset.ready = "";
  })();
})();
