using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Workbench.Tests.Child;

/// <summary>A question of the browser's program, worked out anew from the law by what it says.</summary>
public sealed record ServerQuestion(Formula Wanted, CompiledLaw.EffectPlace[] Rules)
{
    /// <param name="texts">The words of all the program's questions.</param>
    /// <param name="of">For a time, the zero-based place of its duty in them.</param>
    public static ServerQuestion Of(CompiledLaw law, string[] texts, string kind, string text, int of)
    {
        if (kind == "status")
        {
            var status = law.Law.Vocabulary.Statuses.Single(s => s.Says == text);
            return new ServerQuestion(law.Holds(status, granted: true), [.. law.EffectsOn(status)]);
        }
        if (kind == "by")
        {
            var (who, what) = NormOf(law, texts[of], " must ");
            var deadline = law.EffectsOn(who, what).Select(e => e.Effect).OfType<Effect.Norm>().Where(n => n.Modality == Modality.Must).Select(n => n.Deadline).OfType<Deadline>().First(d => d.ToString() == text);
            return new ServerQuestion(law.Holds(who, Modality.Must, what, new TimeLimit(true, deadline)), []);
        }
        if (kind == "conflict")
        {
            var (who, what) = NormOf(law, text, " both must and must not ");
            return new ServerQuestion(law.Conflict(who, what), [.. law.EffectsOn(who, what).Where(e => e.Effect is Effect.Norm { Modality: not Modality.May })]);
        }
        var (modality, between) = kind switch
        {
            "must" or "general" => (Modality.Must, " must "),
            "mustnot" => (Modality.MustNot, " must not "),
            "may" => (Modality.May, " may "),
            _ => throw new System.Diagnostics.UnreachableException(kind),
        };
        var (party, act) = NormOf(law, text, between);
        if (modality == Modality.Must && GeneralDuties.Includes(act) != (kind == "general"))
            throw new InvalidOperationException($"“{text}” is a {kind} duty in the browser, and is not on the server");
        return new ServerQuestion(law.Holds(party, modality, act, TimeLimit.None), [.. law.EffectsOn(party, act).Where(e => e.Effect is Effect.Norm n && n.Modality == modality)]);
    }

    private static (Party Party, Act Act) NormOf(CompiledLaw law, string text, string between) =>
        law.Norms.Single(n => $"{n.Party.WithArticle}{between}{n.Act.Name}" == text);
}
