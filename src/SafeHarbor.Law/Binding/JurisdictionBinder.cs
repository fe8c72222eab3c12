using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law.Binding;

/// <summary>Reads the files of one jurisdiction, or the baseline, into one <see cref="Jurisdiction"/>.</summary>
internal sealed class JurisdictionBinder(Words words, IReadOnlyCollection<string> demandIds, DiagnosticBag bag)
{
    /// <summary>Readings that are declared elsewhere in the same law and may be named here.</summary>
    public IReadOnlyCollection<string> KnownReadings { get; init; } = [];

    /// <param name="id">The id that the folder's name gives; the baseline's is <c>baseline</c>.</param>
    /// <param name="trees">At least one.</param>
    public Jurisdiction Bind(string id, IReadOnlyList<SyntaxTree> trees)
    {
        var readings = ReadingNames(trees);
        var provisions = new ProvisionBinder(words, readings);
        var scenarios = new ScenarioBinder(words, demandIds);
        var head = new Head(id, null, null, null, null);
        var allProvisions = ImmutableArray.CreateBuilder<Provision>();
        var allUnread = ImmutableArray.CreateBuilder<Unread>();
        var allScenarios = ImmutableArray.CreateBuilder<Scenario>();
        var secondReading = ImmutableArray.CreateBuilder<Scenario>();
        var bills = ImmutableArray.CreateBuilder<Bill>();
        foreach (var tree in trees)
        {
            Bill? openBill = null;
            foreach (var syntax in tree.Entries)
            {
                var entry = new EntryReader(tree.Source, syntax, bag);
                switch (syntax.Kind)
                {
                    case StatementKind.Jurisdiction or StatementKind.Baseline:
                        head = BindHead(entry, id, head);
                        break;
                    case StatementKind.Provision:
                        if (provisions.Bind(entry) is { } provision)
                            allProvisions.Add(provision);
                        break;
                    case StatementKind.Unread:
                        allUnread.Add(provisions.BindUnread(entry));
                        break;
                    case StatementKind.SecondReading:
                        if (scenarios.Bind(entry, id) is { } second)
                            secondReading.Add(second);
                        break;
                    case StatementKind.Scenario:
                        if (scenarios.Bind(entry, id) is { } scenario)
                            allScenarios.Add(scenario);
                        break;
                    case StatementKind.Bill:
                        if (openBill is not null)
                            bills.Add(openBill);
                        openBill = BindBill(entry, id);
                        break;
                    case StatementKind.Add or StatementKind.Replace or StatementKind.Repeal:
                        if (openBill is null)
                            entry.Report(DiagnosticKinds.MisplacedLine, $"`{StatementWords.Of(syntax.Kind)}` stands outside a bill", "begin the file with `bill`");
                        else if (Change(entry, provisions, openBill) is { } change)
                            openBill = openBill with { Changes = openBill.Changes.Add(change) };
                        break;
                    default:
                        entry.Report(DiagnosticKinds.MisplacedLine, $"`{StatementWords.Of(syntax.Kind)}` does not belong in the law of a jurisdiction", "move it to the vocabulary or to a framework");
                        break;
                }
            }
            if (openBill is not null)
                bills.Add(openBill);
        }
        var place = head.Place ?? new Location(trees[0].Source, new TextSpan(0, 0));
        if (head.Place is null)
            bag.Add(DiagnosticKinds.Incomplete, place, $"no file of `{id}` says which jurisdiction it is", $"add the line `jurisdiction {id} \"its name\"`");
        return new Jurisdiction(id, head.Name ?? id, head.Within, head.Division, allProvisions.ToImmutable(), allUnread.ToImmutable(), allScenarios.ToImmutable(), bills.ToImmutable(), place) { SecondReading = secondReading.ToImmutable() };
    }

    private sealed record Head(string Id, string? Name, string? Within, string? Division, Location? Place);

