using SafeHarbor.Law.Diagnostics;

namespace SafeHarbor.Law.Checking;

/// <summary>Statuses may rest on statuses, never on themselves.</summary>
internal static class StatusCycles
{
    /// <param name="above">The baseline and the jurisdictions that it lies within.</param>
    public static void Check(Jurisdiction jurisdiction, List<Jurisdiction> above, DiagnosticBag bag)
    {
        // Also rules that are not in force together: a circle between versions is rare, and safer said in other words.
        var own = ConditionParts.RulesOf(jurisdiction).ToHashSet<Rule>(ReferenceEqualityComparer.Instance);
        var restsOn = new Dictionary<Status, List<(Status On, Rule Rule)>>();
        foreach (var rule in above.Append(jurisdiction).SelectMany(ConditionParts.RulesOf))
        {
            var on = ConditionParts.StatusesIn(rule).Distinct().ToList();
            foreach (var status in rule.Effects.Select(StatusOf).OfType<Status>())
            {
                if (!restsOn.TryGetValue(status, out var list))
                    restsOn[status] = list = [];
                list.AddRange(on.Select(o => (o, rule)));
            }
        }
        var done = new HashSet<Status>();
        foreach (var status in restsOn.Keys)
            Visit(status, []);

        void Visit(Status status, List<(Status Status, Rule Rule)> path)
        {
            var at = path.FindIndex(p => p.Status == status);
            if (at >= 0)
            {
                var circle = path.Skip(at).ToList();
                if (!circle.Exists(c => own.Contains(c.Rule)))
                    return; // reported with the law it stands in
                bag.Add(DiagnosticKinds.Cycle, circle[0].Rule.Location, $"the status `{status.Name}` rests on itself",
                    "say one of the rules with facts in place of the status", null,
                    [.. circle.Skip(1).Select(c => new RelatedPlace(c.Rule.Location, $"through `{c.Status.Name}`"))]);
                return;
            }
            if (!done.Add(status) || !restsOn.TryGetValue(status, out var next))
                return;
            foreach (var (on, rule) in next)
                Visit(on, [.. path, (status, rule)]);
        }
    }

    private static Status? StatusOf(Effect effect) => effect switch
    {
        Effect.Grant grant => grant.Status,
        Effect.Deny deny => deny.Status,
        _ => null,
    };
}
