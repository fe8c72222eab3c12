using SafeHarbor.Law.Diagnostics;

namespace SafeHarbor.Law.Checking;

/// <summary>Within a jurisdiction a scenario has a name of its own, and a reading says one thing and is used.</summary>
internal static class Names
{
    public static void Check(Jurisdiction jurisdiction, DiagnosticBag bag)
    {
        foreach (var twins in jurisdiction.Scenarios.Concat(jurisdiction.SecondReading.Select(s => s with { Name = "second reading " + s.Name })).GroupBy(s => s.Name).Where(g => g.Count() > 1))
        {
            bag.Add(DiagnosticKinds.DeclaredTwice, twins.Last().Location, $"the scenario `{twins.Key}` is there twice", "give each its own name", null,
                new RelatedPlace(twins.First().Location, "the other one"));
        }
        var used = ConditionParts.RulesOf(jurisdiction).SelectMany(ConditionParts.Of).OfType<Condition.UnderReading>().Select(r => r.Reading).ToHashSet();
        foreach (var readings in jurisdiction.Readings.GroupBy(r => r.Name))
        {
            var first = readings.First();
            foreach (var other in readings.Skip(1).Where(r => r.For != first.For || r.Against != first.Against))
            {
                bag.Add(DiagnosticKinds.DeclaredTwice, other.Location, $"the reading `{other.Name}` is declared twice, with different grounds", "declare it once, or name the second one apart", null,
                    new RelatedPlace(first.Location, "first declared here"));
            }
            if (!used.Contains(readings.Key))
                bag.Add(DiagnosticKinds.UnusedWord, first.Location, $"the reading `{readings.Key}` is never used", "use it in a condition, with `and reading …`, or delete it");
        }
    }
}
