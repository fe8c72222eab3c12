using System.Text;

namespace SafeHarbor.Cases;

/// <summary>The cells of one line of CSV, read with care: a cell may stand in quotes, and a doubled quote is one.</summary>
/// <remarks>RFC 4180, but for one thing: a row ends with its line, whatever is quoted, so that a fault cannot spread to the next.</remarks>
internal static class CsvLine
{
    /// <summary>The cells; or null where a quote is not closed on the line or something follows it.</summary>
    public static List<string>? Read(ReadOnlySpan<byte> line, byte delimiter)
    {
        var text = Encoding.UTF8.GetString(line).TrimEnd('\r');
        var cells = new List<string>();
        var place = 0;
        while (true)
        {
            string cell;
            if (place < text.Length && text[place] == '"')
            {
                if (Quoted(text, ref place) is not { } quoted)
                    return null;
                cell = quoted;
            }
            else
            {
                var end = text.IndexOf((char)delimiter, place);
                if (end < 0)
                    end = text.Length;
                cell = text[place..end];
                place = end;
            }
            cells.Add(cell);
            if (place == text.Length)
                return cells;
            if (text[place] != delimiter)
                return null;
            place++;
        }
    }

    private static string? Quoted(string text, ref int place)
    {
        var cell = new StringBuilder();
        for (place++; place < text.Length; place++)
        {
            if (text[place] != '"')
            {
                cell.Append(text[place]);
            }
            else if (place + 1 < text.Length && text[place + 1] == '"')
            {
                cell.Append('"');
                place++;
            }
            else
            {
                place++;
                return cell.ToString();
            }
        }
        return null;
    }
}
