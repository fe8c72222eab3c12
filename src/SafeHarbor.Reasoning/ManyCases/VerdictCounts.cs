namespace SafeHarbor.Reasoning.ManyCases;

/// <summary>How many cases have which verdict on which demand, in each group; and how many rows could not be counted.</summary>
/// <remarks>
/// The verdict of a case is a set of flags: several together mean that it depends on what is unknown. Under two laws a case has
/// a pair of them. Counts are added up in any order, so the answer is the same however the work is shared out.
/// </remarks>
public sealed class VerdictCounts
{
    private const int Combinations = 1 << CountPlan.Flags;

    private readonly long[] _counts;
    private readonly int _pairs;

    public VerdictCounts(int demands, int groups, bool twoLaws)
    {
        (Demands, Groups, TwoLaws) = (demands, groups, twoLaws);
        _pairs = twoLaws ? Combinations * Combinations : Combinations;
        _counts = new long[demands * groups * _pairs];
        CasesIn = new long[groups];
    }

    public int Demands { get; }

    public int Groups { get; }

    public bool TwoLaws { get; }

    /// <summary>Cases counted in each group.</summary>
    public long[] CasesIn { get; }

    /// <summary>Cases counted.</summary>
    public long Cases => CasesIn.Sum();

    /// <summary>How many cases of a group have this verdict; under two laws, this verdict under the first, whatever the second says.</summary>
    public long Of(int demand, int group, Verdict verdict) => TwoLaws
        ? Enumerable.Range(0, Combinations).Sum(second => _counts[Place(demand, group, (int)verdict, second)])
        : _counts[Place(demand, group, (int)verdict, 0)];

    /// <summary>Under two laws: how many cases of a group have these two verdicts.</summary>
    public long Of(int demand, int group, Verdict first, Verdict second) => _counts[Place(demand, group, (int)first, (int)second)];

    /// <param name="second">Under one law: none.</param>
    public void Add(int demand, int group, Verdict first, Verdict second, long cases) => _counts[Place(demand, group, (int)first, (int)second)] += cases;

    public void Add(VerdictCounts other)
    {
        for (var i = 0; i < _counts.Length; i++)
            _counts[i] += other._counts[i];
        for (var g = 0; g < CasesIn.Length; g++)
            CasesIn[g] += other.CasesIn[g];
    }

    /// <summary>Every count above zero, under two laws by both verdicts.</summary>
    public IEnumerable<(int Demand, int Group, Verdict First, Verdict Second, long Cases)> All()
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            if (_counts[i] == 0)
                continue;
            var (place, pair) = Math.DivRem(i, _pairs);
            var (first, second) = TwoLaws ? Math.DivRem(pair, Combinations) : (pair, 0);
            var (demand, group) = Math.DivRem(place, Groups);
            yield return (demand, group, (Verdict)first, (Verdict)second, _counts[i]);
        }
    }

    private int Place(int demand, int group, int first, int second) =>
        (demand * Groups + group) * _pairs + (TwoLaws ? first * Combinations + second : first);
}
