using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SafeHarbor.Law.Binding;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law;

/// <summary>Reads a library folder into a checked <see cref="LawLibrary"/>. The only place where the law touches files.</summary>
public sealed class LibraryReader
{
    private const string Extension = "*.law";

    private readonly string _root;
    private readonly DiagnosticBag _bag = new();
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private LibraryReader(string root) => _root = root;

    /// <summary>Reads the vocabulary, the baseline, the frameworks, and the jurisdictions asked for with those they lie within.</summary>
    /// <param name="root">The library folder.</param>
    /// <param name="ids">The ids of the jurisdictions wanted; null for all of them.</param>
    /// <returns>The library, null when the vocabulary or the baseline is missing; and every finding.</returns>
    public static (LawLibrary? Library, ImmutableArray<Diagnostic> Findings) Read(string root, IReadOnlyCollection<string>? ids = null)
    {
        var reader = new LibraryReader(root);
        var library = reader.ReadAll(ids);
        return (library, reader._bag.ToImmutable());
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
        var words = new VocabularyBinder(_bag).Bind(vocabularyTree);
        var frameworks = ReadFrameworks(words);
        var demandIds = frameworks.SelectMany(f => f.Demands).Select(d => d.Id).ToList();
        var binder = new JurisdictionBinder(words, demandIds, _bag);
        var baseline = binder.Bind("baseline", [baselineTree]);
        var jurisdictions = ReadJurisdictions(ids ?? known, known, binder);
        var library = new LawLibrary(words.Vocabulary, baseline, frameworks, jurisdictions, known, Convert.ToHexStringLower(_hash.GetHashAndReset()));
        Checking.LibraryChecker.Check(library, _bag);
        return library;
    }

    private ImmutableArray<Framework> ReadFrameworks(Words words)
    {
        var folder = Path.Combine(_root, "frameworks");
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, Extension).Order(StringComparer.Ordinal).ToList() : [];
        if (files.Count == 0)
            _bag.Add(DiagnosticKinds.FileMissing, null, $"the library folder `{_root}` holds no framework", "put at least one in its folder `frameworks`");
        var binder = new FrameworkBinder(words, _bag);
        return [.. files.Select(f => ReadTree(Path.GetRelativePath(_root, f), "")).OfType<SyntaxTree>().Select(binder.Bind).OfType<Framework>()];
    }

    private ImmutableArray<Jurisdiction> ReadJurisdictions(IReadOnlyCollection<string> wanted, ImmutableArray<string> known, JurisdictionBinder binder)
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
            var jurisdiction = binder.Bind(id, trees);
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
        if (!File.Exists(path))
        {
            _bag.Add(DiagnosticKinds.FileMissing, null, $"the file `{shown}` is not there", what.Length == 0 ? "put it back" : $"put it back: {what}");
            return null;
        }
        byte[] bytes;
        try
        {
            var length = new FileInfo(path).Length;
            if (length > LawParser.LargestFile)
            {
                _bag.Add(DiagnosticKinds.FileTooLarge, null, $"the file `{shown}` has {length / (1024 * 1024)} MB, more than {LawParser.LargestFile / (1024 * 1024)} MB",
                    "a file of law holds far less; if it is law, divide it into files by subject");
                return null;
            }
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _bag.Add(DiagnosticKinds.FileUnreadable, null, $"the file `{shown}` cannot be read", "check that it is a file and that you may read it");
            return null;
        }
        return Decode(shown, bytes);
    }

    private SyntaxTree? Decode(string shown, byte[] bytes)
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
            _bag.Add(DiagnosticKinds.FileUnreadable, null, $"the file `{shown}` is not text", "a file of law is plain text in UTF-8");
            return null;
        }
        if (string.IsNullOrWhiteSpace(content))
        {
            _bag.Add(DiagnosticKinds.FileEmpty, null, $"the file `{shown}` is empty", "delete it, or write the law into it");
            return null;
        }
        _hash.AppendData(Encoding.UTF8.GetBytes(shown));
        _hash.AppendData(bytes);
        return LawParser.Parse(new SourceText(shown, content), _bag);
    }
}
