using System.Collections.Frozen;

namespace SafeHarbor.Workbench.Web;

/// <summary>Where each state stands on a map of equal tiles: zero-based column and row. A tile map shows small states as large as big ones, for a child counts the same in each.</summary>
public static class TileMap
{
    public const int Columns = 12;

    private static readonly string[] Rows =
    [
        "AK .. .. .. .. .. .. .. .. .. .. ME",
        ".. .. .. .. .. .. .. .. .. .. VT NH",
        ".. WA ID MT ND MN IL WI MI NY RI MA",
        ".. OR NV WY SD IA IN OH PA NJ CT ..",
        ".. CA UT CO NE MO KY WV VA MD DE ..",
        ".. .. AZ NM KS AR TN NC SC DC .. ..",
        ".. .. .. .. OK LA MS AL GA .. .. ..",
        "HI .. .. .. TX .. .. .. .. FL .. PR",
    ];

    /// <summary>The tiles by jurisdiction id.</summary>
    public static FrozenDictionary<string, (int Column, int Row)> Tiles { get; } =
        Rows.SelectMany((line, row) => line.Split(' ').Select((code, column) => (Id: "US-" + code, Place: (column, row))))
            .Where(t => t.Id != "US-..").ToFrozenDictionary(t => t.Id, t => t.Place);

    public static int RowCount => Rows.Length;
}
