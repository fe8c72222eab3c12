using SafeHarbor.Law;

namespace SafeHarbor.Documents.Words;

/// <summary>
/// Acts by which a government prepares itself, and which nobody does for one child: to train, to fund, to plan, to report to
/// the legislature. They are told apart from what is owed to the child now.
/// </summary>
public static class GeneralDuties
{
    private static readonly string[] Names = ["train", "fund", "plan", "report to the legislature"];

    public static bool Includes(Act act) => Names.Contains(act.Name, StringComparer.Ordinal);
}
