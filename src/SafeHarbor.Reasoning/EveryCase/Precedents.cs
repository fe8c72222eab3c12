using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.OneCase;

namespace SafeHarbor.Reasoning.EveryCase;

/// <summary>Another jurisdiction's law that meets the demand in every situation of a gap's line.</summary>
/// <param name="Rules">The rules that decide it, in the line's example.</param>
public sealed record Precedent(Jurisdiction Jurisdiction, ImmutableArray<ApplicableRule> Rules);

/// <summary>Finds, for a line of a gap, which jurisdictions' law covers exactly that kind of situation.</summary>
public sealed class PrecedentFinder
{
    private readonly List<(ApplicableLaw Law, CaseReporter Reporter)> _others;

    /// <param name="others">The laws to look in.</param>
    public PrecedentFinder(IEnumerable<ApplicableLaw> others) => _others = [.. others.Select(l => (l, new CaseReporter(new CompiledLaw(l))))];

    /// <param name="among">The ids of the jurisdictions to look in; null for all that the finder has.</param>
    public ImmutableArray<Precedent> Find(Demand demand, GapLine line, IReadOnlySet<string>? among = null)
    {
        var found = ImmutableArray.CreateBuilder<Precedent>();
        foreach (var (law, reporter) in _others.Where(o => among?.Contains(o.Law.Jurisdiction.Id) ?? true))
        {
            // The whole kind of situation at once, with every other fact unknown: met whatever they are.
            var kind = Case.Of(law.Vocabulary, line.Restrictions);
            if ((reporter.VerdictOn(kind, demand) & ~Verdict.DoesNotApply) != Verdict.Yes)
                continue;
            found.Add(new Precedent(law.Jurisdiction, [.. reporter.Explain(line.Example, demand).Deciding.Select(f => f.Rule).Where(r => r.Provision is not null).Distinct().Take(3)]));
        }
        return found.ToImmutable();
    }
}
