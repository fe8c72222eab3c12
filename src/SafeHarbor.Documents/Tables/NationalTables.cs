using System.Collections.Immutable;

namespace SafeHarbor.Documents.Tables;

/// <summary>The nation in tables: how each law stands on each demand, how many gaps it has, and how well it was read.</summary>
public static class NationalTables
{
    public static ImmutableArray<DataTable> Of(NationalGaps gaps) =>
    [
        DataTable.AboutThese(gaps.Receipt, Words),
        GapTables.Verdict(gaps),
        GapTables.Counts(gaps),
        LibraryTables.Topics(gaps.Library),
        LibraryTables.Provisions(gaps.Library),
    ];

    internal static readonly ImmutableArray<(string What, string Text)> Words =
    [
        ("met", "The demand is met for every child, in every situation of which it speaks."),
        ("not met", "In some situation a child surely falls through."),
        ("not known", "No child surely falls through; in some situation it turns on text that could not be read."),
        ("arguable", "Neither; in some situation it turns on an open question of law."),
        ("where the sources are", "The table of provisions gives each citation with its addresses, how it was read, and when."),
    ];
}
