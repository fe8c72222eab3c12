using SafeHarbor.Law.Diagnostics;

namespace SafeHarbor.Law.Checking;

/// <summary>`despite` and `subject to` lead to provisions, and no two provisions each prevail over the other.</summary>
internal static class Precedences
{
    public static void Check(Jurisdiction jurisdiction, LawLibrary library, DiagnosticBag bag)
    {
        var within = jurisdiction.Within is null ? null : library.Find(jurisdiction.Within);
        var all = jurisdiction.Provisions.Concat(within?.Provisions ?? []).Concat(library.Baseline.Provisions).Distinct().ToList();
        foreach (var provision in jurisdiction.Provisions)
        {
            foreach (var precedence in provision.Precedences)
            {
                if (!all.Exists(p => precedence.Covers(p.Citation) && !ReferenceEquals(p, provision)))
                {
                    bag.Add(DiagnosticKinds.UnknownCitation, precedence.Location, $"no provision is cited as `{precedence.Citation}`",
                        Text.Nearest.To(precedence.Citation ?? "", all.Select(p => p.Citation)) is { } near ? $"did you mean `{near}`?" : "cite it as its own entry does",
                        $"provision {provision.Citation}");
                }
            }
        }
        RefuseCircles(jurisdiction, all, bag);
    }

    private static void RefuseCircles(Jurisdiction jurisdiction, List<Provision> all, DiagnosticBag bag)
    {
        var state = new Dictionary<Provision, int>(ReferenceEqualityComparer.Instance);
        var path = new List<Provision>();
        foreach (var provision in jurisdiction.Provisions)
            Visit(provision);

        bool Visit(Provision provision)
        {
            if (state.GetValueOrDefault(provision) == 2)
                return false;
            if (state.GetValueOrDefault(provision) == 1)
            {
                var circle = path.Skip(path.IndexOf(provision)).ToList();
                bag.Add(DiagnosticKinds.PrecedenceCycle, provision.Location,
                    $"{Text.Friendly.And(circle.Select(p => $"`{p.Citation}`"))} prevail over one another in a circle", "delete the `despite` or `subject to` that the text does not say", null,
                    [.. circle.Skip(1).Select(p => new RelatedPlace(p.Location, "in the circle"))]);
                return true;
            }
            state[provision] = 1;
            path.Add(provision);
            foreach (var other in all)
            {
                if (!ReferenceEquals(other, provision) && provision.InForce.Overlaps(other.InForce) && provision.PrevailsOver(other) && Visit(other))
                    break;
            }
            path.RemoveAt(path.Count - 1);
            state[provision] = 2;
            return false;
        }
    }
}
