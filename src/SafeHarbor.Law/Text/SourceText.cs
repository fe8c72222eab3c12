namespace SafeHarbor.Law.Text;

/// <summary>The text of one file and the name it is shown by. Lines and columns are computed only for show.</summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;

    public SourceText(string name, string content)
    {
        Name = name;
        Content = content;
        _lineStarts = FindLineStarts(content);
    }

    /// <summary>What the reader knows the file by, usually its path from the root of the library.</summary>
    public string Name { get; }

    public string Content { get; }

    public int LineCount => _lineStarts.Length;

    public string this[TextSpan span] => Content.Substring(span.Start, span.Length);

    /// <summary>The one-based line and column of a zero-based offset.</summary>
    public (int Line, int Column) Position(int offset)
    {
        var found = Array.BinarySearch(_lineStarts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, offset - _lineStarts[line] + 1);
    }

    /// <summary>The span of a line, without its line break.</summary>
    /// <param name="line">One-based.</param>
    public TextSpan LineSpan(int line)
    {
        var start = _lineStarts[line - 1];
        var end = line < _lineStarts.Length ? _lineStarts[line] - 1 : Content.Length;
        if (end > start && Content[end - 1] == '\r')
            end--;
        return TextSpan.Between(start, end);
    }

    private static int[] FindLineStarts(string content)
    {
        var starts = new List<int> { 0 };
        for (var i = content.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = content.IndexOf('\n', i + 1))
            starts.Add(i + 1);
        return [.. starts];
    }
}
