using System.Globalization;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law.Binding;

/// <summary>Reads what stands after the name of a fact: "is not none", "under 18", "is money or other value".</summary>
internal sealed class Comparison(PhraseTable phrases)
{
    /// <summary>A reading of a comparison, or what is wrong with it. <c>Values</c> is null when it failed.</summary>
    public readonly record struct Result(ValueSet? Values, int End, DiagnosticKind? Kind, string? Message, string? Help)
    {
        /// <summary>Whether this failure explains the text better than another: it got further, or knows what was meant.</summary>
        public bool IsBetterThan(Result? other) =>
            other is not { } rival || End > rival.End || (End == rival.End && MeansSomething && !rival.MeansSomething);

        private bool MeansSomething => Help?.StartsWith("did you mean", StringComparison.Ordinal) ?? false;
    }

    public Result AfterName(TokenReader reader, Fact fact, int position)
    {
        var at = position;
        var namedIs = fact.Name.EndsWith(" is", StringComparison.Ordinal);
        var sawIs = At(reader, at, "is");
        if (sawIs)
            at++;
        var negated = At(reader, at, "not");
        if (negated)
            at++;
        if (fact.IsNumber)
            return Finish(fact, Number(reader, fact, at, needsIs: !sawIs), negated);
        if (!sawIs && !namedIs)
        {
            return Failed(at, DiagnosticKinds.Incomplete, $"the fact `{fact.Name}` has no value here",
                $"write `{fact.Name} is {fact.Values[0]}`, or another of its values: {Friendly.Or(fact.Values)}");
        }
        if (At(reader, at, "any") && fact.Nothing is { } nothing)
            return Finish(fact, new Result(fact.AllValues - ValueSet.Of(nothing), at + 1, null, null, null), negated);
        return Finish(fact, Choice(reader, fact, at), negated);
    }

    /// <summary>Reads a number or a range of numbers: "15", "under 18", "18 or older", "12 to 17".</summary>
    public Result Number(TokenReader reader, Fact fact, int position, bool needsIs = false)
    {
        var at = position;
        int lowest = fact.Lowest!.Value, highest = lowest + fact.Values.Length - 1;
        if (Words(reader, at, "of any age") is { } afterAny)
            return new Result(fact.AllValues, afterAny, null, null, null);
        foreach (var (words, low, high) in Bounds(lowest, highest))
        {
            if (Words(reader, at, words) is not { } after)
                continue;
            return Whole(reader, after, fact, out var n) is { } wrong ? wrong : new Result(Range(fact, low(n), high(n)), after + 1, null, null, null);
        }
        var from = At(reader, at, "from");
        if (from)
            at++;
        if (needsIs && !from)
        {
            return Failed(at, DiagnosticKinds.Incomplete, $"the fact `{fact.Name}` has no value here",
                $"write, for example, `{fact.Name} under {Math.Min(highest, 18)}` or `{fact.Name} is {Math.Min(highest, 15)}`");
        }
        if (Whole(reader, at, fact, out var first) is { } bad)
            return bad;
        at++;
        if (At(reader, at, "to"))
            return Whole(reader, at + 1, fact, out var last) is { } wrong ? wrong : new Result(Range(fact, first, last), at + 2, null, null, null);
        if (Words(reader, at, "or older") is { } afterOlder)
            return new Result(Range(fact, first, highest), afterOlder, null, null, null);
        if (Words(reader, at, "or younger") is { } afterYounger)
            return new Result(Range(fact, lowest, first), afterYounger, null, null, null);
        var values = Range(fact, first, first);
        while (At(reader, at, "or") && at + 1 < reader.Count && IsNumber(reader.At(at + 1), out _))
        {
            if (Whole(reader, at + 1, fact, out var more) is { } wrong)
                return wrong;
            values |= Range(fact, more, more);
            at += 2;
        }
        return new Result(values, at, null, null, null);
    }

    private Result Choice(TokenReader reader, Fact fact, int position)
    {
        var at = position;
        var values = ValueSet.Empty;
        while (true)
        {
            if (LongestValue(reader, fact, at) is not var (index, end))
                return UnknownValue(reader, fact, at);
            values |= ValueSet.Of(index);
            at = end;
            if (!At(reader, at, "or") || LongestValue(reader, fact, at + 1) is not { } next)
                return new Result(values, at, null, null, null);
            // "conduct is theft or missing is yes": a longer phrase that begins a new condition wins over a value.
            var longestPhrase = phrases.Matches(reader, at + 1).Select(m => m.End).DefaultIfEmpty(0).Max();
            if (longestPhrase > next.End)
                return new Result(values, at, null, null, null);
            at++;
        }
    }

