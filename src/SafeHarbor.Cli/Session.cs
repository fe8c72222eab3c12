using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SafeHarbor.Documents;
using SafeHarbor.Law;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Cli;

/// <summary>What every command needs: the library that was read, the day that is asked about, and the receipt.</summary>
public sealed class Session
{
    private Session(LawLibrary library, LocalDate on, string root)
    {
        Library = library;
        On = on;
        Root = root;
    }

    public LawLibrary Library { get; }

    public LocalDate On { get; }

    public string Root { get; }

    public Receipt Receipt => new(Library.Hash, On);

    /// <summary>Opens the library.</summary>
    /// <param name="ids">The jurisdictions wanted; null for all.</param>
    /// <exception cref="UserError">The library, a jurisdiction or the day cannot be used.</exception>
    public static Session Open(GlobalOptions options, IReadOnlyCollection<string>? ids)
    {
        var root = options.Library;
        var wanted = ids?.Select(id => Normalize(id, root)).ToList();
        var (library, findings) = LibraryReader.Read(root, wanted);
        var errors = findings.Where(f => f.IsError).ToList();
        if (library is null || errors.Count > 0)
            throw new UserError($"the law library cannot be used: {Friendly.Count(errors.Count, "error")}\n{DiagnosticWriter.ToText(errors.Take(20))}".TrimEnd(), "run `safeharbor check` to see all of them");
        return Of(library, options);
    }

    /// <summary>A session on a library that was read already.</summary>
    /// <exception cref="UserError">The day cannot be used.</exception>
    public static Session Of(LawLibrary library, GlobalOptions options) => new(library, DayOf(options.On, library.Vocabulary), options.Library);

    public Jurisdiction Jurisdiction(string id) => Library.Find(Normalize(id, Root))!;

    /// <summary>The law that applies in a jurisdiction on a day, after the bills named.</summary>
    public ApplicableLaw Apply(string id, LocalDate on, IEnumerable<string>? bills = null)
    {
        var jurisdiction = Jurisdiction(id);
        var titles = (bills ?? []).Select(b => BillTitle(jurisdiction, b)).ToImmutableArray();
        return ApplicableLaw.Of(Library, new LawQuestion(jurisdiction.Id, on, titles));
    }

    public CompiledLaw Compile(string id, IEnumerable<string>? bills = null) => new(Apply(id, On, bills));

    public IEnumerable<Demand> Demands(string? prefix)
    {
        var demands = Library.Demands.Where(d => prefix is null || d.Id == prefix || d.Id.StartsWith(prefix + ".", StringComparison.OrdinalIgnoreCase) || string.Equals(d.Id, prefix, StringComparison.OrdinalIgnoreCase)).ToList();
        if (demands.Count > 0)
            return demands;
        var near = Nearest.To(prefix!, Library.Demands.Select(d => d.Id));
        throw new UserError($"unknown demand `{prefix}`", near is null ? $"the demands are {Friendly.And(Library.Demands.Select(d => d.Id))}" : $"did you mean `{near}`?");
    }

    /// <summary>The facts given, as a case that can be.</summary>
    public Case CaseOf(string? given)
    {
        var (facts, findings) = CaseReader.Read(Library.Vocabulary, given ?? "");
        if (findings.Length > 0)
            throw new UserError($"the facts given cannot be read\n{DiagnosticWriter.ToText(findings)}".TrimEnd());
        return Case.Of(Library.Vocabulary, facts);
    }

    /// <summary>A jurisdiction's id as the library knows it: `ky` is `US-KY`.</summary>
    public static string Normalize(string id, string root)
    {
        var known = LibraryReader.Ids(root);
        var upper = id.ToUpperInvariant();
        foreach (var candidate in new[] { id, upper, "US-" + upper })
        {
            if (known.Contains(candidate))
                return candidate;
        }
        if (known.IsEmpty)
        {
            throw Directory.Exists(root)
                ? new UserError($"the library folder `{root}` holds no jurisdiction", "give the folder that holds `vocabulary.law` and a folder for each jurisdiction")
                : new UserError($"the library folder `{root}` is not there", "give the folder that holds `vocabulary.law` after `--library`");
        }
        var near = Nearest.To(upper, known) ?? Nearest.To("US-" + upper, known);
        throw new UserError($"unknown jurisdiction `{id}`", (near is null ? "" : $"did you mean `{near}`? ") + $"the library holds {Friendly.And(known)}");
    }

    /// <summary>The laws of the other states on the same day, where precedents are looked for; for a county or city those of other counties and cities too.</summary>
    public List<ApplicableLaw> OthersThan(Jurisdiction jurisdiction) => [.. Library.OthersThan(jurisdiction).Select(j => Apply(j.Id, On))];

    /// <summary>A day to look back to, before the day that is asked about.</summary>
    /// <exception cref="UserError">It is no date, before the library begins, or not earlier.</exception>
    public LocalDate Earlier(string text)
    {
        var day = DayOf(text, Library.Vocabulary);
        return day < On ? day : throw new UserError($"`--since` must be before {LocalDatePattern.Iso.Format(On)}", "give an earlier day, such as `--since 2016-11-15`");
    }

    /// <summary>A day as a person writes it; today where none is given.</summary>
    /// <exception cref="UserError">It is no date, or before the library begins.</exception>
    public static LocalDate DayOf(string? text, Vocabulary vocabulary)
    {
        if (text is null)
            return LocalDate.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        var parsed = LocalDatePattern.Iso.Parse(text);
        if (!parsed.Success)
            throw new UserError($"`{text}` is not a date", "write year, month and day, such as `--on 2026-11-01`");
        if (parsed.Value < vocabulary.Begins)
            throw new UserError($"the library begins on {LocalDatePattern.Iso.Format(vocabulary.Begins)}, after {text}", "ask about a later day");
        return parsed.Value;
    }

    private static string BillTitle(Jurisdiction jurisdiction, string wanted)
    {
        var fitting = jurisdiction.Bills.Where(b => b.Title.Contains(wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        var bill = jurisdiction.Bills.FirstOrDefault(b => b.Title == wanted) ?? fitting.FirstOrDefault();
        if (fitting.Count > 1 && bill?.Title != wanted)
            throw new UserError($"`{wanted}` may be any of {Friendly.Count(fitting.Count, "bill")}", $"write more of the title: {Friendly.Or(fitting.Select(b => $"`{b.Title}`"))}");
        return bill?.Title ?? throw new UserError($"unknown bill `{wanted}`",
            jurisdiction.Bills.IsEmpty ? $"the library holds no bill of {jurisdiction.Name}" : $"the bills of {jurisdiction.Name} are {Friendly.And(jurisdiction.Bills.Select(b => b.Title))}");
    }
}

/// <summary>Options that every command takes.</summary>
public sealed record GlobalOptions(string Library, string? On, bool Json);
