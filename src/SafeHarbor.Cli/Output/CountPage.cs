using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SafeHarbor.Cases;
using SafeHarbor.Documents.Json;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.ManyCases;

namespace SafeHarbor.Cli.Output;

/// <summary>What is told of a file of cases.</summary>
/// <param name="Smallest">The smallest count that is told; 1 where none is withheld.</param>
internal sealed record CountAnswer(CountPlan Plan, Fact? By, CountResult Result, ImmutableArray<DemandTable> Tables, int Smallest)
{
    public bool TwoLaws => Plan.Laws.Length == 2;

    public bool Withholds => Smallest > 1;

    /// <summary>How many rows are not counted; null where that is withheld, for a row is a child.</summary>
    public long? BadRows => Result.BadRowCount > 0 && Result.BadRowCount < Smallest ? null : Result.BadRowCount;

    public string RowName(int row) => TwoLaws ? ((Verdict)row).InWords(ofDemand: true) : GroupNames.Of(By!, row);
}

/// <summary>Counts for a person and for a program.</summary>
internal static class CountPage
{
    private const int BadRowsShown = 10;

    public static void Print(Session session, CountAnswer answer, string file)
    {
        var law = answer.Plan.Laws[0];
        var page = new Page().Heading($"{law.Jurisdiction.Name}: many children")
            .Line($"The law as of {NodaTime.Text.LocalDatePattern.Iso.Format(session.On)}, for the cases of {Path.GetFileName(file)}.");
        if (answer.TwoLaws)
            page.Line($"Each line: the answer as the law stands, then with {Friendly.And(answer.Plan.Laws[1].Bills.Select(b => b.Title))}.");
        if (answer.Result.ResumedAtLine is { } line)
            page.Line(string.Create(CultureInfo.InvariantCulture, $"An earlier run was stopped; taken up again at line {line}."), 0, Page.Style.Quiet);
        var cases = answer.Tables.IsEmpty ? null : answer.Tables[0].Of(null, null)!.Cases;
        page.Line($"{Told(answer, cases)} counted{(answer.BadRows switch { null => "; few rows not counted", 0 => "", var bad => $"; {Friendly.Count(bad.Value, "row")} not counted" })}.");
        if (answer.Result.Lacking.Count > 0)
            page.Line($"Not known in any case, for want of a column: {Friendly.And(answer.Result.Lacking.Select(f => f.Name))}.", 0, Page.Style.Quiet);
        page.Blank();
        foreach (var table in answer.Tables)
            PrintTable(page, answer, table, cases);
        PrintBadRows(page, answer);
        page.Line(answer.Withholds
            ? $"Counts from 1 to {answer.Smallest - 1}, and counts that would give one away, are withheld."
            : "These are exact numbers, for your own eyes: small ones can point to a child. What leaves your hands is made with --share.", 0, Page.Style.Quiet);
        page.Line("This informs; it is not legal advice. “Depends” means: it turns on what the case leaves unknown.", 0, Page.Style.Quiet);
        page.Line(session.Receipt.ToString(), 0, Page.Style.Quiet).Print();
    }

    public static void WriteJson(Utf8JsonWriter json, CountAnswer answer)
    {
        json.WriteString("jurisdiction", answer.Plan.Laws[0].Jurisdiction.Id);
        json.Strings("bills", answer.Plan.Laws[^1].Bills.Select(b => b.Title));
        if (answer.By is { } by)
            json.WriteString("by", by.Name);
        json.WriteNumber("smallest", answer.Smallest);
        Number(json, "cases", answer.Tables.IsEmpty ? answer.Result.Counts.Cases : answer.Tables[0].Of(null, null)!.Cases);
        Number(json, "badRows", answer.BadRows);
        json.Strings("lacking", answer.Result.Lacking.Select(f => f.Name));
        json.Array("demands", answer.Tables, table =>
        {
            json.WriteStartObject();
            json.WriteString("id", table.Demand.Id);
            json.WriteString("title", table.Demand.Title);
            json.Array("counts", table.Cells.Where(c => (c.Row, c.Column) != (null, null) && (answer.By is not null || answer.TwoLaws || c.Row is null)), cell => WriteCell(json, answer, cell));
            json.WriteEndObject();
        });
        json.Array("faults", answer.Withholds ? [] : answer.Result.BadRows, bad =>
        {
            json.WriteStartObject();
            json.WriteNumber("line", bad.Line);
            json.WriteString("column", bad.Column);
            json.WriteString("what", bad.What);
            json.WriteString("help", bad.Help);
            json.WriteEndObject();
        });
    }