    private static (int Index, int End)? LongestValue(TokenReader reader, Fact fact, int position)
    {
        (int Index, int End)? best = null;
        for (var v = 0; v < fact.Values.Length; v++)
        {
            if (Words(reader, position, fact.Values[v]) is { } end && end > (best?.End ?? 0))
                best = (v, end);
        }
        return best;
    }

    private static Result UnknownValue(TokenReader reader, Fact fact, int position)
    {
        if (position >= reader.Count)
        {
            return Failed(position, DiagnosticKinds.Incomplete, $"the value of `{fact.Name}` is missing",
                $"write one of its values: {Friendly.Or(fact.Values)}");
        }
        var end = position;
        while (end < reader.Count && reader.At(end).Kind == TokenKind.Word && reader.At(end).Text is not ("and" or "or"))
            end++;
        var written = string.Join(' ', Enumerable.Range(position, Math.Max(1, end - position)).Select(i => reader.At(i).Text));
        var near = Nearest.To(written, fact.Values);
        return Failed(position, DiagnosticKinds.UnknownValue, $"`{TokenReader.Shorten(written)}` is not a value of the fact `{fact.Name}`",
            near is null ? $"its values are {Friendly.And(fact.Values)}" : $"did you mean `{near}`? its values are {Friendly.And(fact.Values)}");
    }

    private static IEnumerable<(string Words, Func<int, int> Low, Func<int, int> High)> Bounds(int lowest, int highest) =>
    [
        ("under", _ => lowest, n => n - 1),
        ("over", n => n + 1, _ => highest),
        ("at least", n => n, _ => highest),
        ("at most", _ => lowest, n => n),
    ];

    private static ValueSet Range(Fact fact, int from, int to)
    {
        var values = ValueSet.Empty;
        for (var n = Math.Max(from, fact.Lowest!.Value); n <= to && n - fact.Lowest.Value < fact.Values.Length; n++)
            values |= ValueSet.Of(n - fact.Lowest.Value);
        return values;
    }

    private static Result? Whole(TokenReader reader, int position, Fact fact, out int number)
    {
        number = 0;
        int lowest = fact.Lowest!.Value, highest = lowest + fact.Values.Length - 1;
        if (position >= reader.Count || !IsNumber(reader.At(position), out number))
        {
            var found = position >= reader.Count ? "the line ends here" : $"`{TokenReader.Shorten(reader.At(position).Text)}` is not a whole number";
            return Failed(position, DiagnosticKinds.UnknownValue, $"{found}, and `{fact.Name}` needs one",
                string.Create(CultureInfo.InvariantCulture, $"write a number from {lowest} to {highest}"));
        }
        if (number < lowest || number > highest + 1)
        {
            return Failed(position, DiagnosticKinds.UnknownValue,
                string.Create(CultureInfo.InvariantCulture, $"`{number}` is outside the fact `{fact.Name}`"),
                string.Create(CultureInfo.InvariantCulture, $"it goes from {lowest} to {highest}"));
        }
        return null;
    }

    private static bool IsNumber(Token token, out int number)
    {
        number = 0;
        return token.Kind == TokenKind.Word && int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static Result Finish(Fact fact, Result result, bool negated)
    {
        if (result.Values is not { } values)
            return result;
        var final = negated ? fact.AllValues - values : values;
        return final.IsEmpty
            ? Failed(result.End - 1, DiagnosticKinds.UnknownValue, $"no value of the fact `{fact.Name}` fits this", $"its values are {Friendly.And(Shown(fact))}")
            : result with { Values = final };
    }

    private static IEnumerable<string> Shown(Fact fact) =>
        fact.IsNumber ? [string.Create(CultureInfo.InvariantCulture, $"{fact.Values[0]} to {fact.Values[^1]}")] : fact.Values;

    private static bool At(TokenReader reader, int position, string word) => position < reader.Count && reader.At(position).IsWord(word);

    private static int? Words(TokenReader reader, int position, string words)
    {
        var parts = words.Split(' ');
        return PhraseTable.StandsAt(reader, position, parts) ? position + parts.Length : null;
    }

    private static Result Failed(int at, DiagnosticKind kind, string message, string help) => new(null, at, kind, message, help);
}
