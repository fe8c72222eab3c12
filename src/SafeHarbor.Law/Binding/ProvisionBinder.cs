using System.Collections.Immutable;
using System.Text;
using NodaTime;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;

namespace SafeHarbor.Law.Binding;

/// <summary>Reads provisions and unread entries.</summary>
internal sealed class ProvisionBinder(Words words, IReadOnlyList<string> readings)
{
    private readonly ConditionBinder _conditions = new(words.Phrases, readings);
    private readonly EffectBinder _effects = new(words);

    /// <summary>Reads a provision.</summary>
    /// <param name="from">For a provision of a bill: the day and the sources it takes from the bill.</param>
    public Provision? Bind(EntryReader entry, (LocalDate From, ImmutableArray<Source> Sources)? from = null)
    {
        var head = entry.Head();
        var citation = head.TryRaw();
        if (citation is null)
        {
            head.Report(DiagnosticKinds.Incomplete, head.Here, "the citation is missing", "write it after the word, such as `provision KRS 529.100(1) \"Human trafficking\"`");
            return null;
        }
        var heading = head.TryQuotations() ?? "";
        head.ExpectEnd();

        var topics = ImmutableArray.CreateBuilder<Topic>();
        var amended = ImmutableArray.CreateBuilder<LocalDate>();
        var sources = ImmutableArray.CreateBuilder<Source>();
        var precedences = ImmutableArray.CreateBuilder<Precedence>();
        var notes = ImmutableArray.CreateBuilder<string>();
        var own = ImmutableArray.CreateBuilder<Reading>();
        InForce? inForce = null;
        var sawDate = false;
        var sawSource = false;
        var reach = Reach.Own;
        string? asEnacted = null;
        var rules = new RuleBinder(entry, _conditions, _effects);
        foreach (var statement in entry.Entry.Body)
        {
            var reader = entry.Read(statement);
            switch (statement.Kind)
            {
                case StatementKind.Topic:
                    if (entry.ReadTopic(reader, words.Vocabulary.Topics) is { } topic)
                        topics.Add(topic);
                    break;
                case StatementKind.InForce:
                    if (sawDate)
                        reader.Report(DiagnosticKinds.Surplus, reader.Whole, "the days in force are given twice", "each version of a provision is a provision of its own");
                    sawDate = true;
                    inForce = EntryReader.ReadInForce(reader) ?? inForce;
                    break;
                case StatementKind.Amended:
                    if (Words.RequireDate(reader) is { } day)
                        amended.Add(day);
                    reader.ExpectEnd();
                    break;
                case StatementKind.Source:
                    sawSource = true;
                    if (EntryReader.ReadSource(reader) is { } source)
                        sources.Add(source);
                    break;
                case StatementKind.Binds:
                    reader.ExpectEnd();
                    reach = Reach.BindsWithin;
                    break;
                case StatementKind.ConditionsFunding:
                    reader.ExpectEnd();
                    reach = Reach.ConditionsFunding;
                    break;
                case StatementKind.Despite:
                case StatementKind.SubjectTo:
                    if (ReadPrecedence(reader, statement.Kind == StatementKind.Despite) is { } precedence)
                        precedences.Add(precedence);
                    break;
                case StatementKind.Note:
                    notes.Add(EntryReader.ReadNote(reader));
                    break;
                case StatementKind.AsEnacted:
                    asEnacted = EntryReader.ReadNote(reader);
                    break;
                case StatementKind.Reading:
                    own.Add(ReadReading(entry, reader, statement));
                    break;
                case StatementKind.For or StatementKind.Against:
                    break; // read with its reading
                default:
                    if (!rules.Take(statement))
                        entry.Misplaced(statement);
                    break;
            }
        }
        if (!sawDate && from is null)
            entry.Report(DiagnosticKinds.Undated, $"`{citation}` has no date", "add a line such as `in force from 2015-05-07`, or `in force since before 2016-11-01` where only that is known");
        if (!sawSource && from is null)
            entry.Report(DiagnosticKinds.Unsourced, $"`{citation}` has no source", "add a line such as `source <https://…> read 2026-11-24 as text`");
        if (topics.Count == 0 && from is null)
            entry.Report(DiagnosticKinds.NoTopic, $"`{citation}` has no topic", $"add a line such as `topic {words.Vocabulary.Topics.FirstOrDefault()?.Name ?? "…"}`");
        if (inForce is { Precision: StartPrecision.Before } open && open.From > words.Vocabulary.Begins && precedences.Count > 0)
            entry.Report(DiagnosticKinds.BadDate, $"`{citation}` prevails or yields, and it is not known since when it stands", "write the day or the year from which it is known to stand, and an unread entry for the time before");
        inForce ??= new InForce(from?.From ?? words.Vocabulary.Begins, StartPrecision.Day, null);
        return new Provision(citation, heading, topics.ToImmutable(), inForce, amended.ToImmutable(),
            sources.Count == 0 && from is { } bill ? bill.Sources : sources.ToImmutable(), reach, precedences.ToImmutable(),
            notes.ToImmutable(), own.ToImmutable(), rules.Finish(), entry.Place)
        { AsEnacted = asEnacted };
    }

