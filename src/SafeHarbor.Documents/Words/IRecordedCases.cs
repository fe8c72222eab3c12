using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;

namespace SafeHarbor.Documents.Words;

/// <summary>How many recorded cases are of each kind of situation in some gaps.</summary>
public interface IRecordedCases
{
    /// <summary>The cases that are surely of a kind, and those that are if what is unknown of them is so.</summary>
    (long Surely, long Perhaps) Of(Demand demand, Verdict verdict, IEnumerable<(Fact Fact, ValueSet Values)> kind);

    /// <summary>Of several demands at once, the demand with most cases of the kind.</summary>
    (long Surely, long Perhaps) Of(Verdict verdict, JointLine line);
}
