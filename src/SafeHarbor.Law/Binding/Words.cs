using NodaTime;
using NodaTime.Text;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law.Binding;

/// <summary>The vocabulary with its phrases, and the readers of its smaller words: parties, acts, events, topics, dates.</summary>
internal sealed class Words(Vocabulary vocabulary, PhraseTable phrases)
{
    public Vocabulary Vocabulary { get; } = vocabulary;

    public PhraseTable Phrases { get; } = phrases;

    public static LocalDate? TryDate(TokenReader reader)
    {
        if (reader.Peek is not { Kind: TokenKind.Word } token)
            return null;
        var parsed = LocalDatePattern.Iso.Parse(token.Text);
        if (!parsed.Success)
            return null;
        reader.Next();
        return parsed.Value;
    }

    public static LocalDate? RequireDate(TokenReader reader)
    {
        if (TryDate(reader) is { } date)
            return date;
        var found = reader.Peek is { } token ? $"`{TokenReader.Shorten(token.Text)}` is not a date" : "a date is missing";
        reader.Report(DiagnosticKinds.BadDate, reader.Here, found, "write year, month and day, such as `2015-05-07`");
        if (!reader.AtEnd)
            reader.Next();
        return null;
    }

    /// <summary>The longest of some names that stands next; null, with the place unchanged, when none does.</summary>
    public static T? LongestNamed<T>(TokenReader reader, IEnumerable<T> candidates, Func<T, string> name)
        where T : class
    {
        T? best = null;
        var bestEnd = 0;
        foreach (var start in Starts(reader))
        {
            foreach (var candidate in candidates)
            {
                var words = name(candidate).Split(' ');
                if (PhraseTable.StandsAt(reader, start, words) && start + words.Length > bestEnd)
                    (best, bestEnd) = (candidate, start + words.Length);
            }
        }
        if (best is not null)
            reader.Position = bestEnd;
        return best;
    }

    /// <summary>One of some names, or a report of what stands there instead.</summary>
    public static T? RequireNamed<T>(TokenReader reader, IReadOnlyCollection<T> candidates, Func<T, string> name, string what)
        where T : class
    {
        if (LongestNamed(reader, candidates, name) is { } found)
            return found;
        var start = reader.Position;
        while (!reader.AtEnd && reader.Peek!.Value.Kind == TokenKind.Word && reader.Peek.Value.Text is not ("and" or "or" or "within"))
            reader.Next();
        var written = start < reader.Position ? string.Join(' ', Enumerable.Range(start, reader.Position - start).Select(i => reader.At(i).Text)) : "";
        var near = Nearest.To(written, candidates.Select(name));
        reader.Report(DiagnosticKinds.UnknownWord, reader.PlaceOf(start, reader.Position),
            written.Length == 0 ? $"{what} is missing here" : $"unknown {what} `{TokenReader.Shorten(written)}`",
            near is null ? $"known are {Friendly.And(candidates.Select(name).Take(15))}" : $"did you mean `{near}`?");
        return null;
    }

    private static IEnumerable<int> Starts(TokenReader reader)
    {
        yield return reader.Position;
        if (!reader.AtEnd && PhraseTable.IsArticle(reader.Peek!.Value))
            yield return reader.Position + 1;
    }
}
