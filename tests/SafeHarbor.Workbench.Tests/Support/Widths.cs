namespace SafeHarbor.Workbench.Tests.Support;

/// <summary>The widths at which pages are tried, in CSS pixels.</summary>
public static class Widths
{
    public const int Phone = 390;

    public const int Desktop = 1280;

    /// <summary>The width at which nothing may need to be scrolled sideways: 1280 pixels seen at 400 % (WCAG 1.4.10).</summary>
    public const int Narrowest = 320;

    public static int HeightAt(int width) => width < 600 ? 844 : 900;
}
