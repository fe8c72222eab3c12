using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Reform;

/// <summary>Which statuses rest on which. A status may not rest on itself, so a rule whose adoption would close a circle is no edit.</summary>
internal sealed class StatusOrder
{
    private readonly Dictionary<int, HashSet<int>> _restsOn = [];

    public StatusOrder(ApplicableLaw law)
    {
        foreach (var rule in law.Rules)
            Add(rule.Rule);
    }

    /// <summary>The edits that close no circle, with the law and with one another, in their order.</summary>
    public IEnumerable<Edit> Keeping(IEnumerable<Edit.Adopt> edits)
    {
        foreach (var edit in edits)
        {
            var rule = edit.Precedent.Rule;
            var given = Given(rule).ToList();
            if (Asked(rule).Any(asked => given.Exists(g => Reaches(asked, g, []))))
                continue;
            Add(rule);
            yield return edit;
        }
    }

    private void Add(Rule rule)
    {
        foreach (var given in Given(rule))
        {
            if (!_restsOn.TryGetValue(given, out var asked))
                _restsOn[given] = asked = [];
            asked.UnionWith(Asked(rule));
        }
    }

    private bool Reaches(int from, int to, HashSet<int> seen) =>
        from == to || (seen.Add(from) && _restsOn.TryGetValue(from, out var next) && next.Any(n => Reaches(n, to, seen)));

    private static IEnumerable<int> Given(Rule rule) => rule.Effects.Select(CompiledLaw.StatusOf).OfType<Status>().Select(s => s.Index);

    private static IEnumerable<int> Asked(Rule rule) => rule.Unless.Append(rule.When).SelectMany(Asked).Distinct();

    private static IEnumerable<int> Asked(Condition condition) => condition switch
    {
        Condition.HasStatus has => [has.Status.Index],
        Condition.LacksStatus lacks => [lacks.Status.Index],
        Condition.All all => all.Parts.SelectMany(Asked),
        Condition.Any any => any.Parts.SelectMany(Asked),
        Condition.Not not => Asked(not.Part),
        _ => [],
    };
}
