using SafeHarbor.Reasoning;

namespace SafeHarbor.Workbench.Pages.Child;

/// <summary>How certain an answer about a child is, in words for somebody in a hurry.</summary>
public static class ChildWords
{
    public static string Certainty(Verdict verdict) => verdict switch
    {
        Verdict.Yes => "certain",
        Verdict.Arguable => "an open question of law",
        Verdict.NotKnown => "it turns on text that could not be read",
        _ => "it depends on what is not known yet",
    };
}
