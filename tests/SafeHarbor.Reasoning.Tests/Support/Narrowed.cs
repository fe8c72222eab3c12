using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Tests.Support;

/// <summary>
/// The reference tries every way the readings and unread text may be, which doubles with each. For real laws with many, it is
/// given the same law with some of them: other unread rules are left out, other readings are answered yes or no.
/// </summary>
public static class Narrowed
{
    /// <param name="random">Draws which readings and unread rules stay open, and how the other readings are answered.</param>
    public static CompiledLaw To(ApplicableLaw law, int maximum, Random random)
    {
        var open = Enumerable.Range(0, law.Readings.Length + law.UnreadRules.Length).OrderBy(_ => random.Next()).Take(maximum).ToHashSet();
        var answers = law.Readings.Where(r => !open.Contains(r.Index)).ToDictionary(r => (r.Origin.Id, r.Reading.Name), _ => random.Next(2) == 0);
        var rules = law.Rules.Where(r => r.UnreadVariable is not { } variable || open.Contains(law.Readings.Length + variable)).ToList();
        var unread = rules.Where(r => r.UnreadVariable is not null).Select(r => r.UnreadVariable!.Value).Order().ToList();
        var narrowed = rules.Select((r, i) => r with
        {
            Index = i,
            UnreadVariable = r.UnreadVariable is { } variable ? unread.IndexOf(variable) : null,
            Rule = r.Rule with { When = Answered(r.Rule.When, r.Origin, answers), Unless = [.. r.Rule.Unless.Select(u => Answered(u, r.Origin, answers))] },
        }).ToList();
        var readings = law.Readings.Where(r => open.Contains(r.Index)).Select((r, i) => r with { Index = i });
        return new CompiledLaw(law with
        {
            Rules = [.. narrowed],
            Readings = [.. readings],
            UnreadRules = [.. narrowed.Where(r => r.UnreadVariable is not null).OrderBy(r => r.UnreadVariable)],
        });
    }

    private static Condition Answered(Condition condition, Jurisdiction origin, Dictionary<(string, string), bool> answers) => condition switch
    {
        Condition.UnderReading reading when answers.TryGetValue((origin.Id, reading.Reading), out var yes) => yes ? new Condition.Always() : new Condition.Not(new Condition.Always()),
        Condition.All all => new Condition.All([.. all.Parts.Select(p => Answered(p, origin, answers))]),
        Condition.Any any => new Condition.Any([.. any.Parts.Select(p => Answered(p, origin, answers))]),
        Condition.Not not => new Condition.Not(Answered(not.Part, origin, answers)),
        _ => condition,
    };
}
