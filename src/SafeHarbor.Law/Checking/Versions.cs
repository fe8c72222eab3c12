using SafeHarbor.Law.Diagnostics;

namespace SafeHarbor.Law.Checking;

/// <summary>No two versions of one provision are in force on the same day.</summary>
internal static class Versions
{
    public static void Check(Jurisdiction jurisdiction, DiagnosticBag bag)
    {
        foreach (var group in jurisdiction.Provisions.GroupBy(p => p.Citation))
        {
            var versions = group.OrderBy(p => p.InForce.First).ToList();
            for (var i = 1; i < versions.Count; i++)
            {
                if (!versions[i - 1].InForce.Overlaps(versions[i].InForce))
                    continue;
                bag.Add(DiagnosticKinds.DatesOverlap, versions[i].Location, $"two versions of `{group.Key}` are in force at once",
                    "end the earlier one with `to` on the day before the later one begins, or cite the subsection that each states", null,
                    new RelatedPlace(versions[i - 1].Location, "the other version"));
            }
        }
    }
}
