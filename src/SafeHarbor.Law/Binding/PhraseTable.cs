using SafeHarbor.Law.Syntax;

namespace SafeHarbor.Law.Binding;

/// <summary>What a phrase of the vocabulary stands for.</summary>
internal abstract record Meaning
{
    private Meaning()
    {
    }

    /// <summary>The name of a fact; a comparison must follow.</summary>
    public sealed record NameOfFact(Fact Fact) : Meaning;

    /// <summary>The phrase up to the place where a number stands, and what follows it.</summary>
    public sealed record BeforeNumber(Fact Fact, string[] After) : Meaning;

    /// <summary>A whole condition: a fact's phrase, a status, a denied status, a declared phrase.</summary>
    public sealed record Whole(Condition Condition) : Meaning;

    /// <summary>The bare name of a status, which `not` may precede.</summary>
    public sealed record NameOfStatus(Status Status) : Meaning;
}

/// <summary>The phrases that the vocabulary adds to the grammar, found longest first.</summary>
internal sealed class PhraseTable
{
    private static readonly string[] Articles = ["the", "a", "an"];

    private readonly Dictionary<string, List<(string[] Words, Meaning Meaning)>> _byFirstWord = new(StringComparer.Ordinal);

    /// <summary>All phrases, as written, for "did you mean".</summary>
    public List<string> Written { get; } = [];

    /// <summary>Adds a phrase. Returns what the same words already meant, if they meant something else.</summary>
    public Meaning? Add(string phrase, Meaning meaning)
    {
        var words = WordsOf(phrase);
        if (words.Length == 0)
            return null;
        if (!_byFirstWord.TryGetValue(words[0], out var list))
            _byFirstWord[words[0]] = list = [];
        foreach (var (otherWords, other) in list)
        {
            if (otherWords.AsSpan().SequenceEqual(words))
            {
                if (Same(other, meaning))
                    return null;
                // A fact's name needs a comparison after it and a number's phrase a number, so they never end where a whole phrase does.
                if (other is Meaning.NameOfFact or Meaning.BeforeNumber != meaning is Meaning.NameOfFact or Meaning.BeforeNumber)
                    continue;
                return other;
            }
        }
        list.Add((words, meaning));
        list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        Written.Add(phrase);
        return null;
    }

    /// <summary>Every phrase that stands at a position, longest first, with the position after it.</summary>
    public IEnumerable<(Meaning Meaning, int End)> Matches(TokenReader reader, int position, Meaning? except = null)
    {
        var start = position < reader.Count && IsArticle(reader.At(position)) ? position + 1 : position;
        if (start >= reader.Count || reader.At(start).Kind != TokenKind.Word || !_byFirstWord.TryGetValue(reader.At(start).Text, out var list))
            yield break;
        foreach (var (words, meaning) in list)
        {
            if (!ReferenceEquals(meaning, except) && StandsAt(reader, start, words))
                yield return (meaning, start + words.Length);
        }
    }

    public static bool IsArticle(Token token) => token.Kind == TokenKind.Word && Articles.Contains(token.Text);

    public static bool StandsAt(TokenReader reader, int position, ReadOnlySpan<string> words)
    {
        if (position + words.Length > reader.Count)
            return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (reader.At(position + i) is not { Kind: TokenKind.Word or TokenKind.Mark } token || token.Text != words[i])
                return false;
        }
        return true;
    }

    /// <summary>The words of a phrase, without a leading article.</summary>
    public static string[] WordsOf(string phrase)
    {
        var words = phrase.Replace(",", " , ", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && Articles.Contains(words[0]) ? words[1..] : words;
    }

    private static bool Same(Meaning a, Meaning b) =>
        a.Equals(b) || (AsCondition(a) is { } x && AsCondition(b) is { } y && x.Equals(y));

    private static Condition? AsCondition(Meaning meaning) => meaning switch
    {
        Meaning.Whole whole => whole.Condition,
        Meaning.NameOfStatus name => new Condition.HasStatus(name.Status),
        _ => null,
    };
}
