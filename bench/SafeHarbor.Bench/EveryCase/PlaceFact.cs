using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Bench.EveryCase;

/// <summary>One more fact, where the child is, by which laws can stand side by side: each speaks only of children in its own place.</summary>
internal sealed class PlaceFact
{
    private readonly Fact _place;
    private readonly ImmutableArray<Fact> _facts;
    private readonly LawLibrary _library;

    /// <param name="laws">The laws, one for each place.</param>
    /// <param name="first">Whether the fact stands before all others in the order of the diagrams, or after them.</param>
    public PlaceFact(IReadOnlyList<ApplicableLaw> laws, bool first)
    {
        var library = laws[0].Library;
        var facts = library.Vocabulary.Facts;
        _place = new Fact(first ? 0 : facts.Length, "place", [.. laws.Select(l => l.Jurisdiction.Name)], null, "Where is the child?",
            [.. laws.Select(l => $"the child is in {l.Jurisdiction.Name}")], facts[0].Location);
        _facts = [.. facts.Select(f => f with { Index = f.Index + (first ? 1 : 0) })];
        var vocabulary = library.Vocabulary with { Facts = first ? [_place, .. _facts] : [.. _facts, _place], Never = [.. library.Vocabulary.Never.Select(Renumbered)] };
        _library = library with
        {
            Vocabulary = vocabulary,
            Frameworks = [.. library.Frameworks.Select(f => f with { Demands = [.. f.Demands.Select(d => d with { Premise = Renumbered(d.Premise) })] })],
        };
    }

    /// <summary>The law, its own rules narrowed to one place.</summary>
    public ApplicableLaw Within(ApplicableLaw law, int place)
    {
        ApplicableRule Narrowed(ApplicableRule rule)
        {
            var when = Renumbered(rule.Rule.When);
            return rule with
            {
                Rule = rule.Rule with
                {
                    When = rule.Origin.Id == law.Jurisdiction.Id ? new Condition.All([new Condition.FactIn(_place, ValueSet.Of(place)), when]) : when,
                    Unless = [.. rule.Rule.Unless.Select(Renumbered)],
                },
            };
        }
        return law with { Library = _library, Rules = [.. law.Rules.Select(Narrowed)], UnreadRules = [.. law.UnreadRules.Select(Narrowed)] };
    }

    private Condition Renumbered(Condition condition) => condition switch
    {
        Condition.FactIn fact => new Condition.FactIn(_facts.First(f => f.Name == fact.Fact.Name), fact.Values),
        Condition.All all => new Condition.All([.. all.Parts.Select(Renumbered)]),
        Condition.Any any => new Condition.Any([.. any.Parts.Select(Renumbered)]),
        Condition.Not not => new Condition.Not(Renumbered(not.Part)),
        _ => condition,
    };
}
