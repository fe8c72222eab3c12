using System.CommandLine;
using NodaTime.Text;
using SafeHarbor.Cli.Output;
using SafeHarbor.Documents.Json;
using SafeHarbor.Documents.OpenData;
using SafeHarbor.Documents.Tables;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Cli.Commands;

/// <summary>`library`: what the library holds: provisions, how they were read, what could not be read.</summary>
internal static class LibraryCommand
{
    public static Command Make()
    {
        var jurisdictions = new Argument<string[]>("jurisdiction") { Description = "for example US-DC; all of them if left out", Arity = ArgumentArity.ZeroOrMore };
        var export = new Option<string?>("--export") { Description = "write the whole library as open data (a Frictionless data package, Parquet, JSON-LD) to this folder" };
        var force = OutputFile.Force();
        var command = new Command("library", "what the library holds, how it was read, and what could not be read") { jurisdictions, export, force };
        command.SetRun((result, options) =>
        {
            var ids = result.GetValue(jurisdictions)!;
            if (result.GetValue(export) is { } folder)
                return Export(options, ids, folder, result.GetValue(force));
            var session = Session.Open(options, ids.Length == 0 ? null : ids);
            var wanted = ids.Length == 0 ? [.. session.Library.Jurisdictions] : ids.Select(session.Jurisdiction).ToList();
            if (options.Json)
                Json.Write("safeharbor/library/1", session.Receipt, json => LibraryJson.Write(json, session.Library, wanted));
            else
                Print(session, wanted);
            return ExitCode.Fine;
        });
        return command;
    }

    private static ExitCode Export(GlobalOptions options, string[] ids, string folder, bool force)
    {
        if (ids.Length > 0)
            throw new UserError("`--export` writes the whole library", "leave the jurisdictions out");
        OutputFolder.Require(folder, force);
        var session = Session.Open(options, null);
        OutputFolder.Write(folder, DataPackage.Of(NationalGaps.Of(session.Library, session.On)), "The library as open data");
        return ExitCode.Fine;
    }

    private static void Print(Session session, List<Jurisdiction> wanted)
    {
        var page = new Page();
        foreach (var jurisdiction in wanted)
        {
            page.Heading($"{jurisdiction.Id}  {jurisdiction.Name}");
            var provisions = jurisdiction.Provisions;
            page.Line($"{Friendly.Count(provisions.Length, "provision")}: {Counts(provisions)}; last read {(provisions.IsEmpty ? "never" : LocalDatePattern.Iso.Format(provisions.Max(p => p.LastRead)))}. {Friendly.Count(jurisdiction.Scenarios.Length, "scenario")}, {Friendly.Count(jurisdiction.Bills.Length, "bill")}.", 2, Page.Style.Plain, 2);
            foreach (var topic in session.Library.Vocabulary.Topics)
            {
                var held = provisions.Where(p => p.Topics.Contains(topic)).ToList();
                var unread = jurisdiction.Unread.Where(u => u.Topics.Contains(topic)).ToList();
                var text = held.Count == 0 && unread.Count == 0 ? "nothing held: neither a provision nor an unread entry"
                    : Friendly.And(new[] { held.Count == 0 ? null : Friendly.Count(held.Count, "provision"), unread.Count == 0 ? null : $"{unread.Count} unread" }.OfType<string>());
                page.Line($"{topic.Name}: {text}", 4, held.Count == 0 ? Page.Style.Open : Page.Style.Plain, 2);
            }
            foreach (var unread in jurisdiction.Unread)
                page.Line($"unread: {unread.Title}. Tried: {string.Join(" ", unread.Tried)}", 4, Page.Style.Open, 2);
            page.Blank();
        }
        var all = wanted.SelectMany(j => j.Provisions).ToList();
        page.Line($"In all {Friendly.Count(wanted.Count, "jurisdiction")} and {Friendly.Count(all.Count, "provision")}: {Counts(all)}; {wanted.Sum(j => j.Unread.Length)} unread.");
        page.Line(session.Receipt.ToString(), 0, Page.Style.Quiet).Print();
    }

    private static string Counts(IReadOnlyCollection<Provision> provisions) =>
        Friendly.And(Enum.GetValues<ReadAs>().Select(how => (how, provisions.Count(p => p.ReadAs == how))).Where(c => c.Item2 > 0).Select(c => $"{c.Item2} read as {Sentences.As(c.how)}").DefaultIfEmpty("none"));
}
