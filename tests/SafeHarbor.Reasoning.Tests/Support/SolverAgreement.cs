using SafeHarbor.Reasoning.Certificates;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Reform;
using Xunit;

namespace SafeHarbor.Reasoning.Tests.Support;

/// <summary>Puts certificates to the solver, claim by claim.</summary>
public static class SolverAgreement
{
    /// <returns>How many claims were proved.</returns>
    public static int Check(Z3Process solver, ApplicableLaw law, DemandGap gap, string label) => Check(solver, Certifier.OfGap(law, gap), label);

    public static int Check(Z3Process solver, ApplicableLaw first, ApplicableLaw second, DemandDifference difference, string label) =>
        Check(solver, Certifier.OfDifference(first, second, difference), label);

    public static int Check(Z3Process solver, ApplicableLaw before, IReadOnlyCollection<Law.Demand> closed, ReformProposal proposal, string label) =>
        Check(solver, Certifier.OfReform(before, closed, proposal), label);

    private static int Check(Z3Process solver, Certificate certificate, string label)
    {
        solver.Reset();
        solver.Send(certificate.Definitions);
        foreach (var claim in certificate.Claims)
            Assert.True(solver.IsImpossible(claim.Formula) != claim.CanBe, $"{label}, {certificate.Name}: {claim.Text}");
        return certificate.Claims.Length;
    }
}
