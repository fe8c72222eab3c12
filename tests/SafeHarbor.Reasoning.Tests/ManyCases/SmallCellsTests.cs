using System.Collections.Immutable;
using SafeHarbor.Reasoning.ManyCases;
using Xunit;

namespace SafeHarbor.Reasoning.Tests.ManyCases;

/// <summary>What leaves tells no small count, and none can be worked out from what is told.</summary>
public class SmallCellsTests(ITestOutputHelper output)
{
    [Fact]
    public void ASmallCountAloneInItsLineIsHiddenBesideTheNextSmallest()
    {
        var withheld = new HashSet<int>();
        SmallCells.Withhold([3, 40, 20, 63], [new TableLine([0, 1, 2], 3)], SmallCells.Smallest, new HashSet<int> { 3 }, withheld);
        Assert.Equal([0, 2], withheld.Order());
    }

    [Theory, InlineData(10, true), InlineData(11, false), InlineData(0, false), InlineData(1, true)]
    public void CountsFromOneToTenAreSmall(int count, bool small)
    {
        var withheld = new HashSet<int>();
        SmallCells.Withhold([count, 400, 200, 600 + count], [new TableLine([0, 1, 2], 3)], SmallCells.Smallest, new HashSet<int> { 3 }, withheld);
        Assert.Equal(small, withheld.Contains(0));
    }

    [Fact]
    public void SmallCountsWithASmallSumTakeAThirdWithThem()
    {
        var withheld = new HashSet<int>();
        SmallCells.Withhold([1, 1, 50, 70, 122], [new TableLine([0, 1, 2, 3], 4)], SmallCells.Smallest, new HashSet<int> { 4 }, withheld);
        Assert.Equal([0, 1, 2], withheld.Order());
    }

    [Fact]
    public void ACellThatFollowsFromSeveralLinesTogetherIsFound()
    {
        Assert.False(SmallCells.CouldBeAnother(Cells, TwoByTwo, new HashSet<int> { 0, 1, 2 }, 0));
        Assert.True(SmallCells.CouldBeAnother(Cells, TwoByTwo, new HashSet<int> { 0, 1, 2, 3 }, 0));
    }

    [Fact]
    public void ACellThatCouldOnlyBeAnotherIfOneWereEmptyIsKnown() =>
        // To raise the 5 the ones beside it would have to fall to none, and a withheld count is never none; to lower it they rise.
        Assert.True(SmallCells.CouldBeAnother([5, 1, 1, 5, 6, 6, 6, 6, 12], TwoByTwo, new HashSet<int> { 0, 1, 2, 3 }, 0)
            && !SmallCells.CouldBeAnother([1, 1, 1, 1, 2, 2, 2, 2, 4], TwoByTwo, new HashSet<int> { 0, 1, 2, 3 }, 0));

    private static readonly long[] Cells = [2, 7, 8, 9, 9, 17, 10, 16, 26];

    /// <summary>Cells 0 1 / 2 3, the sums of rows 4 5, of columns 6 7, of all 8.</summary>
    private static readonly TableLine[] TwoByTwo =
        [new([0, 1], 4), new([2, 3], 5), new([0, 2], 6, Down: true), new([1, 3], 7, Down: true), new([4, 5], 8), new([6, 7], 8, Down: true)];

    [Fact]
    public void InEveryRandomTableEachSmallCountThatIsWithheldCouldBeAnother()
    {
        const int Seed = 5;
        const int Tables = 3000;
        const int Smallest = 3;
        var random = new Random(Seed);
        long checkedCells = 0;
        for (var t = 0; t < Tables; t++)
        {
            var (cells, lines) = RandomTable(random, rows: 2 + random.Next(2), columns: 2 + random.Next(2));
            var all = cells.Length - 1;
            if (cells[all] < Smallest)
                continue;
            var withheld = new HashSet<int>();
            SmallCells.Withhold(cells, lines, Smallest, new HashSet<int> { all }, withheld);
            for (var c = 0; c < all; c++)
                Assert.True(withheld.Contains(c) || cells[c] == 0 || cells[c] >= Smallest, $"seed {Seed}, table {t}: a small count is told");
            foreach (var small in withheld.Where(c => cells[c] < Smallest))
            {
                checkedCells++;
                // Where all cells are withheld, nothing is left to withhold: only the number of all cases is told.
                Assert.True(CanBeAnother(cells, lines, withheld, small) || Enumerable.Range(0, all).All(c => cells[c] == 0 || withheld.Contains(c)), $"seed {Seed}, table {t}: {string.Join(' ', cells)}, cell {small} follows from what is told");
            }
        }
        output.WriteLine($"{Tables} random tables, seed {Seed}: {checkedCells} small counts withheld, each of which could be another");
        Assert.True(checkedCells > Tables);
    }

