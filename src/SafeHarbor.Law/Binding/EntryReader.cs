using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law.Binding;

/// <summary>One entry of one file, with the readers that every kind of entry needs.</summary>
internal sealed class EntryReader(SourceText source, Entry entry, DiagnosticBag bag)
{
    public Entry Entry { get; } = entry;

    public string Under { get; } = TokenReader.Shorten(source[entry.Head.Span]);

    public Location Place { get; } = new(source, entry.Head.Span);

    public TokenReader Head() => Read(Entry.Head);

    public TokenReader Read(Statement statement) => new(source, statement, Under, bag);

    public void Report(DiagnosticKind kind, string message, string? help = null, params ReadOnlySpan<RelatedPlace> related) =>
        bag.Add(kind, Place, message, help, Under, related);

    /// <summary>Reports a line that has no meaning in this kind of entry. Broken lines were reported before.</summary>
    public void Misplaced(Statement statement)
    {
        if (statement.Kind == StatementKind.Broken)
            return;
        bag.Add(DiagnosticKinds.MisplacedLine, new Location(source, statement.Words),
            $"a line that begins with `{StatementWords.Of(statement.Kind)}` has no meaning here",
            $"it stands under `{StatementWords.Of(Entry.Kind)}`; move it to where it belongs", Under);
    }

    public static InForce? ReadInForce(TokenReader reader)
    {
        if (reader.TryWords("since before"))
        {
            var before = Words.RequireDate(reader);
            var toBefore = reader.TryWord("to") ? Words.RequireDate(reader) : null;
            reader.ExpectEnd();
            return before is { } b ? new InForce(b, StartPrecision.Before, toBefore) : null;
        }
        if (!reader.TryWord("from"))
        {
            reader.Report(DiagnosticKinds.BadDate, reader.Here, "`from` is missing here", "write `in force from 2015-05-07`, `in force from 2015` or `in force since before 2016-11-01`");
            return null;
        }
        var precision = StartPrecision.Day;
        LocalDate? from;
        if (reader.Peek is { Kind: TokenKind.Word, Text: { Length: 4 } year } && int.TryParse(year, out var y) && y is > 1700 and < 2200)
        {
            reader.Next();
            precision = StartPrecision.Year;
            from = new LocalDate(y, 1, 1);
        }
        else
        {
            from = Words.RequireDate(reader);
        }
        var to = reader.TryWord("to") ? Words.RequireDate(reader) : null;
        if (from is { } f && to is { } t && t < f)
            reader.Report(DiagnosticKinds.BadDate, reader.Whole, "the last day is before the first", "put the earlier day first");
        reader.ExpectEnd();
        return from is { } start ? new InForce(start, precision, to) : null;
    }

    public static Source? ReadSource(TokenReader reader)
    {
        if (reader.Peek is not { Kind: TokenKind.Address } address)
        {
            reader.Report(DiagnosticKinds.Incomplete, reader.Here, "the address of the source is missing here", "write it in angle brackets, such as `<https://…>`");
            return null;
        }
        reader.Next();
        if (string.IsNullOrWhiteSpace(address.Content))
            reader.Report(DiagnosticKinds.Incomplete, reader.Place(address.Span), "the address of the source is empty", "write where the text was read");
        if (!reader.TryWord("read"))
        {
            reader.Report(DiagnosticKinds.Incomplete, reader.Here, "the day on which the source was read is missing", "write `read 2026-11-24 as text`");
            return null;
        }
        var read = Words.RequireDate(reader);
        ReadAs? how = reader.TryWords("as text") ? ReadAs.Text
            : reader.TryWords("as compilation") ? ReadAs.Compilation
            : reader.TryWords("as secondary") ? ReadAs.Secondary
            : null;
        if (how is null)
            reader.Report(DiagnosticKinds.Incomplete, reader.Here, "how the source was read is missing", "write `as text`, `as compilation` or `as secondary`");
        reader.ExpectEnd();
        return read is { } day && how is { } h ? new Source(address.Content, day, h) : null;
    }

    public Topic? ReadTopic(TokenReader reader, ImmutableArray<Topic> topics)
    {
        var topic = Words.RequireNamed(reader, topics, t => t.Name, "topic");
        reader.ExpectEnd();
        return topic;
    }

    public static string ReadNote(TokenReader reader)
    {
        var text = reader.RequireQuotations("the text");
        reader.ExpectEnd();
        return text;
    }
}
