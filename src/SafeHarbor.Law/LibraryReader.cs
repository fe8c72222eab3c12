using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SafeHarbor.Law.Binding;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law;

/// <summary>
/// Reads a library folder into a checked <see cref="LawLibrary"/>. The only place where the law touches files. One that is
/// kept reads again only what has changed since, so that an editor can ask after every keystroke. Not safe for several threads.
/// </summary>
public sealed class LibraryReader
{
    private const string Extension = "*.law";

    private readonly string _root;
    private readonly Dictionary<string, FileRead> _files = [];
    private readonly Dictionary<string, Part> _parts = [];
    private readonly Dictionary<string, string> _held = [];

    private DiagnosticBag _bag = new();
    private List<FileRead> _used = [];

    /// <param name="root">The library folder.</param>
    public LibraryReader(string root)
    {
        ArgumentNullException.ThrowIfNull(root);
        _root = root;
    }

    /// <summary>A file as it was read: what it held, and what was found in it.</summary>
    private sealed record FileRead(string Shown, DateTime Written, string? Held, byte[] Bytes, SyntaxTree? Tree, DiagnosticBag Findings);

    /// <summary>A part of the library with what it was made from: where that is the same, so is the part.</summary>
    private sealed record Part(object[] From, object Made, DiagnosticBag Findings);

    /// <summary>Reads the vocabulary, the baseline, the frameworks, and the jurisdictions asked for with those they lie within.</summary>
    /// <param name="root">The library folder.</param>
    /// <param name="ids">The ids of the jurisdictions wanted; null for all of them.</param>
    /// <returns>The library, null when the vocabulary or the baseline is missing; and every finding.</returns>
    public static (LawLibrary? Library, ImmutableArray<Diagnostic> Findings) Read(string root, IReadOnlyCollection<string>? ids = null) =>
        new LibraryReader(root).Read(ids);

    /// <summary>The same, from the folder as it is now and the texts held.</summary>
    public (LawLibrary? Library, ImmutableArray<Diagnostic> Findings) Read(IReadOnlyCollection<string>? ids = null)
    {
        (_bag, _used) = (new DiagnosticBag(), []);
        var library = ReadAll(ids);
        return (library, _bag.ToImmutable());
    }

    /// <summary>Takes a text in place of what a file holds, as where it is open in an editor and not saved.</summary>
    /// <param name="file">The file, from the library folder on, such as <c>US-KY/offences.law</c>. It must be there.</param>
    /// <param name="text">The text; null to go back to the file.</param>
    public void Hold(string file, string? text)
    {
        if (text is null)
            _held.Remove(file);
        else
            _held[file] = text;
    }

    /// <summary>The ids of all jurisdictions in a library folder, in order.</summary>
    public static ImmutableArray<string> Ids(string root) =>
        !Directory.Exists(root) ? [] :
        [.. Directory.EnumerateDirectories(root).Select(d => Path.GetFileName(d)!).Where(n => n != "frameworks" && n.Length > 0 && n[0] != '.').Order(StringComparer.Ordinal)];

    private LawLibrary? ReadAll(IReadOnlyCollection<string>? ids)
    {
        if (!Directory.Exists(_root))
        {
            _bag.Add(DiagnosticKinds.FileMissing, null, $"the library folder `{_root}` is not there", "give the folder that holds `vocabulary.law` after `--library`");
            return null;
        }
        var known = Ids(_root);
        var vocabularyTree = ReadTree("vocabulary.law", "it declares the words of the library");
        var baselineTree = ReadTree("baseline.law", "it holds the general law behind every jurisdiction");
        if (vocabularyTree is null || baselineTree is null)
            return null;
        var words = Made("vocabulary", [vocabularyTree], bag => new VocabularyBinder(bag).Bind(vocabularyTree));
        var frameworks = ReadFrameworks(words);
        var demandIds = frameworks.SelectMany(f => f.Demands).Select(d => d.Id).ToList();
        Jurisdiction Bind(string id, List<SyntaxTree> trees) =>
            Made(id, [words, .. frameworks, .. trees], bag => new JurisdictionBinder(words, demandIds, bag).Bind(id, trees));
        var baseline = Bind("baseline", [baselineTree]);
        var jurisdictions = ReadJurisdictions(ids ?? known, known, Bind);
        var library = new LawLibrary(words.Vocabulary, baseline, frameworks, jurisdictions, known, HashOf(_used)) { ReadWith = words };
        Checking.LibraryChecker.Check(library, _bag);
        foreach (var jurisdiction in jurisdictions.Prepend(baseline))
            Made("check " + jurisdiction.Id, [baseline, jurisdiction, .. Checking.LibraryChecker.Above(jurisdiction, library)], bag => Checking.LibraryChecker.Check(jurisdiction, library, bag));
        return library;
    }

