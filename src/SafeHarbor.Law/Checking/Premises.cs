using SafeHarbor.Law.Diagnostics;

namespace SafeHarbor.Law.Checking;

/// <summary>What can never be, and where a demand applies, are said in facts: they must not depend on the law itself.</summary>
internal static class Premises
{
    public static void Check(LawLibrary library, DiagnosticBag bag)
    {
        foreach (var demand in library.Demands)
        {
            if (ConditionParts.Of(demand.Premise).Any(c => c is Condition.HasStatus or Condition.LacksStatus or Condition.UnderReading))
            {
                bag.Add(DiagnosticKinds.PremiseWithStatus, demand.Location, $"where `{demand.Id}` applies depends on a status or a reading",
                    "say it in facts: a demand is asked of every law alike", $"demand {demand.Id}");
            }
        }
    }
}
