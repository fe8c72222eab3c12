namespace SafeHarbor.Documents.Paper;

/// <summary>The measures of a page, in points of which 72 are an inch. The writers and the estimate of length share them.</summary>
public static class Sheet
{
    public const double Width = 612;
    public const double Height = 792;
    public const double Margin = 50;
    public const double MarginBelow = 56;

    public const double TextWidth = Width - 2 * Margin;
    public const double TextHeight = Height - Margin - MarginBelow;

    /// <summary>Metric-compatible with one another, so that a line breaks where it was measured to.</summary>
    public const string Fonts = "Arial, \"Liberation Sans\", Helvetica, sans-serif";

    public const double Title = 17, TitleLine = 21, TitleBelow = 5;
    public const double Section = 12, SectionLine = 15, SectionAbove = 8, SectionBelow = 2;
    public const double Part = 10.5, PartLine = 13.5, PartAbove = 6, PartBelow = 1;
    public const double Plain = 10, PlainLine = 12.5, PlainBelow = 3.5;
    public const double Quiet = 8.5, QuietLine = 10.5, QuietBelow = 2;
    public const double Indent = 15, StoryAbove = 3;
    public const double CellPadding = 4, CellAbove = 1.5;
}
