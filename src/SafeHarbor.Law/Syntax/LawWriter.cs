using System.Text;
using NodaTime.Text;

namespace SafeHarbor.Law.Syntax;

/// <summary>
/// Writes the model back as text of the law language: what is read from it is the same provision or bill again. For law that a
/// program made, such as a reform as a bill; law that a person wrote keeps its own words, and the <see cref="Formatter"/> lays it out.
/// </summary>
public static class LawWriter
{
    /// <summary>A whole bill.</summary>
    public static string Write(Bill bill)
    {
        var text = new StringBuilder();
        text.Append($"bill {bill.Jurisdiction} {Quoted(bill.Title)}\n");
        foreach (var source in bill.Sources)
            text.Append($"  source <{source.Address}> read {Day(source.Read)} as {As(source.As)}\n");
        text.Append($"  from {Day(bill.From)}\n");
        if (bill.Outcome is { } outcome)
            text.Append($"  outcome {Quoted(outcome)}\n");
        foreach (var change in bill.Changes)
        {
            text.Append('\n');
            switch (change)
            {
                case BillChange.Add add:
                    Write(text, "add", add.Provision, "  ", inBill: true);
                    break;
                case BillChange.Replace replace:
                    Write(text, "replace", replace.Provision, "  ", inBill: true);
                    break;
                case BillChange.Repeal repeal:
                    text.Append($"  repeal {repeal.Citation}\n");
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException(change.GetType().Name);
            }
        }
        return text.ToString();
    }

    /// <summary>A provision by itself.</summary>
    public static string Write(Provision provision)
    {
        var text = new StringBuilder();
        Write(text, "provision", provision, "", inBill: false);
        return text.ToString();
    }

    private static void Write(StringBuilder text, string keyword, Provision provision, string margin, bool inBill)
    {
        text.Append($"{margin}{keyword} {provision.Citation} {Quoted(provision.Heading)}\n");
        var inner = margin + "  ";
        foreach (var topic in provision.Topics)
            text.Append($"{inner}topic {topic.Name}\n");
        if (!inBill)
        {
            text.Append($"{inner}{InForceOf(provision.InForce)}\n");
            foreach (var day in provision.Amended)
                text.Append($"{inner}amended {Day(day)}\n");
            foreach (var source in provision.Sources)
                text.Append($"{inner}source <{source.Address}> read {Day(source.Read)} as {As(source.As)}\n");
        }
        if (provision.Reach == Reach.BindsWithin)
            text.Append($"{inner}binds\n");
        else if (provision.Reach == Reach.ConditionsFunding)
            text.Append($"{inner}conditions funding\n");
        foreach (var precedence in provision.Precedences)
            text.Append($"{inner}{(precedence.Prevails ? "despite" : "subject to")} {precedence.Citation ?? "everything else"}\n");
        foreach (var note in provision.Notes)
            text.Append($"{inner}note {Quoted(note)}\n");
        if (provision.AsEnacted is { } asEnacted)
            text.Append($"{inner}as enacted {Quoted(asEnacted)}\n");
        foreach (var reading in provision.Readings)
            text.Append($"\n{inner}reading {reading.Name}\n{inner}  for {Quoted(reading.For)}\n{inner}  against {Quoted(reading.Against)}\n");
        foreach (var rule in provision.Rules)
            Write(text, rule, inner);
    }

    private static void Write(StringBuilder text, Rule rule, string margin)
    {
        text.Append('\n');
        text.Append(rule.When is Condition.Always ? $"{margin}in every situation\n" : $"{margin}when {Words(rule.When, inner: false)}\n");
        for (var i = 0; i < rule.Effects.Length; i++)
            text.Append($"{margin}{(i == 0 ? "then" : " and")} {rule.Effects[i]}\n");
        foreach (var exception in rule.Unless)
            text.Append($"{margin}unless {Words(exception, inner: false)}\n");
    }

    /// <param name="inner">Whether it stands within another condition, so that a joined one needs brackets.</param>
    private static string Words(Condition condition, bool inner) => condition switch
    {
        Condition.FactIn fact => Words(fact),
        Condition.HasStatus has => has.Status.Says,
        Condition.LacksStatus lacks => lacks.Status.Denies,
        Condition.UnderReading reading => "reading " + reading.Reading,
        Condition.All all => Joined(all.Parts, " and ", inner),
        Condition.Any any => Joined(any.Parts, " or ", inner),
        Condition.Not not => $"not ({Words(not.Part, inner: false)})",
        _ => throw new System.Diagnostics.UnreachableException(condition.GetType().Name),
    };

    private static string Joined(IEnumerable<Condition> parts, string word, bool inner)
    {
        var joined = string.Join(word, parts.Select(p => Words(p, inner: true)));
        return inner ? $"({joined})" : joined;
    }

    private static string Words(Condition.FactIn condition)
    {
        var (fact, values) = (condition.Fact, condition.Values);
        var @is = fact.Name.EndsWith(" is", StringComparison.Ordinal) ? "" : " is";
        if (fact.IsNumber && values.Count > 1 && Enumerable.Range(values.First, values.Count).All(values.Contains))
        {
            var (first, last) = (values.First, values.First + values.Count - 1);
            return first == 0 && last + 1 < fact.Values.Length ? $"{fact.Name} under {fact.Values[last + 1]}"
                : last + 1 == fact.Values.Length && first > 0 ? $"{fact.Name} at least {fact.Values[first]}"
                : $"{fact.Name} from {fact.Values[first]} to {fact.Values[last]}";
        }
        var others = fact.AllValues - values;
        return others.Count < values.Count && !fact.IsNumber && !fact.IsYesOrNo
            ? $"{fact.Name}{@is} not {Or(fact, others)}"
            : $"{fact.Name}{@is} {Or(fact, values)}";
    }

    private static string Or(Fact fact, ValueSet values) => string.Join(" or ", values.Values().Select(v => fact.Values[v]));

    private static string InForceOf(InForce inForce)
    {
        var from = inForce.Precision switch
        {
            StartPrecision.Before => "since before " + Day(inForce.From),
            StartPrecision.Year => "from " + inForce.From.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => "from " + Day(inForce.From),
        };
        return $"in force {from}{(inForce.To is { } to ? " to " + Day(to) : "")}";
    }

    private static string As(ReadAs how) => how.ToString().ToLowerInvariant();

    private static string Day(NodaTime.LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>In quotation marks. The language has no way to write a double one within: a single one stands in its place.</summary>
    private static string Quoted(string text) => $"\"{text.Replace('"', '\'')}\"";
}
