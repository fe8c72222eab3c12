using System.Text.Encodings.Web;
using System.Text.Json;
using SafeHarbor.Documents;
using SafeHarbor.Documents.Json;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Situations;

namespace SafeHarbor.Workbench.Answers;

/// <summary>
/// A law as a program for a browser: the diagrams from which every verdict on one child is read, and for each rule the formula
/// that says when it stands. With it the browser answers by itself, with no request and no network, exactly as the server does.
/// </summary>
/// <remarks>
/// The page that runs it holds two small evaluators (child.js): whether any situation of a set lies within what is known, and a
/// formula in three values. Both are tested against this server's answers.
/// </remarks>
public static class ChildProgram
{
    private static readonly Verdict[] Kinds = [Verdict.Yes, Verdict.Arguable, Verdict.No, Verdict.NotKnown, Verdict.DoesNotApply];

    public static byte[] Of(CompiledLaw law, Receipt receipt)
    {
        var questions = Questions(law);
        var rules = questions.SelectMany(q => q.Rules).Distinct().Select((place, i) => (place, i)).ToDictionary(p => p.place, p => p.i);
        var stands = rules.Keys.Select(law.Stands).ToArray();
        var diagrams = new LawDiagrams(law);
        diagrams.Reorder();
        var sets = questions.Select(q => SetsOf(diagrams, q)).ToList();
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "safeharbor/child-program/1");
            json.WriteString("name", law.Law.Jurisdiction.Name);
            json.WriteString("receipt", receipt.ToString());
            json.Array("assumed", Interview.Assumed(law.Law.Vocabulary), assumed =>
            {
                json.WriteStartArray();
                json.WriteNumberValue(assumed.Fact.Index);
                json.WriteNumberValue(assumed.Value!.Value);
                json.WriteEndArray();
            });
            json.Array("facts", law.Law.Vocabulary.Facts, fact => Write(json, fact, diagrams));
            var ids = WriteNodes(json, diagrams, [diagrams.Possible, .. sets.SelectMany(s => s)]);
            json.WriteNumber("possible", ids(diagrams.Possible));
            WriteFormulas(json, law, stands);
            json.Array("rules", rules.Keys, place => Write(json, law, place));
            json.WriteStartArray("questions");
            foreach (var (question, own) in questions.Zip(sets))
            {
                json.WriteStartObject();
                json.WriteString("kind", question.Kind);
                json.WriteString("text", question.Text);
                if (question.Hours is { } hours)
                    json.WriteNumber("hours", hours);
                if (question.Of is { } of)
                    json.WriteNumber("of", of);
                json.WriteStartArray("sets");
                foreach (var set in own)
                    json.WriteNumberValue(ids(set));
                json.WriteEndArray();
                json.WriteStartArray("rules");
                foreach (var place in question.Rules)
                    json.WriteNumberValue(rules[place]);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    /// <summary>One thing that can be asked of the law about a child.</summary>
    /// <param name="Kind">`must`, `mustnot`, `may`, `status`, `conflict` (a duty that is also forbidden), `general` (a duty that is not about one child), or `by` (a time for a duty).</param>
    /// <param name="Of">For a time, the zero-based place of its duty.</param>
    private sealed record Question(string Kind, string Text, Formula Wanted, CompiledLaw.EffectPlace[] Rules, int? Hours = null, int? Of = null);

    private static List<Question> Questions(CompiledLaw law)
    {
        var questions = new List<Question>();
        foreach (var (party, act) in law.Norms)
        {
            CompiledLaw.EffectPlace[] Of(Modality modality) => [.. law.EffectsOn(party, act).Where(e => e.Effect is Effect.Norm n && n.Modality == modality)];
            void Ask(string kind, Modality modality)
            {
                var wanted = law.Holds(party, modality, act, TimeLimit.None);
                if (wanted == Formula.False)
                    return;
                var duty = questions.Count;
                questions.Add(new Question(kind, $"{party.WithArticle} {modality.InWords()} {act.Name}", wanted, Of(modality)));
                if (modality != Modality.Must)
                    return;
                foreach (var deadline in Of(Modality.Must).Select(e => ((Effect.Norm)e.Effect).Deadline).OfType<Deadline>().Distinct().OrderBy(d => d.LongestHours))
                    questions.Add(new Question("by", deadline.ToString(), law.Holds(party, Modality.Must, act, new TimeLimit(true, deadline)), [], deadline.LongestHours, duty));
            }
            Ask(GeneralDuties.Includes(act) ? "general" : "must", Modality.Must);
            Ask("mustnot", Modality.MustNot);
            if (!GeneralDuties.Includes(act))
                Ask("may", Modality.May);
            var conflict = law.Conflict(party, act);
            if (conflict != Formula.False)
                questions.Add(new Question("conflict", $"{party.WithArticle} both must and must not {act.Name}", conflict, [.. law.EffectsOn(party, act).Where(e => e.Effect is Effect.Norm { Modality: not Modality.May })]));
        }
        foreach (var status in law.Law.Vocabulary.Statuses.Where(s => law.EffectsOn(s).Any()))
            questions.Add(new Question("status", status.Says, law.Holds(status, granted: true), [.. law.EffectsOn(status)]));
        return questions;
    }

    private static Diagram[] SetsOf(LawDiagrams diagrams, Question question)
    {
        var regions = Regions.Of(diagrams, Formula.True, question.Wanted);
        return [.. Kinds.Select(k => k == Verdict.DoesNotApply ? Diagram.False : regions.Of(k))];
    }

    private static void Write(Utf8JsonWriter json, Fact fact, LawDiagrams diagrams)
    {
        json.WriteStartObject();
        json.WriteString("name", fact.Name);
        json.WriteString("question", fact.Question);
        json.WriteBoolean("number", fact.IsNumber);
        json.Strings("values", fact.Values);
        json.Strings("says", fact.Values.Select((_, v) => fact.Say(ValueSet.Of(v))));
        json.WriteStartArray("classOf");
        for (var value = 0; value < fact.Values.Length; value++)
            json.WriteNumberValue(diagrams.ClassOf(fact, value));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes the nodes that some diagrams are made of, children first, and tells their numbers: 0 is never, 1 is always.</summary>
    private static Func<Diagram, int> WriteNodes(Utf8JsonWriter json, LawDiagrams diagrams, IReadOnlyCollection<Diagram> roots)
    {
        var manager = diagrams.Manager;
        var numbers = new Dictionary<Diagram, int> { [Diagram.False] = 0, [Diagram.True] = 1 };
        json.WriteStartArray("nodes");
        foreach (var root in roots)
            Visit(root);
        json.WriteEndArray();
        return diagram => numbers[diagram];

        int Visit(Diagram diagram)
        {
            if (numbers.TryGetValue(diagram, out var known))
                return known;
            var variable = manager.TopVariable(diagram);
            var children = Enumerable.Range(0, manager.Arity(variable)).Select(value => Visit(manager.Child(diagram, value))).ToArray();
            json.WriteStartArray();
            json.WriteNumberValue(variable);
            foreach (var child in children)
                json.WriteNumberValue(child);
            json.WriteEndArray();
            return numbers[diagram] = numbers.Count;
        }
    }

    /// <summary>Writes the formulas that some rules rest on: [0, constant], [1, fact, values that make it true…], [2] for what is open, [3, part], [4, left, right] for and, [5, left, right] for or.</summary>
    private static void WriteFormulas(Utf8JsonWriter json, CompiledLaw law, Formula[] stands)
    {
        var cone = law.Formulas.Cone(stands);
        var numbers = cone.Select((id, i) => (id, i)).ToDictionary(c => c.id, c => c.i);
        json.WriteStartArray("formulas");
        foreach (var id in cone)
        {
            var node = law.Formulas.NodeAt(id);
            int[] parts = node.Kind switch
            {
                FormulaKind.Constant => [0, node.Left],
                FormulaKind.Fact => [1, node.Left, .. new ValueSet(node.Values).Values()],
                FormulaKind.Reading or FormulaKind.Unread => [2],
                FormulaKind.Not => [3, numbers[node.Left]],
                FormulaKind.And => [4, numbers[node.Left], numbers[node.Right]],
                FormulaKind.Or => [5, numbers[node.Left], numbers[node.Right]],
                _ => throw new System.Diagnostics.UnreachableException(node.Kind.ToString()),
            };
            json.WriteStartArray();
            foreach (var part in parts)
                json.WriteNumberValue(part);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteStartArray("stands");
        foreach (var formula in stands)
            json.WriteNumberValue(numbers[formula.Id]);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, CompiledLaw law, CompiledLaw.EffectPlace place)
    {
        var rule = law.Law.Rules[place.Rule];
        json.WriteStartObject();
        json.WriteString("cite", Sentences.Cite(rule));
        if (rule.Provision is { } provision && law.Law.Library.Find(rule.Origin.Id) is not null)
            json.WriteString("page", Web.Addresses.Of(rule.Origin, provision));
        json.WriteBoolean("denies", place.Effect is Effect.Deny);
        json.WriteEndObject();
    }
}
