using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace SafeHarbor.Law.Writing;

/// <summary>Writes law in the law language, in its one layout. What is written reads as the same law again.</summary>
public static class LawWriter
{
    /// <summary>The lines of a rule, two blanks in.</summary>
    public static string Write(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var text = new StringBuilder();
        if (rule.When is Condition.Always)
            text.Append("in every situation\n");
        else
            Lines(text, "when", ConditionWriter.Joint(rule.When), ConditionWriter.Parts(rule.When));
        Lines(text, "then", "and", [.. rule.Effects.Select(Write)]);
        foreach (var exception in rule.Unless)
            Lines(text, "unless", ConditionWriter.Joint(exception), ConditionWriter.Parts(exception));
        return text.ToString();
    }

    /// <summary>A bill, with its changes.</summary>
    public static string Write(Bill bill)
    {
        ArgumentNullException.ThrowIfNull(bill);
        var text = new StringBuilder($"bill {bill.Jurisdiction} {Quoted(bill.Title)}\n");
        foreach (var source in bill.Sources)
            text.Append("  ").Append(Write(source)).Append('\n');
        text.Append("  from ").Append(LocalDatePattern.Iso.Format(bill.From)).Append('\n');
        if (bill.Outcome is { } outcome)
            text.Append("  outcome ").Append(Quoted(outcome)).Append('\n');
        foreach (var change in bill.Changes)
        {
            text.Append('\n').Append(change switch
            {
                BillChange.Add add => Change("add", add.Provision),
                BillChange.Replace replace => Change("replace", replace.Provision),
                BillChange.Repeal repeal => $"  repeal {repeal.Citation}\n",
                _ => throw new System.Diagnostics.UnreachableException(change.GetType().Name),
            });
        }
        return Syntax.Formatter.Format(text.ToString());
    }

    /// <summary>A provision as a bill would replace it, to be changed from there.</summary>
    public static string WriteReplacement(Provision provision)
    {
        ArgumentNullException.ThrowIfNull(provision);
        return Syntax.Formatter.Format(Change("replace", provision));
    }

    /// <summary>A change of a bill. Its days and sources are the bill's.</summary>
    private static string Change(string word, Provision provision)
    {
        var text = new StringBuilder($"{word} {provision.Citation}{(provision.Heading.Length == 0 ? "" : " " + Quoted(provision.Heading))}\n");
        foreach (var topic in provision.Topics)
            text.Append("topic ").Append(topic.Name).Append('\n');
        text.Append(provision.Reach switch
        {
            Reach.Own => "",
            Reach.BindsWithin => "binds\n",
            Reach.ConditionsFunding => "conditions funding\n",
            _ => throw new System.Diagnostics.UnreachableException(provision.Reach.ToString()),
        });
        foreach (var precedence in provision.Precedences)
            text.Append(precedence.Prevails ? "despite " : "subject to ").Append(precedence.Citation ?? "everything else").Append('\n');
        foreach (var note in provision.Notes)
            text.Append("note ").Append(Quoted(note)).Append('\n');
        if (provision.AsEnacted is { } why)
            text.Append("as enacted ").Append(Quoted(why)).Append('\n');
        foreach (var reading in provision.Readings)
            text.Append($"reading {reading.Name}\nfor {Quoted(reading.For)}\nagainst {Quoted(reading.Against)}\n");
        foreach (var rule in provision.Rules)
            text.Append('\n').Append(Write(rule));
        return text.ToString();
    }

    private static string Write(Source source) =>
        $"source <{source.Address}> read {LocalDatePattern.Iso.Format(source.Read)} as {source.As.ToString().ToLowerInvariant()}";

    private static string Write(Effect effect) => effect switch
    {
        Effect.Grant grant => grant.Status.Says,
        Effect.Deny deny => deny.Status.Denies,
        Effect.Norm norm => $"{norm.Party.WithArticle} {norm.Modality.InWords()} {norm.Act.Name}{Write(norm.Deadline)}",
        _ => throw new System.Diagnostics.UnreachableException(effect.GetType().Name),
    };

    private static string Write(Deadline? deadline) => deadline switch
    {
        null => "",
        { Amount: 0 } => deadline.From is null ? " immediately" : $" immediately on {deadline.From.Name}",
        _ => string.Create(CultureInfo.InvariantCulture, $" within {deadline.Amount} {Unit(deadline.Unit)}") + (deadline.From is null ? "" : $" of {deadline.From.Name}"),
    };

    private static string Unit(TimeUnit unit) => unit switch
    {
        TimeUnit.Hours => "hours",
        TimeUnit.Days => "days",
        TimeUnit.BusinessDays => "business days",
        TimeUnit.Weeks => "weeks",
        TimeUnit.Months => "months",
        _ => throw new System.Diagnostics.UnreachableException(unit.ToString()),
    };

    private static void Lines(StringBuilder text, string word, string joint, IReadOnlyList<string> parts)
    {
        for (var i = 0; i < parts.Count; i++)
            text.Append(i == 0 ? $"{word} " : $" {joint} ").Append(parts[i]).Append('\n');
    }

    /// <summary>Between quotation marks; those within are written as single ones, since a quotation ends at the first.</summary>
    private static string Quoted(string text) => $"\"{string.Join(' ', text.Replace('"', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}\"";
}
