using SafeHarbor.Documents.Words;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.EveryCase.Checks;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Cli.Output;

/// <summary>Tells what bills do to a law besides the outcome for children: contradictions, rules that fall idle, orders that matter.</summary>
internal static class BillPage
{
    public static void Append(Page page, BillEffect effect)
    {
        if (!effect.NewConflicts.IsEmpty)
        {
            page.Heading("It brings in contradictions");
            foreach (var finding in effect.NewConflicts)
                AppendFinding(page, finding, effect.With);
            page.Blank();
        }
        if (!effect.BecomeIdle.IsEmpty)
        {
            page.Heading("These rules would no longer decide anything");
            foreach (var finding in effect.BecomeIdle)
                AppendFinding(page, finding, effect.With);
            page.Blank();
        }
        foreach (var order in effect.Orders)
        {
            page.Heading($"The order of {order.First} and {order.Second} matters");
            DifferencePage.Append(page, order.Differences, "in the order given", "with the two exchanged", all: false);
        }
        if (effect.NewConflicts.IsEmpty && effect.BecomeIdle.IsEmpty && effect.Orders.IsEmpty)
            page.Line("It brings in no contradiction and makes no rule needless.", 0, Page.Style.Quiet).Blank();
    }

    private static void AppendFinding(Page page, DeepFinding finding, CompiledLaw with)
    {
        page.Line($"- {Cited(finding)}: {finding.Text}.", 2, Page.Style.Plain, 2);
        if (DeepFindings.ToDiagnostic(finding, with).Help is { } example)
            page.Line($"{Friendly.Sentence(example)}.", 4, Page.Style.Quiet);
    }

    private static string Cited(DeepFinding finding) => Friendly.And(finding.Others.Prepend(finding.Rule!).Select(Sentences.Cite).Distinct().Take(finding.Kind == Law.Diagnostics.DiagnosticKinds.Conflict ? 4 : 1));
}
