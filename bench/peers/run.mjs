// The same rules and cases through rule engines of JavaScript. Each engine's verdicts are compared with those expected before
// it is timed. Prints one line of JSON for each engine.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);

const { demands, cases, expected } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const DOES_NOT_APPLY = 16;
const flags = demands.flatMap((d, i) => d.verdicts.map((v) => ({ demand: i, verdict: v.verdict, terms: v.terms })));

async function measure(name, verdictsOf) {
  let differences = 0;
  for (let i = 0; i < cases.length; i++) {
    const got = await verdictsOf(cases[i]);
    for (let d = 0; d < demands.length; d++) if (got[d] !== expected[i][d]) differences++;
  }
  let best = Infinity;
  for (let round = 0; round < 3; round++) {
    const start = process.hrtime.bigint();
    for (const c of cases) await verdictsOf(c);
    best = Math.min(best, Number(process.hrtime.bigint() - start) / cases.length);
  }
  console.log(JSON.stringify({ name, nanoseconds: best, differences }));
}

const none = () => new Array(demands.length).fill(DOES_NOT_APPLY);

// json-rules-engine: a rule for each demand and verdict; the event says which.
{
  const { Engine } = require("json-rules-engine");
  const engine = new Engine();
  for (const { demand, verdict, terms } of flags) {
    engine.addRule({
      conditions: { any: terms.map((t) => ({ all: Object.entries(t).map(([fact, value]) => ({ fact, operator: "in", value })) })) },
      event: { type: "verdict", params: { demand, verdict } },
    });
  }
  await measure("json-rules-engine 7.3.1", async (facts) => {
    const verdicts = none();
    for (const { params } of (await engine.run(facts)).events) verdicts[params.demand] = params.verdict;
    return verdicts;
  });
}

// zen-engine: a decision table for each demand, first hit; a graph of all of them.
{
  const { ZenEngine } = require("@gorules/zen-engine");
  const names = [...new Set(flags.flatMap((f) => f.terms.flatMap(Object.keys)))];
  const field = new Map(names.map((n, i) => [n, `f${i}`]));
  const tables = demands.map((d, i) => ({
    id: `t${i}`, name: d.id, type: "decisionTableNode", position: { x: 0, y: 0 },
    content: {
      hitPolicy: "first",
      inputs: names.map((n, k) => ({ id: `i${k}`, name: n, field: field.get(n) })),
      outputs: [{ id: "o", name: "verdict", field: `v${i}` }],
      rules: [
        ...d.verdicts.flatMap((v) => v.terms.map((t) => ({ verdict: v.verdict, term: t }))),
        { verdict: DOES_NOT_APPLY, term: {} },
      ].map(({ verdict, term }, r) => ({
        _id: `r${r}`, o: String(verdict),
        ...Object.fromEntries(names.map((n, k) => [`i${k}`, term[n] ? term[n].map((x) => JSON.stringify(x)).join(", ") : ""])),
      })),
    },
  }));
  const graph = {
    nodes: [{ id: "in", name: "in", type: "inputNode", position: { x: 0, y: 0 } }, ...tables, { id: "out", name: "out", type: "outputNode", position: { x: 0, y: 0 } }],
    edges: tables.flatMap((t) => [
      { id: `a${t.id}`, type: "edge", sourceId: "in", targetId: t.id },
      { id: `b${t.id}`, type: "edge", sourceId: t.id, targetId: "out" },
    ]),
  };
  const engine = new ZenEngine();
  const decision = engine.createDecision(Buffer.from(JSON.stringify(graph)));
  await measure("zen-engine 0.54.0", async (facts) => {
    const input = {};
    for (const n of names) input[field.get(n)] = facts[n];
    const { result } = await decision.evaluate(input);
    return demands.map((_, i) => Number(result[`v${i}`]));
  });
}

// Cedar: a permit for each demand and verdict; the answer's reasons are the permits that hold.
{
  const cedar = require("@cedar-policy/cedar-wasm/nodejs");
  const text = (t) => Object.entries(t).map(([f, vs]) => `[${vs.map((v) => JSON.stringify(v)).join(", ")}].contains(context[${JSON.stringify(f)}])`).join(" && ") || "true";
  const policies = Object.fromEntries(flags.map(({ terms }, i) => [`p${i}`, `permit(principal, action, resource) when { ${terms.map((t) => `(${text(t)})`).join(" || ")} };`]));
  const parsed = cedar.preparsePolicySet("law", { staticPolicies: policies, templates: {}, templateLinks: [] });
  if (parsed.type !== "success") throw new Error(JSON.stringify(parsed));
  const uid = (type) => ({ type, id: "x" });
  await measure("Cedar 4.13.0 (wasm)", (facts) => {
    const verdicts = none();
    const answer = cedar.statefulIsAuthorized({
      principal: uid("P"), action: uid("Action"), resource: uid("R"), context: facts, preparsedPolicySetId: "law", entities: [],
    });
    if (answer.type !== "success") throw new Error(JSON.stringify(answer));
    for (const id of answer.response.diagnostics.reason) {
      const { demand, verdict } = flags[Number(id.slice(1))];
      verdicts[demand] = verdict;
    }
    return verdicts;
  });
}
