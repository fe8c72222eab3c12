using SafeHarbor.Workbench.Tests.Support;
using Xunit;

namespace SafeHarbor.Workbench.Tests.Journeys;

/// <summary>How every journey is made: with and without scripts, on a phone and on a desk.</summary>
public static class Ways
{
    public static TheoryData<bool, int> All => new() { { true, Widths.Phone }, { true, Widths.Desktop }, { false, Widths.Phone }, { false, Widths.Desktop } };
}
