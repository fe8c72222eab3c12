namespace SafeHarbor.Workbench.Publishing;

/// <summary>What a copy of the site without a server cannot do, in words for those who read it.</summary>
public static class StaticCopy
{
    /// <summary>The page that says what a copy can and cannot do; links to pages that a copy does not hold lead there.</summary>
    public const string Page = "/static-copy";

    /// <summary>What a page says of itself on a copy; null where it does all that it does on a server.</summary>
    public static string? NoteFor(PathString path) => path.Value switch
    {
        "/search" => "This is a copy of the site without a server. Searching needs scripts to be on in your browser; with them it works here as well.",
        "/compare" => "This is a copy of the site without a server. It holds the comparisons that are listed below; the form needs scripts to be on.",
        "/child" => "This is a copy of the site without a server. The form needs scripts to be on; the list of states below it does not.",
        { } child when child.EndsWith("/child", StringComparison.Ordinal) =>
            "This is a copy of the site without a server: the questions need scripts to be on in your browser. Without them, call the National Human Trafficking Hotline, 1-888-373-7888, day and night.",
        { } plan when plan.EndsWith("/plan", StringComparison.Ordinal) =>
            "This is a copy of the site without a server: the plan can be read and copied here, but not checked or downloaded as changed. Run SafeHarbor on your own machine (safeharbor serve), or use a site that runs it.",
        { } draft when draft.StartsWith("/draft", StringComparison.Ordinal) =>
            "This is a copy of the site without a server: a draft cannot be checked here. Run SafeHarbor on your own machine (safeharbor serve), or use a site that runs it.",
        _ => null,
    };
}
