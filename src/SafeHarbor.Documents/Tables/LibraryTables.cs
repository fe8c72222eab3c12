using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;

namespace SafeHarbor.Documents.Tables;

/// <summary>The tables that tell what the library holds.</summary>
public static class LibraryTables
{
    private static readonly ImmutableArray<string> Ways = [.. Enum.GetValues<ReadAs>().Select(Sentences.As)];

    public static DataTable Demands(LawLibrary library) => new("demands", "What the resolution asks", "A row for each demand: a statement that must hold in every situation of which it speaks",
        [new("id", "its id"), new("title", "what it asks"), new("fails", "what is so of a child where it is not met"), new("asked", "of which situations it speaks"), new("framework", "the set of demands that it belongs to")], ["id"],
        [.. library.Frameworks.SelectMany(f => f.Demands.Select(d => ImmutableArray.Create<object?>(d.Id, d.Title, d.Fails, ConditionWords.Say(d.Premise), f.Name)))]);

    public static DataTable Jurisdictions(LawLibrary library) => new("jurisdictions", "Governments whose law is held", "A row for each jurisdiction",
        [
            new("id", "its id"), new("name", "its name"), new("within", "the jurisdiction that it lies within", Required: false), new("division", "its Open Civic Data division id", Required: false),
            new("provisions", "how many provisions are held", CellKind.Whole), new("unread", "how many texts could not be read", CellKind.Whole), new("last_read", "the last day on which a source was read", CellKind.Day, Required: false),
        ], ["id"],
        [.. All(library).Select(j => ImmutableArray.Create<object?>(j.Id, j.Name, j.Within, j.Division, (long)j.Provisions.Length, (long)j.Unread.Length, j.Provisions.IsEmpty ? null : j.Provisions.Max(p => p.LastRead)))])
    {
        ForeignKeys = [new(["within"], "", ["id"])],
    };

    public static DataTable Provisions(LawLibrary library) => new("provisions", "Provisions of law", "A row for each provision as it stands, or stood, over some days; its heading is ours",
        [
            new("jurisdiction", "its id"), new("number", "which provision of the jurisdiction it is, from 1", CellKind.Whole), new("citation", "as lawyers cite it"), new("heading", "what it is about, in our words", Required: false),
            new("topics", "its subjects, several with | between them", Required: false), new("from", "the first day on which it stands; see from_is", CellKind.Day, Required: false),
            new("from_is", "how the first day is known: the day itself, only the year, or only that it stood before the day") { OneOf = ["day", "year", "before"] }, new("to", "its last day; nothing while it stands", CellKind.Day, Required: false),
            new("read_as", "how well its best source was read") { OneOf = Ways }, new("last_read", "the last day on which a source was read", CellKind.Day, Required: false), new("sources", "addresses, several with | between them", Required: false),
            new("rules", "how many rules it holds", CellKind.Whole),
        ], ["jurisdiction", "number"],
        [.. All(library).SelectMany(j => j.Provisions.Select((p, i) => ImmutableArray.Create<object?>(j.Id, (long)i + 1, p.Citation, Some(p.Heading), Some(DataTable.Several(p.Topics.Select(t => t.Name))),
            p.InForce.From == LocalDate.MinIsoValue ? null : p.InForce.From, StartIs(p.InForce.Precision), p.InForce.To, Sentences.As(p.ReadAs), p.Sources.IsEmpty ? null : p.LastRead, Some(DataTable.Several(p.Sources.Select(s => s.Address))), (long)p.Rules.Length)))])
    {
        ForeignKeys = [new(["jurisdiction"], "jurisdictions", ["id"])],
    };

    public static DataTable Rules(LawLibrary library) => new("rules", "Rules", "A row for each rule of a provision: when something holds, something follows, unless something else holds; in our words",
        [
            new("jurisdiction", "its id"), new("provision", "the provision’s number", CellKind.Whole), new("number", "which rule of the provision it is, from 1", CellKind.Whole), new("citation", "the provision’s citation"),
            new("when", "the condition"), new("then", "what follows, several with | between them"), new("unless", "the exceptions, several with | between them", Required: false),
        ], ["jurisdiction", "provision", "number"],
        [.. All(library).SelectMany(j => j.Provisions.SelectMany((p, i) => p.Rules.Select((r, n) => ImmutableArray.Create<object?>(j.Id, (long)i + 1, (long)n + 1, p.Citation, ConditionWords.Say(r.When),
            DataTable.Several(r.Effects.Select(e => e.ToString()!)), Some(DataTable.Several(r.Unless.Select(ConditionWords.Say)))))))])
    {
        ForeignKeys = [new(["jurisdiction", "provision"], "provisions", ["jurisdiction", "number"])],
    };

    public static DataTable Unread(LawLibrary library) => new("unread", "What could not be read", "A row for each text that matters and could not be read; an answer that turns on it is not known",
        [
            new("jurisdiction", "its id"), new("number", "which of the jurisdiction’s unread texts it is, from 1", CellKind.Whole), new("title", "what it is"), new("topics", "its subjects, several with | between them", Required: false),
            new("tried", "where it was looked for", Required: false), new("from", "the first day on which it may matter", CellKind.Day, Required: false), new("to", "the last", CellKind.Day, Required: false),
        ], ["jurisdiction", "number"],
        [.. All(library).SelectMany(j => j.Unread.Select((u, i) => ImmutableArray.Create<object?>(j.Id, (long)i + 1, u.Title, Some(DataTable.Several(u.Topics.Select(t => t.Name))), Some(string.Join(" ", u.Tried)),
            u.InForce is { } f && f.First != LocalDate.MinIsoValue ? f.First : null, u.InForce?.To)))])
    {
        ForeignKeys = [new(["jurisdiction"], "jurisdictions", ["id"])],
    };

    /// <summary>How much is held on each topic, and how it was read.</summary>
    public static DataTable Topics(LawLibrary library) => new("provisions_by_topic", "Provisions by topic and how they were read", "A row for each jurisdiction and topic",
        [new("jurisdiction", "its id"), new("topic", "the subject"), new("provisions", "how many provisions are held on it", CellKind.Whole), .. Ways.Select(w => new Column($"read_as_{w}", $"how many of them were read as {w}", CellKind.Whole)), new("unread", "how many texts on it could not be read", CellKind.Whole)],
        ["jurisdiction", "topic"],
        [.. library.Jurisdictions.SelectMany(j => library.Vocabulary.Topics.Select(t =>
        {
            var held = j.Provisions.Where(p => p.Topics.Contains(t)).ToList();
            return ImmutableArray.Create<object?>([j.Id, t.Name, (long)held.Count, .. Enum.GetValues<ReadAs>().Select(w => (object?)(long)held.Count(p => p.ReadAs == w)), (long)j.Unread.Count(u => u.Topics.Contains(t))]);
        }))]);

    /// <summary>The general law behind every statute is held, and cited, as that of a jurisdiction of its own.</summary>
    private static IEnumerable<Jurisdiction> All(LawLibrary library) => library.Jurisdictions.Prepend(library.Baseline);

    private static string? Some(string text) => text.Length == 0 ? null : text;

    private static string StartIs(StartPrecision precision) => precision switch
    {
        StartPrecision.Day => "day",
        StartPrecision.Year => "year",
        StartPrecision.Before => "before",
        _ => throw new System.Diagnostics.UnreachableException(precision.ToString()),
    };
}
