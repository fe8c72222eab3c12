using SafeHarbor.Law;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.LanguageService;

/// <summary>
/// A library folder with texts that are open in an editor. Only what an edit changed is read again. A text that is no file of the
/// library is read as a draft beside the jurisdiction that it names. Not safe for several threads.
/// </summary>
public sealed class LibraryWorkspace
{
    private readonly string _root;
    private readonly LibraryReader _reader;

    /// <param name="root">The library folder.</param>
    public LibraryWorkspace(string root)
    {
        ArgumentNullException.ThrowIfNull(root);
        _root = Path.GetFullPath(root);
        _reader = new LibraryReader(_root);
    }

    /// <summary>Takes the text of a file that is open.</summary>
    /// <param name="path">The file's whole path.</param>
    /// <param name="content">The text; null where it is no longer open.</param>
    public void Hold(string path, string? content)
    {
        if (FileOf(path) is { } file)
            _reader.Hold(file, content);
    }

    /// <summary>Reads a text that is open; one of the library must be held first.</summary>
    /// <param name="path">The file's whole path; it need not exist.</param>
    public ReadText Read(string path, string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return FileOf(path) is { } file ? OfLibrary(file, content) : Beside(path, content);
    }

    /// <summary>The whole path of a source that the library holds.</summary>
    public string PathOf(SourceText source) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(_root) ?? _root, source.Name));

    /// <summary>The path of a file from the library folder on; null where the library does not hold it.</summary>
    private string? FileOf(string path)
    {
        var relative = Path.GetRelativePath(_root, Path.GetFullPath(path));
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) || !File.Exists(path) || !relative.EndsWith(".law", StringComparison.Ordinal) ? null : relative;
    }

    private ReadText OfLibrary(string file, string content)
    {
        var id = file.Split(Path.DirectorySeparatorChar)[0];
        var ids = LibraryReader.Ids(_root).Contains(id) ? new[] { id } : [];
        var (library, findings) = _reader.Read(ids);
        var name = Path.Combine(Path.GetFileName(_root), file);
        var tree = Parse(name, content);
        return new ReadText(tree, library, ids.Length > 0 ? library?.Find(id) : null,
            [.. findings.Where(f => f.Location is null ? f.Message.Contains($"`{name}`", StringComparison.Ordinal) : f.Location.Source.Name == name)]);
    }

    private ReadText Beside(string path, string content)
    {
        var name = Path.GetFileName(path);
        if (DraftReader.TooLarge(content) is { } problem)
        {
            var empty = new SourceText(name, "");
            return new ReadText(Parse(name, ""), null, null, [new Diagnostic(DiagnosticKinds.FileTooLarge, new Location(empty, default), problem, "divide it into files by subject", null, [])]);
        }
        var tree = Parse(name, content);
        var id = tree.Entries.Where(e => e.Kind is StatementKind.Bill or StatementKind.Jurisdiction && !e.Head.Tokens.IsEmpty).Select(e => e.Head.Tokens[0].Text).FirstOrDefault();
        var known = id is not null && LibraryReader.Ids(_root).Contains(id);
        var (library, _) = _reader.Read(known ? [id!] : []);
        return library is not null && known && library.Find(id!) is { } jurisdiction
            ? ReadText.Of(DraftReader.Read(library, jurisdiction, name, content))
            : new ReadText(tree, library, null, FormOf(name, content));
    }

    private static SyntaxTree Parse(string name, string content) => LawParser.Parse(new SourceText(name, content), new DiagnosticBag());

    private static System.Collections.Immutable.ImmutableArray<Diagnostic> FormOf(string name, string content)
    {
        var bag = new DiagnosticBag();
        LawParser.Parse(new SourceText(name, content), bag);
        return bag.ToImmutable();
    }
}
