using System.CommandLine;
using NodaTime.Text;
using SafeHarbor.Cli.Output;
using SafeHarbor.Documents.Json;
using SafeHarbor.Documents.Words;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Cli.Commands;

/// <summary>`compare`: two jurisdictions, or one on two days, by outcome for the same child.</summary>
internal static class CompareCommand
{
    public static Command Make()
    {
        var first = new Argument<string>("first") { Description = "for example US-DC, or DC" };
        var second = new Argument<string?>("second") { Description = "the jurisdiction to compare it with; the same on another day if left out", Arity = ArgumentArity.ZeroOrOne };
        var since = new Option<string?>("--since") { Description = "take the first law as it stood on this day, such as 2016-11-15" };
        var bill = new Option<string[]>("--bill") { Description = "take this bill as enacted in the second law; may be repeated" };
        var demand = new Option<string?>("--demand") { Description = "one demand, or a group of them" };
        var all = new Option<bool>("--all") { Description = "show every line" };
        var command = new Command("compare", "two jurisdictions, or one on two days, by outcome for the same child") { first, second, since, bill, demand, all };
        command.SetRun((result, options) =>
        {
            var one = result.GetValue(first)!;
            var other = result.GetValue(second) ?? one;
            var session = Session.Open(options, [one, other]);
            var day = result.GetValue(since) is { } text ? session.Earlier(text) : session.On;
            var (a, b) = (session.Apply(one, day), session.Apply(other, session.On, result.GetValue(bill)));
            if (a.Jurisdiction.Id == b.Jurisdiction.Id && day == session.On && b.Bills.IsEmpty)
                throw new UserError("a law is the same as itself", "name a second jurisdiction, an earlier day after `--since`, or a bill after `--bill`");
            var comparer = new Comparer(a, b);
            var differences = session.Demands(result.GetValue(demand)).Select(comparer.Compare).ToList();
            return Show(session, options, differences, a, b, Name(a, b), Name(b, a),
                a.Jurisdiction.Id == b.Jurisdiction.Id ? $"{a.Jurisdiction.Name}: the same child {Name(a, b)} and {Name(b, a)}" : $"{a.Jurisdiction.Name} and {b.Jurisdiction.Name}: the same child under both laws", result.GetValue(all));
        });
        return command;
    }

    /// <summary>What tells a law from the other: the jurisdiction, the day, the bills.</summary>
    private static string Name(ApplicableLaw law, ApplicableLaw other) => string.Join(" ", new[]
    {
        law.Jurisdiction.Id != other.Jurisdiction.Id ? $"in {law.Jurisdiction.Name}" : null,
        law.On != other.On ? $"on {LocalDatePattern.Iso.Format(law.On)}" : null,
        law.Bills.IsEmpty ? other.Bills.IsEmpty ? null : "without the bill" : $"with {Law.Text.Friendly.And(law.Bills.Select(b => b.Title))}",
    }.OfType<string>());

    /// <summary>Prints a difference, or writes it as JSON.</summary>
    public static ExitCode Show(Session session, GlobalOptions options, List<DemandDifference> differences, ApplicableLaw a, ApplicableLaw b,
        string first, string second, string title, bool all, BillEffect? effect = null)
    {
        if (options.Json)
        {
            Json.Write("safeharbor/difference/1", session.Receipt, json =>
            {
                json.WriteString("first", $"{a.Jurisdiction.Id} on {LocalDatePattern.Iso.Format(a.On)}");
                json.WriteString("second", $"{b.Jurisdiction.Id} on {LocalDatePattern.Iso.Format(b.On)}");
                json.Strings("bills", b.Bills.Select(bill => bill.Title));
                DifferenceJson.Write(json, differences, a.Jurisdiction.Name, b.Jurisdiction.Name);
                if (effect is not null)
                    BillJson.Write(json, effect);
            });
        }
        else
        {
            var page = new Page().Heading(title).Line(DifferenceWords.Summary(differences)).Blank();
            DifferencePage.Append(page, differences, first, second, all);
            if (effect is not null)
                BillPage.Append(page, effect);
            page.Line(session.Receipt.ToString(), 0, Page.Style.Quiet).Print();
        }
        return differences.TrueForAll(d => d.Parts.IsEmpty) ? ExitCode.Fine : ExitCode.Findings;
    }
}