    [Fact]
    public void WithoutMoreCellsWithheldTheSmallOnesWouldFollow()
    {
        // The property above can fail: the small cell alone, withheld, follows.
        var lines = new[] { new TableLine([0, 1, 2], 3) };
        foreach (var withheld in new HashSet<int>[] { [0], [0, 2] })
        {
            Assert.Equal(withheld.Count == 2, CanBeAnother([1, 40, 20, 61], lines, withheld, 0));
            Assert.Equal(withheld.Count == 2, SmallCells.CouldBeAnother([1, 40, 20, 61], lines, withheld, 0));
        }
    }

    private static (long[] Cells, List<TableLine> Lines) RandomTable(Random random, int rows, int columns)
    {
        var cells = new List<long>();
        for (var i = 0; i < rows * columns; i++)
            cells.Add(random.Next(4) == 0 ? 0 : random.Next(9));
        var lines = new List<TableLine>();
        var (rowSums, columnSums) = (new List<int>(), new List<int>());
        for (var r = 0; r < rows; r++)
            Line(Enumerable.Range(0, columns).Select(c => r * columns + c), rowSums, down: false);
        for (var c = 0; c < columns; c++)
            Line(Enumerable.Range(0, rows).Select(r => r * columns + c), columnSums, down: true);
        lines.Add(new TableLine([.. rowSums], cells.Count));
        lines.Add(new TableLine([.. columnSums], cells.Count, Down: true));
        cells.Add(cells.Take(rows * columns).Sum());
        return ([.. cells], lines);

        void Line(IEnumerable<int> parts, List<int> sums, bool down)
        {
            var line = parts.ToImmutableArray();
            lines.Add(new TableLine(line, cells.Count, down));
            sums.Add(cells.Count);
            cells.Add(line.Sum(p => cells[p]));
        }
    }

    /// <summary>Whether, all that is told left as it is, some other table has another count in a cell: nobody's count is withheld, so none is below one.</summary>
    private static bool CanBeAnother(long[] cells, IReadOnlyList<TableLine> lines, HashSet<int> withheld, int wanted)
    {
        // Tried by counting on from the true table along lines: raise one cell, and mend the lines until they add up or no step is left.
        var most = cells[^1];
        var unknown = withheld.OrderBy(c => c == wanted ? 0 : 1).ToList();
        var trial = (long[])cells.Clone();
        return Search(0);

        bool Search(int place)
        {
            if (place == unknown.Count)
                return lines.All(l => l.Parts.Sum(p => trial[p]) == trial[l.Total]);
            var cell = unknown[place];
            // A cell that a line settles by now has one value left to try.
            var line = lines.FirstOrDefault(l => (l.Total == cell || l.Parts.Contains(cell)) && l.Parts.Append(l.Total).All(p => p == cell || !unknown.Skip(place).Contains(p)));
            if (place > 0 && line is not null)
            {
                var others = line.Parts.Where(p => p != cell).Sum(p => trial[p]);
                var value = line.Total == cell ? others : trial[line.Total] - others;
                if (value < 1)
                    return false;
                trial[cell] = value;
                return Search(place + 1);
            }
            for (var value = 1L; value <= most; value++)
            {
                if (cell == wanted && value == cells[wanted])
                    continue;
                trial[cell] = value;
                if (Search(place + 1))
                    return true;
            }
            return false;
        }
    }
}
