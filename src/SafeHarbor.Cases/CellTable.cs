using System.Runtime.CompilerServices;
using System.Text;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.ManyCases;

namespace SafeHarbor.Cases;

/// <summary>What a cell of one column means, found by its bytes. Each text is read once and remembered.</summary>
/// <remarks>An open hash table, for the cells of a file are few and come by the million. Not safe for several threads.</remarks>
internal sealed class CellTable
{
    /// <summary>Bytes after the end of a cell that may be looked at.</summary>
    public const int Padding = 16;

    // Several values in one cell can be written in very many ways; past this many a text is read anew each time.
    private const int MostRemembered = 4096;

    private readonly CountPlan _plan;
    private readonly bool _matters;
    private Entry[] _entries = new Entry[256];
    private readonly Dictionary<string, Cell> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Cell>.AlternateLookup<ReadOnlySpan<char>> _textsBySpan;
    private int _count;

    /// <param name="Classes">The classes of values that it allows; 0 where the fact does not matter.</param>
    /// <param name="Group">The value where it is one; the number of values where it is unknown; one more where it is several.</param>
    internal readonly record struct Cell(ulong Classes, int Group);

    private readonly record struct Entry(byte[]? Text, ulong First, Cell Cell);

    public CellTable(CountPlan plan, Fact fact)
    {
        _plan = plan;
        Fact = fact;
        _matters = plan.ClassesOf(fact).Count > 1;
        _textsBySpan = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Fact Fact { get; }

    /// <summary>Reads a cell.</summary>
    /// <param name="text">The bytes of the cell; as many as <see cref="Padding"/> bytes after it can be looked at.</param>
    /// <returns>False where it cannot be read.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(ReadOnlySpan<byte> text, out Cell cell)
    {
        var first = FirstOf(text);
        for (var slot = SlotOf(first, text.Length); ; slot++)
        {
            ref readonly var entry = ref _entries[slot & (_entries.Length - 1)];
            if (entry.Text is null)
                return TryReadAnew(text, first, out cell);
            if (entry.First != first || entry.Text.Length != text.Length || (text.Length > 8 && !text.SequenceEqual(entry.Text)))
                continue;
            cell = entry.Cell;
            return true;
        }
    }

    public bool TryRead(ReadOnlySpan<char> found, out Cell cell)
    {
        if (_textsBySpan.TryGetValue(found, out cell))
            return true;
        var text = found.ToString();
        var (values, what, _) = Cells.Read(Fact, text);
        if (what is not null)
            return false;
        cell = CellOf(values, text);
        if (_texts.Count < MostRemembered)
            _texts[text] = cell;
        return true;
    }

    private bool TryReadAnew(ReadOnlySpan<byte> text, ulong first, out Cell cell)
    {
        if (!TryRead(Encoding.UTF8.GetString(text), out cell))
            return false;
        if (_count < MostRemembered)
            Remember(new Entry(text.ToArray(), first, cell));
        return true;
    }

    private Cell CellOf(ValueSet values, string text)
    {
        var group = text.Contains(Cells.Between, StringComparison.Ordinal) ? Fact.Values.Length + 1
            : text.AsSpan().Trim(' ').IsEmpty ? Fact.Values.Length : values.First;
        return new Cell(_matters ? _plan.ClassesWithin(Fact, values) : 0, group);
    }

    private void Remember(Entry entry)
    {
        if (++_count * 2 > _entries.Length)
        {
            var old = _entries;
            _entries = new Entry[old.Length * 2];
            foreach (var known in old.Where(e => e.Text is not null))
                Place(known);
        }
        Place(entry);
    }

    private void Place(Entry entry)
    {
        var slot = SlotOf(entry.First, entry.Text!.Length);
        while (_entries[slot & (_entries.Length - 1)].Text is not null)
            slot++;
        _entries[slot & (_entries.Length - 1)] = entry;
    }

    private int SlotOf(ulong first, int length) => (int)((first ^ (ulong)length << 56) * 0x9E3779B97F4A7C15UL >> 40) & (_entries.Length - 1);

    /// <summary>The first eight bytes as a number; what lies past the end of the cell is left out.</summary>
    private static ulong FirstOf(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return 0;
        var eight = Unsafe.ReadUnaligned<ulong>(in text[0]);
        return text.Length >= 8 ? eight : eight & (1UL << (8 * text.Length)) - 1;
    }
}
