using System.Text;

namespace SafeHarbor.Law.Tests;

/// <summary>A model as text without places, so that two models can be compared as a whole.</summary>
public static class ModelText
{
    public static string Of(Jurisdiction jurisdiction)
    {
        var text = new StringBuilder();
        text.AppendLine($"{jurisdiction.Id} {jurisdiction.Name} {jurisdiction.Within} {jurisdiction.Division}");
        foreach (var provision in jurisdiction.Provisions)
            Append(text, provision);
        foreach (var unread in jurisdiction.Unread)
        {
            text.AppendLine($"unread {unread.Title} {unread.InForce} {unread.Read} {unread.ChangesNoAnswer} {string.Join('|', unread.Tried)} {string.Join('|', unread.Topics.Select(t => t.Name))}");
            Append(text, unread.CouldSay);
        }
        foreach (var scenario in jurisdiction.Scenarios)
        {
            text.AppendLine($"scenario {scenario.Name} {scenario.On} {string.Join('|', scenario.Given.Select(g => $"{g.Fact.Name}={g.Values.Bits}"))}");
            foreach (var expected in scenario.Expected)
                text.AppendLine($"  {expected.Asked} {expected.Answer} {expected.Because}");
        }
        foreach (var bill in jurisdiction.Bills)
        {
            text.AppendLine($"bill {bill.Title} {bill.From} {bill.Outcome}");
            foreach (var change in bill.Changes)
            {
                text.AppendLine(change.GetType().Name);
                if (change is BillChange.Repeal repeal)
                    text.AppendLine(repeal.Citation);
                else
                    Append(text, change is BillChange.Add add ? add.Provision : ((BillChange.Replace)change).Provision);
            }
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, Provision provision)
    {
        text.AppendLine($"provision {provision.Citation} {provision.Heading} {provision.InForce} {provision.Reach} {string.Join('|', provision.Topics.Select(t => t.Name))}");
        text.AppendLine($"  {string.Join('|', provision.Amended)} {string.Join('|', provision.Sources)} {string.Join('|', provision.Notes)}");
        text.AppendLine($"  {string.Join('|', provision.Precedences.Select(p => $"{p.Citation} {p.Prevails}"))} {string.Join('|', provision.Readings.Select(r => $"{r.Name} {r.For} {r.Against}"))}");
        Append(text, provision.Rules);
    }

    private static void Append(StringBuilder text, IEnumerable<Rule> rules)
    {
        foreach (var rule in rules)
            text.AppendLine($"  when {Of(rule.When)} then {string.Join('|', rule.Effects)} unless {string.Join('|', rule.Unless.Select(Of))}");
    }

    private static string Of(Condition condition) => condition switch
    {
        Condition.FactIn fact => $"{fact.Fact.Name}={fact.Values.Bits}",
        Condition.HasStatus has => has.Status.Says,
        Condition.LacksStatus lacks => lacks.Status.Denies,
        Condition.UnderReading reading => $"reading {reading.Reading}",
        Condition.All all => $"({string.Join(" and ", all.Parts.Select(Of))})",
        Condition.Any any => $"({string.Join(" or ", any.Parts.Select(Of))})",
        Condition.Not not => $"not {Of(not.Part)}",
        _ => "always",
    };
}
