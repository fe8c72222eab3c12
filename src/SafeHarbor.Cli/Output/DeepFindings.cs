using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Reasoning.EveryCase.Checks;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Cli.Output;

/// <summary>Shows what reasoning found about a law as findings like those of its text: place, source line, other places, help.</summary>
internal static class DeepFindings
{
    public static Diagnostic ToDiagnostic(DeepFinding finding, CompiledLaw law)
    {
        var where = finding.Witness is null ? null : $"for example, where {Facts(finding, law)}";
        return (finding.Rule, finding.Reading) switch
        {
            ({ Provision: not null } rule, _) => new Diagnostic(finding.Kind, rule.Rule.Location, finding.Text, where, Heading(rule.Provision),
                [.. finding.Others.Where(o => o.Provision is not null).Select(o => new RelatedPlace(o.Rule.Location, o.Citation))]),
            (_, { } reading) => new Diagnostic(finding.Kind, reading.Reading.Location, finding.Text, where, Heading(reading.Provision), []),
            _ => new Diagnostic(finding.Kind, law.Law.Jurisdiction.Location, finding.Text, where, $"jurisdiction {law.Law.Jurisdiction.Id}", []),
        };
    }

    private static string Heading(Law.Provision provision) => $"provision {provision.Citation} \"{provision.Heading}\"";

    /// <summary>The facts of the situation that the finding speaks of, as a scenario would give them.</summary>
    private static string Facts(DeepFinding finding, CompiledLaw law)
    {
        var spoken = law.Formulas.Cone(finding.About).Select(law.Formulas.NodeAt).Where(n => n.Kind == FormulaKind.Fact).Select(n => n.Left).ToHashSet();
        return string.Join(", ", finding.Witness!.Given.Where(g => spoken.Contains(g.Fact.Index)).Select(g => g.Fact.SayByName(g.Values)));
    }
}
