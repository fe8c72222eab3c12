using SafeHarbor.Reasoning;

namespace SafeHarbor.Cli.Output;

/// <summary>The colour in which a verdict is shown.</summary>
internal static class Styles
{
    public static Page.Style Of(Verdict verdict) => verdict switch
    {
        Verdict.Yes => Page.Style.Good,
        Verdict.No => Page.Style.Bad,
        Verdict.DoesNotApply => Page.Style.Quiet,
        _ => Page.Style.Open,
    };
}
