using System.Collections.Immutable;
using System.Globalization;
using SafeHarbor.Law;

namespace SafeHarbor.Workbench.Answers;

/// <summary>One answer in a conversation about a child: a fact with its value, or that it is not known.</summary>
public readonly record struct InterviewAnswer(Fact Fact, int? Value)
{
    /// <summary>As a form carries it: `12:3`, or `12:?` where it is not known.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Fact.Index}:{(Value is { } value ? value.ToString(CultureInfo.InvariantCulture) : "?")}");

    /// <summary>Null where the text is none.</summary>
    public static InterviewAnswer? Read(Vocabulary vocabulary, string? text)
    {
        var parts = text?.Split(':') ?? [];
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= vocabulary.Facts.Length)
            return null;
        var fact = vocabulary.Facts[index];
        if (parts[1] == "?")
            return new InterviewAnswer(fact, null);
        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value < fact.Values.Length ? new InterviewAnswer(fact, value) : null;
    }
}

/// <summary>The answers so far, in the order in which they were given.</summary>
public sealed record Interview(ImmutableArray<InterviewAnswer> Answers)
{
    public IEnumerable<(Fact Fact, ValueSet Values)> Given => Answers.Where(a => a.Value is not null).Select(a => (a.Fact, ValueSet.Of(a.Value!.Value)));

    /// <summary>What is so of every child that somebody has in front of them, and need not be asked: no officer posed as the child.</summary>
    public static IEnumerable<InterviewAnswer> Assumed(Vocabulary vocabulary) =>
        vocabulary.FactNamed("decoy") is { } decoy && decoy.IndexOf("no") is { } no ? [new InterviewAnswer(decoy, no)] : [];

    public bool Has(Fact fact) => Answers.Any(a => a.Fact == fact);

    public Interview With(InterviewAnswer answer) => new(Answers.RemoveAll(a => a.Fact == answer.Fact).Add(answer));

    public Interview WithoutLast => Answers.IsEmpty ? this : new(Answers.RemoveAt(Answers.Length - 1));
}
