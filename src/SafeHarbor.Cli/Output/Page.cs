using System.Text;
using Spectre.Console;

namespace SafeHarbor.Cli.Output;

/// <summary>Text for a person: headings, paragraphs and indented lines, wrapped to the width of the terminal; plain where there is none.</summary>
public sealed class Page
{
    private const int PlainWidth = 100;

    private readonly StringBuilder _text = new();
    private readonly bool _styled = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
    private readonly int _width = Math.Clamp(Console.IsOutputRedirected ? PlainWidth : SafeWidth(), 40, 120);

    public enum Style
    {
        Plain,
        Heading,
        Good,
        Bad,
        Open,
        Quiet,
    }

    public Page Heading(string text) => Line(text, 0, Style.Heading);

    public Page Blank()
    {
        _text.Append('\n');
        return this;
    }

    /// <summary>A paragraph at some depth; lines after the first stand <paramref name="hang"/> further in.</summary>
    public Page Line(string text, int indent = 0, Style style = Style.Plain, int hang = 0)
    {
        var first = true;
        foreach (var line in Wrap(text, _width - indent, hang))
        {
            var shown = new string(' ', indent + (first ? 0 : hang)) + line;
            _text.Append(_styled ? $"{Open(style)}{Markup.Escape(shown)}{(style == Style.Plain ? "" : "[/]")}" : shown).Append('\n');
            first = false;
        }
        return this;
    }

    public void Print()
    {
        if (_styled)
            AnsiConsole.Markup(_text.ToString());
        else
            Console.Out.Write(_text.ToString());
    }

    private static string Open(Style style) => style switch
    {
        Style.Heading => "[bold]",
        Style.Good => "[green]",
        Style.Bad => "[red]",
        Style.Open => "[yellow]",
        Style.Quiet => "[grey]",
        _ => "",
    };

    private static IEnumerable<string> Wrap(string text, int width, int hang)
    {
        var line = new StringBuilder();
        var room = width;
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > room)
            {
                yield return line.ToString();
                line.Clear();
                room = width - hang;
            }
            if (line.Length > 0)
                line.Append(' ');
            line.Append(word);
        }
        yield return line.ToString();
    }

    private static int SafeWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return PlainWidth;
        }
    }
}
