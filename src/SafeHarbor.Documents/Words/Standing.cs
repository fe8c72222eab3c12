using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Documents.Words;

/// <summary>How a law stands on a demand, over every situation the demand speaks of.</summary>
/// <param name="Verdicts">All that arise.</param>
public sealed record Standing(Demand Demand, Verdict Verdicts)
{
    /// <summary>
    /// In one word: not met where some child surely falls through; else not known where it turns on text not read; else arguable where it
    /// turns on an open question; else met, for every child.
    /// </summary>
    public Verdict InOne => new[] { Verdict.No, Verdict.NotKnown, Verdict.Arguable, Verdict.Yes }.FirstOrDefault(v => Verdicts.HasFlag(v), Verdict.DoesNotApply);

    public static readonly ImmutableArray<(Verdict Verdict, string Word)> Words =
        [(Verdict.Yes, "met"), (Verdict.Arguable, "arguable"), (Verdict.No, "not met"), (Verdict.NotKnown, "not known")];

    public string Word => Words.Where(w => w.Verdict == InOne).Select(w => w.Word).FirstOrDefault("does not apply");

    public static ImmutableArray<Standing> Of(LawLibrary library, string jurisdiction, LocalDate on) =>
        Of(new GapFinder(new CompiledLaw(ApplicableLaw.Of(library, new LawQuestion(jurisdiction, on)))), library.Demands);

    public static ImmutableArray<Standing> Of(GapFinder finder, IEnumerable<Demand> demands) => [.. demands.Select(demand =>
        new Standing(demand, finder.RegionsOf(demand).All.Where(r => r.Set != Diagram.False).Aggregate(Verdict.None, (all, r) => all | r.Verdict)))];

    /// <summary>How many demands stand at each word, in the order of <see cref="Words"/>.</summary>
    public static ImmutableArray<int> Counts(IEnumerable<Standing> standings) =>
        [.. Words.Select(w => standings.Count(s => s.InOne == w.Verdict))];
}
