using System.CommandLine;
using SafeHarbor.Documents.Paper;
using SafeHarbor.Documents.Printing;
using SafeHarbor.Documents.Writers;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Cli.Commands;

/// <summary>Where a command writes what a person carries away; nothing that is there is written over unless asked.</summary>
internal static class OutputFile
{
    /// <summary>How long a person waits for the reforms in a document before it is written without the rest of them.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Option<string?> Option(string what) => new("--output") { Description = $"the file to write: {what}" };

    public static Option<bool> Force() => new("--force") { Description = "write over a file that is there" };

    /// <summary>The kind of file, by the end of its name, in lower case and without the dot.</summary>
    /// <exception cref="UserError">It is none of those that can be written.</exception>
    public static string KindOf(string file, params string[] kinds)
    {
        var kind = Path.GetExtension(file).TrimStart('.').ToLowerInvariant();
        return kinds.Contains(kind) ? kind : throw new UserError($"`{file}` does not say what kind of file it is to be", $"end its name in {Friendly.Or(kinds.Select(k => "." + k))}");
    }

    /// <summary>Before long work is done: whether the file could be written.</summary>
    /// <exception cref="UserError">It is there and `--force` was not given, or its folder is not there.</exception>
    public static void Require(string file, bool force)
    {
        if (Directory.Exists(file))
            throw new UserError($"`{file}` is a folder", "give a file in it");
        if (File.Exists(file) && !force)
            throw new UserError($"`{file}` is there already", "name another file, or add `--force` to write over it");
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
            throw new UserError($"the folder of `{file}` is not there", "make it first, or name another");
    }

    public static void Write(string file, byte[] content, string about)
    {
        try
        {
            File.WriteAllBytes(file, content);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"`{file}` cannot be written", "see whether you may write there and the disk has room");
        }
        Console.Out.WriteLine($"{about}: {file}");
    }

    /// <summary>A document as the end of a file's name says: Word, HTML or PDF.</summary>
    public static byte[] Render(Document document, string kind) => kind switch
    {
        "docx" => WordWriter.Write(document),
        "html" => System.Text.Encoding.UTF8.GetBytes(HtmlWriter.Write(document)),
        "pdf" => Print(() => PdfFile.Dated(Chromium.Print(Chromium.Find(), HtmlWriter.Write(document)), document.Receipt.On)),
        _ => throw new System.Diagnostics.UnreachableException(kind),
    };

    /// <exception cref="UserError">It could not be printed.</exception>
    public static byte[] Print(Func<byte[]> print)
    {
        try
        {
            return print();
        }
        catch (PrintError error)
        {
            throw new UserError(error.Message, error.Help);
        }
    }
}