    private List<string> ReadingNames(IReadOnlyList<SyntaxTree> trees) =>
        [.. KnownReadings.Concat(trees.SelectMany(t => t.Entries).SelectMany(e => e.Body).Where(s => s.Kind == StatementKind.Reading && !s.Tokens.IsEmpty)
            .Select(ProvisionBinder.NameOfReading)).Distinct().OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal)];

    private static Head BindHead(EntryReader entry, string id, Head earlier)
    {
        var head = entry.Head();
        if (earlier.Place is { } first)
            entry.Report(DiagnosticKinds.DeclaredTwice, $"`{id}` is declared twice", "keep one of the two", new RelatedPlace(first, "first declared here"));
        var written = head.TryRaw();
        if (entry.Entry.Kind == StatementKind.Jurisdiction && written != id)
            head.Report(DiagnosticKinds.UnknownJurisdiction, head.Whole, $"the folder is `{id}` and the file says `{written}`", "make the two the same");
        var name = head.RequireQuotations("the name");
        head.ExpectEnd();
        string? within = null, division = null;
        foreach (var statement in entry.Entry.Body)
        {
            var reader = entry.Read(statement);
            switch (statement.Kind)
            {
                case StatementKind.Within: within = reader.TryRaw(); reader.ExpectEnd(); break;
                case StatementKind.Division: division = reader.AtEnd ? null : reader.RawFrom(0); break;
                case StatementKind.Note: EntryReader.ReadNote(reader); break;
                default: entry.Misplaced(statement); break;
            }
        }
        return new Head(id, name, within, division, entry.Place);
    }

    private Bill? BindBill(EntryReader entry, string id)
    {
        var head = entry.Head();
        var written = head.TryRaw();
        if (written != id)
            head.Report(DiagnosticKinds.UnknownJurisdiction, head.Whole, $"the folder is `{id}` and the bill says `{written}`", "make the two the same");
        var title = head.RequireQuotations("the title of the bill");
        head.ExpectEnd();
        LocalDate? from = null;
        string? outcome = null;
        var sources = ImmutableArray.CreateBuilder<Source>();
        foreach (var statement in entry.Entry.Body)
        {
            var reader = entry.Read(statement);
            switch (statement.Kind)
            {
                case StatementKind.Source:
                    if (EntryReader.ReadSource(reader) is { } source)
                        sources.Add(source);
                    break;
                case StatementKind.From: from = Words.RequireDate(reader); reader.ExpectEnd(); break;
                case StatementKind.Outcome: outcome = EntryReader.ReadNote(reader); break;
                case StatementKind.Note: EntryReader.ReadNote(reader); break;
                default: entry.Misplaced(statement); break;
            }
        }
        if (from is null)
            entry.Report(DiagnosticKinds.Undated, "this bill does not say from when it would be law", "add a line such as `from 2024-07-15`");
        if (sources.Count == 0)
            entry.Report(DiagnosticKinds.Unsourced, "this bill has no source", "add a line such as `source <https://…> read 2026-11-24 as text`");
        return from is { } day ? new Bill(id, title, sources.ToImmutable(), day, outcome, [], entry.Place) : null;
    }

    private static BillChange? Change(EntryReader entry, ProvisionBinder provisions, Bill bill)
    {
        if (entry.Entry.Kind == StatementKind.Repeal)
        {
            var head = entry.Head();
            var citation = head.TryRaw();
            head.TryQuotations();
            head.ExpectEnd();
            foreach (var statement in entry.Entry.Body)
                entry.Misplaced(statement);
            if (citation is null)
                head.Report(DiagnosticKinds.Incomplete, head.Here, "the citation is missing", "write the citation of what is repealed");
            return citation is null ? null : new BillChange.Repeal(citation, entry.Place);
        }
        if (provisions.Bind(entry, (bill.From, bill.Sources)) is not { } provision)
            return null;
        return entry.Entry.Kind == StatementKind.Add ? new BillChange.Add(provision) : new BillChange.Replace(provision);
    }
}
