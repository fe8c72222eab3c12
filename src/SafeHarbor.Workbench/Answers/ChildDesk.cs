using System.Collections.Immutable;
using SafeHarbor.Documents;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.OneCase;

namespace SafeHarbor.Workbench.Answers;

/// <summary>Answers about one child under one law. It keeps nothing of what it is asked.</summary>
public sealed class ChildDesk
{
    private readonly Lock _atWork = new();
    private readonly CompiledLaw _law;
    private readonly CaseReporter _reporter;
    private readonly Lazy<byte[]> _program;

    public ChildDesk(ApplicableLaw law, Receipt receipt)
    {
        _law = new CompiledLaw(law);
        _reporter = new CaseReporter(_law);
        // A program of its own: its diagrams are sifted for size.
        _program = new Lazy<byte[]>(() => ChildProgram.Of(new CompiledLaw(law), receipt));
    }

    public byte[] Program => _program.Value;

    /// <summary>What the law says of a child of whom some facts are known; null where the facts cannot all be so.</summary>
    public CaseReport? Report(IEnumerable<(Fact Fact, ValueSet Values)> given)
    {
        var @case = Case.Of(_law.Law.Vocabulary, given.Concat(new Interview([.. Interview.Assumed(_law.Law.Vocabulary)]).Given));
        lock (_atWork)
            return _reporter.Evaluator.IsPossible(@case) ? _reporter.Report(@case) : null;
    }

    /// <summary>The verdicts alone, for a test of the program that a browser runs.</summary>
    public ImmutableArray<(string Text, Verdict Verdict)> Verdicts(Case @case)
    {
        lock (_atWork)
        {
            var report = _reporter.Report(@case);
            return [.. report.Duties.Select(d => ($"{d.Party.WithArticle} must {d.Act.Name}", d.Verdict)), .. report.Bars.Select(b => ($"{b.Party.WithArticle} must not {b.Act.Name}", b.Verdict)),
                .. report.Statuses.Select(s => (s.Status.Says, s.Answer.Verdict))];
        }
    }
}