    public Unread BindUnread(EntryReader entry)
    {
        var head = entry.Head();
        var title = head.RequireQuotations("what could not be read");
        head.ExpectEnd();
        var topics = ImmutableArray.CreateBuilder<Topic>();
        var tried = ImmutableArray.CreateBuilder<string>();
        var notes = ImmutableArray.CreateBuilder<string>();
        LocalDate? read = null;
        InForce? inForce = null;
        var changesNothing = false;
        var rules = new RuleBinder(entry, _conditions, _effects);
        foreach (var statement in entry.Entry.Body)
        {
            var reader = entry.Read(statement);
            switch (statement.Kind)
            {
                case StatementKind.Topic:
                    if (entry.ReadTopic(reader, words.Vocabulary.Topics) is { } topic)
                        topics.Add(topic);
                    break;
                case StatementKind.Tried:
                    tried.Add(EntryReader.ReadNote(reader));
                    break;
                case StatementKind.Note:
                    notes.Add(EntryReader.ReadNote(reader));
                    break;
                case StatementKind.Read:
                    read = Words.RequireDate(reader);
                    reader.ExpectEnd();
                    break;
                case StatementKind.InForce:
                    inForce = EntryReader.ReadInForce(reader);
                    break;
                case StatementKind.ChangesNoAnswer:
                    reader.ExpectEnd();
                    changesNothing = true;
                    break;
                default:
                    if (!rules.Take(statement))
                        entry.Misplaced(statement);
                    break;
            }
        }
        var couldSay = rules.Finish();
        if (topics.Count == 0)
            entry.Report(DiagnosticKinds.NoTopic, "this unread entry has no topic", $"add a line such as `topic {words.Vocabulary.Topics.FirstOrDefault()?.Name ?? "…"}`");
        if (tried.Count == 0)
            entry.Report(DiagnosticKinds.Incomplete, "this unread entry does not say what was tried", "add a line such as `tried \"the legislature's own site\"`");
        if (couldSay.IsEmpty && !changesNothing)
            entry.Report(DiagnosticKinds.Incomplete, "this unread entry does not say what it could change", "add a rule after `could say when …`, or the line `changes no answer`");
        return new Unread(title, topics.ToImmutable(), tried.ToImmutable(), read, inForce, notes.ToImmutable(), couldSay, changesNothing, entry.Place);
    }

    /// <summary>The name of a reading: everything after the word `reading`, with a single blank wherever any was written.</summary>
    public static string NameOfReading(Statement statement)
    {
        var name = new StringBuilder();
        for (var i = 0; i < statement.Tokens.Length; i++)
        {
            if (i > 0 && statement.Tokens[i - 1].Span.End < statement.Tokens[i].Span.Start)
                name.Append(' ');
            name.Append(statement.Tokens[i].Text);
        }
        return name.ToString();
    }

    private static Precedence? ReadPrecedence(TokenReader reader, bool prevails)
    {
        if (reader.TryWords("everything else"))
        {
            reader.ExpectEnd();
            return new Precedence(null, prevails, reader.Whole);
        }
        if (reader.TryRaw() is not { } citation)
        {
            reader.Report(DiagnosticKinds.Incomplete, reader.Here, "the citation is missing", "write the citation of the other provision");
            return null;
        }
        reader.ExpectEnd();
        return new Precedence(citation, prevails, reader.Whole);
    }

    private static Reading ReadReading(EntryReader entry, TokenReader reader, Statement statement)
    {
        string? pro = null, contra = null;
        var body = entry.Entry.Body;
        for (var i = body.IndexOf(statement) + 1; i < body.Length && body[i].Kind is StatementKind.For or StatementKind.Against; i++)
        {
            var text = EntryReader.ReadNote(entry.Read(body[i]));
            if (body[i].Kind == StatementKind.For)
                pro = text;
            else
                contra = text;
        }
        if (statement.Tokens.IsEmpty)
            reader.Report(DiagnosticKinds.Incomplete, reader.Here, "the reading has no name", "write, for example, `reading \"obtains\" covers a buyer`");
        else if (pro is null || contra is null)
            reader.Report(DiagnosticKinds.Incomplete, reader.Whole, "a reading needs what is said for it and against it", "add the lines `for \"…\"` and `against \"…\"`");
        return new Reading(NameOfReading(statement), pro ?? "", contra ?? "", reader.Whole);
    }
}
