using System.CommandLine;
using NodaTime.Text;
using SafeHarbor.Cli.Output;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Cli.Commands;

/// <summary>`compare`: two jurisdictions, by outcome for the same child.</summary>
internal static class CompareCommand
{
    public static Command Make()
    {
        var first = new Argument<string>("first") { Description = "for example US-DC, or DC" };
        var second = new Argument<string>("second") { Description = "the jurisdiction to compare it with" };
        var demand = new Option<string?>("--demand") { Description = "one demand, or a group of them" };
        var all = new Option<bool>("--all") { Description = "show every line" };
        var command = new Command("compare", "two jurisdictions, by outcome for the same child") { first, second, demand, all };
        command.SetRun((result, options) =>
        {
            var (one, other) = (result.GetValue(first)!, result.GetValue(second)!);
            var session = Session.Open(options, [one, other]);
            var (a, b) = (session.Apply(one, session.On), session.Apply(other, session.On));
            var comparer = new Comparer(a, b);
            var differences = session.Demands(result.GetValue(demand)).Select(comparer.Compare).ToList();
            return Show(session, options, differences, a, b, $"in {a.Jurisdiction.Name}", $"in {b.Jurisdiction.Name}",
                $"{a.Jurisdiction.Name} and {b.Jurisdiction.Name}: the same child under both laws", result.GetValue(all));
        });
        return command;
    }

    /// <summary>Prints a difference, or writes it as JSON.</summary>
    public static ExitCode Show(Session session, GlobalOptions options, List<DemandDifference> differences, ApplicableLaw a, ApplicableLaw b,
        string first, string second, string title, bool all)
    {
        if (options.Json)
        {
            Json.Write("safeharbor/difference/1", session.Receipt, json =>
            {
                json.WriteString("first", $"{a.Jurisdiction.Id} on {LocalDatePattern.Iso.Format(a.On)}");
                json.WriteString("second", $"{b.Jurisdiction.Id} on {LocalDatePattern.Iso.Format(b.On)}");
                json.Strings("bills", b.Bills.Select(bill => bill.Title));
                DifferencePage.WriteJson(json, differences, a.Jurisdiction.Name, b.Jurisdiction.Name);
            });
        }
        else
        {
            var page = new Page().Heading(title).Line(DifferencePage.Summary(differences)).Blank();
            DifferencePage.Append(page, differences, first, second, all);
            page.Line(session.Receipt.ToString(), 0, Page.Style.Quiet).Print();
        }
        return differences.TrueForAll(d => d.Parts.IsEmpty) ? ExitCode.Fine : ExitCode.Findings;
    }
}