    private static string HashOf(IEnumerable<FileRead> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Shown));
            hash.AppendData(file.Bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A part as it was made before, where what it is made from is the same; its findings join the others.</summary>
    private T Made<T>(string name, object[] from, Func<DiagnosticBag, T> make)
        where T : class
    {
        if (!_parts.TryGetValue(name, out var part) || !part.From.SequenceEqual(from, ReferenceEqualityComparer.Instance))
        {
            var findings = new DiagnosticBag();
            _parts[name] = part = new Part(from, make(findings), findings);
        }
        _bag.Add(part.Findings);
        return (T)part.Made;
    }

    private ImmutableArray<Framework> ReadFrameworks(Words words)
    {
        var folder = Path.Combine(_root, "frameworks");
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, Extension).Order(StringComparer.Ordinal).ToList() : [];
        if (files.Count == 0)
            _bag.Add(DiagnosticKinds.FileMissing, null, $"the library folder `{_root}` holds no framework", "put at least one in its folder `frameworks`");
        return [.. files.Select(f => ReadTree(Path.GetRelativePath(_root, f), "")).OfType<SyntaxTree>()
            .SelectMany(tree => Made(tree.Source.Name, [words, tree], bag => new FrameworkBinder(words, bag).Bind(tree) is { } framework ? new[] { framework } : []))];
    }

    private ImmutableArray<Jurisdiction> ReadJurisdictions(IReadOnlyCollection<string> wanted, ImmutableArray<string> known, Func<string, List<SyntaxTree>, Jurisdiction> bind)
    {
        var read = new Dictionary<string, Jurisdiction>();
        var queue = new Queue<string>(wanted);
        while (queue.TryDequeue(out var id))
        {
            if (read.ContainsKey(id))
                continue;
            var folder = Path.Combine(_root, id);
            var trees = !known.Contains(id) ? [] : Directory.EnumerateFiles(folder, Extension, SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal).Select(f => ReadTree(Path.GetRelativePath(_root, f), "")).OfType<SyntaxTree>().ToList();
            if (trees.Count == 0)
            {
                _bag.Add(DiagnosticKinds.UnknownJurisdiction, null, $"the library holds no law of `{id}`",
                    Nearest.To(id, known) is { } near ? $"did you mean `{near}`?" : $"it holds {Friendly.And(known)}");
                continue;
            }
            var jurisdiction = bind(id, trees);
            read[id] = jurisdiction;
            if (jurisdiction.Within is { } within)
                queue.Enqueue(within);
        }
        return [.. read.Values.OrderBy(j => j.Id, StringComparer.Ordinal)];
    }

    private SyntaxTree? ReadTree(string relative, string what)
    {
        var path = Path.Combine(_root, relative);
        var shown = Path.Combine(Path.GetFileName(Path.GetFullPath(_root)), relative);
        var info = new FileInfo(path);
        if (!info.Exists)
        {
            _bag.Add(DiagnosticKinds.FileMissing, null, $"the file `{shown}` is not there", what.Length == 0 ? "put it back" : $"put it back: {what}");
            return null;
        }
        var held = _held.GetValueOrDefault(relative);
        if (!_files.TryGetValue(relative, out var file) || file.Held != held || (held is null && (file.Written != info.LastWriteTimeUtc || file.Bytes.Length != info.Length)))
        {
            if ((held is null ? BytesOf(info, shown) : Encoding.UTF8.GetBytes(held)) is not { } bytes)
                return null;
            var findings = new DiagnosticBag();
            _files[relative] = file = new FileRead(shown, info.LastWriteTimeUtc, held, bytes, Decode(shown, bytes, findings), findings);
        }
        _bag.Add(file.Findings);
        if (file.Tree is not null)
            _used.Add(file);
        return file.Tree;
    }

    /// <summary>What a file holds; null where it cannot be read, which is then said.</summary>
    private byte[]? BytesOf(FileInfo file, string shown)
    {
        try
        {
            if (file.Length <= LawParser.LargestFile)
                return File.ReadAllBytes(file.FullName);
            _bag.Add(DiagnosticKinds.FileTooLarge, null, $"the file `{shown}` has {file.Length / (1024 * 1024)} MB, more than {LawParser.LargestFile / (1024 * 1024)} MB",
                "a file of law holds far less; if it is law, divide it into files by subject");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _bag.Add(DiagnosticKinds.FileUnreadable, null, $"the file `{shown}` cannot be read", "check that it is a file and that you may read it");
        }
        return null;
    }

    private static SyntaxTree? Decode(string shown, byte[] bytes, DiagnosticBag findings)
    {
        string content;
        try
        {
            content = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            content = "\0";
        }
        if (content.Contains('\0', StringComparison.Ordinal))
        {
            findings.Add(DiagnosticKinds.FileUnreadable, null, $"the file `{shown}` is not text", "a file of law is plain text in UTF-8");
            return null;
        }
        if (string.IsNullOrWhiteSpace(content))
        {
            findings.Add(DiagnosticKinds.FileEmpty, null, $"the file `{shown}` is empty", "delete it, or write the law into it");
            return null;
        }
        return LawParser.Parse(new SourceText(shown, content), findings);
    }
}