    private static void WriteCell(Utf8JsonWriter json, CountAnswer answer, CountCell cell)
    {
        json.WriteStartObject();
        if (answer.TwoLaws)
        {
            if (cell.Row is { } first)
                json.Verdict((Verdict)first, ofDemand: true);
            if (cell.Column is { } second)
            {
                json.WriteStartObject("withBills");
                json.Verdict(second, ofDemand: true);
                json.WriteEndObject();
            }
        }
        else
        {
            if (answer.By is not null && cell.Row is { } row)
                json.WriteString("group", answer.RowName(row));
            if (cell.Column is { } verdict)
                json.Verdict(verdict, ofDemand: true);
        }
        Number(json, "cases", cell.Cases);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } told)
            json.WriteNumber(name, told);
        else
            json.WriteNull(name);
    }

    private static void PrintTable(Page page, CountAnswer answer, DemandTable table, long? cases)
    {
        page.Line($"{table.Demand.Id}  {table.Demand.Title}", 0, Page.Style.Heading, 2);
        if (answer.TwoLaws)
            PrintChanges(page, answer, table, cases);
        else
            PrintVerdicts(page, answer, table, null, cases, 2);
        if (answer.By is not null)
        {
            foreach (var group in table.Cells.Where(c => c.Row is not null && c.Column is null).OrderBy(c => c.Row))
            {
                page.Line($"{answer.By.Name}: {answer.RowName(group.Row!.Value)} ({Told(answer, group.Cases)})", 4);
                PrintVerdicts(page, answer, table, group.Row, group.Cases, 6);
            }
        }
        page.Blank();
    }

    private static void PrintVerdicts(Page page, CountAnswer answer, DemandTable table, int? row, long? of, int indent)
    {
        foreach (var cell in table.Cells.Where(c => c.Row == row && c.Column is not null).OrderBy(c => Order(c.Column!.Value)))
            page.Line($"{Number(cell.Cases)}  {cell.Column!.Value.InWords(ofDemand: true)}{Share(answer, cell.Cases, of)}", indent, Styles.Of(cell.Column.Value), 18);
    }

    private static void PrintChanges(Page page, CountAnswer answer, DemandTable table, long? of)
    {
        foreach (var cell in table.Cells.Where(c => c.Row is not null && c.Column is not null).OrderBy(c => Order((Verdict)c.Row!.Value)).ThenBy(c => Order(c.Column!.Value)))
        {
            var (first, second) = ((Verdict)cell.Row!.Value, cell.Column!.Value);
            var what = first == second ? $"{first.InWords(ofDemand: true)}, both ways" : $"{first.InWords(ofDemand: true)}; with it {second.InWords(ofDemand: true)}";
            page.Line($"{Number(cell.Cases)}  {what}{Share(answer, cell.Cases, of)}", 2, Styles.Of(second), 18);
        }
    }

    private static void PrintBadRows(Page page, CountAnswer answer)
    {
        // A bad row quotes the file: that stays with whoever holds it.
        if (answer.Result.BadRowCount == 0 || answer.Withholds || answer.Result.BadRows.Count == 0)
            return;
        page.Heading("Rows that are not counted");
        foreach (var bad in answer.Result.BadRows.Take(BadRowsShown))
            page.Line(Friendly.Sentence(bad.ToString()), 2, Page.Style.Bad, 2);
        if (answer.Result.BadRowCount > BadRowsShown)
            page.Line($"and {Friendly.Count(answer.Result.BadRowCount - BadRowsShown, "more row", "more rows")}; `--bad-rows FILE` writes all of them to a file.", 2, Page.Style.Quiet);
        page.Blank();
    }

    /// <summary>What is settled comes before what depends.</summary>
    private static int Order(Verdict verdict) => verdict.IsSettled() ? (int)verdict : 64 + (int)verdict;

    private static string Told(CountAnswer answer, long? cases) => cases is { } told ? Friendly.Count(told, "case") : $"fewer than {answer.Smallest} cases, or withheld,";

    private static string Number(long? cases) => (cases?.ToString("N0", CultureInfo.InvariantCulture) ?? "withheld");

    private static string Share(CountAnswer answer, long? cases, long? of) =>
        cases is { } told && of is > 0 && !answer.Withholds ? string.Create(CultureInfo.InvariantCulture, $" ({100.0 * told / of:0.0} %)") : "";
}
