using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Tests.Support;

/// <summary>
/// The reference tries every way the readings and unread text may be, which doubles with each. For real laws with many,
/// it is given the same law with fewer unread rules; every other rule stays.
/// </summary>
public static class Narrowed
{
    public static CompiledLaw To(CompiledLaw law, int maximum)
    {
        var keep = Math.Max(0, maximum - law.Law.Readings.Length);
        var rules = law.Law.Rules.Where(r => r.UnreadVariable is null || r.UnreadVariable < keep)
            .Select((r, i) => r with { Index = i }).ToList();
        return new CompiledLaw(law.Law with { Rules = [.. rules], UnreadRules = [.. rules.Where(r => r.UnreadVariable is not null)] });
    }
}
