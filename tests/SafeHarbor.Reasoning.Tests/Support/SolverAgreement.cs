using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;
using Xunit;

namespace SafeHarbor.Reasoning.Tests.Support;

/// <summary>Puts a gap to the solver: each part's cover within the part, and the part within its cover, both ways.</summary>
public static class SolverAgreement
{
    /// <returns>How many claims were proved.</returns>
    public static int Check(Z3Process solver, ApplicableLaw law, DemandGap gap, string label)
    {
        var smt = new SmtLaw(law);
        var care = SmtLaw.And([smt.Possible(), smt.Premise(gap.Demand.Premise)]);
        var (met, arguable, notMet) = smt.Verdicts(gap.Demand.Expected);
        solver.Reset();
        solver.Send(smt.Definitions);
        solver.Send($"(assert {care})");
        var checks = 0;
        foreach (var (verdict, region) in new[] { (Verdict.No, notMet), (Verdict.Arguable, arguable), (Verdict.NotKnown, SmtLaw.Not(SmtLaw.Or([met, arguable, notMet]))) })
        {
            var lines = gap.Parts.FirstOrDefault(p => p.Verdict == verdict)?.Lines ?? [];
            var cover = SmtLaw.Or(lines.Select(l => SmtLaw.And(l.Restrictions.Select(r => SmtLaw.InSet(r.Fact, r.Values)))));
            Assert.True(solver.IsImpossible(SmtLaw.And([cover, SmtLaw.Not(region)])), $"{label}, {gap.Demand.Id}: the cover of {verdict} says too much");
            Assert.True(solver.IsImpossible(SmtLaw.And([region, SmtLaw.Not(cover)])), $"{label}, {gap.Demand.Id}: the cover of {verdict} leaves something out");
            checks += 2;
        }
        return checks;
    }
}
