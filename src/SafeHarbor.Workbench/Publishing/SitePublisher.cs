using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Publishing;

/// <summary>
/// Writes the whole site as plain files that any web host can carry: it runs the site for itself, follows every link from the
/// first page on, and rewrites links to what the copy holds.
/// </summary>
public sealed partial class SitePublisher : IDisposable
{
    private readonly PublishOptions _options;
    private readonly HttpClient _client;
    private readonly LawDesk _desk;
    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> _placesOf = new();
    private readonly ConcurrentDictionary<LinkRewriter.Link, string> _links = new();
    private readonly ConcurrentBag<string> _broken = [];
    private long _bytes;

    private SitePublisher(PublishOptions options, Uri server, LawDesk desk)
    {
        (_options, _desk) = (options, desk);
        // No redirects: a page that moved would be written twice.
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = server, Timeout = TimeSpan.FromMinutes(10) };
    }

    /// <param name="progress">Told how many files are written, and how many are known to be needed.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static async Task<Published> Publish(LawLibrary library, PublishOptions options, TimeProvider? time = null, Action<int, int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        await using var app = WorkbenchHost.Build(library, new WorkbenchOptions(0, PublicAddress: options.Address, IsStaticCopy: true) { HasAllComparisons = options.AllComparisons }, time);
        await app.StartAsync();
        try
        {
            using var publisher = new SitePublisher(options, new Uri(app.Urls.First()), app.Services.GetRequiredService<LawDesk>());
            return await publisher.Run(progress);
        }
        finally
        {
            await app.StopAsync();
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<Published> Run(Action<int, int>? progress)
    {
        var (known, done) = (new HashSet<string>(StringComparer.Ordinal), 0);
        var wave = CopyPlan.Seeds(_desk, _options.Address is not null).Where(known.Add).ToList();
        while (wave.Count > 0)
        {
            var found = new ConcurrentBag<string>();
            await Parallel.ForEachAsync(wave, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (path, stop) =>
            {
                foreach (var next in await Copy(path, stop))
                    found.Add(next);
                progress?.Invoke(Interlocked.Increment(ref done), known.Count);
            });
            wave = [.. found.Order(StringComparer.Ordinal).Where(known.Add)];
        }
        foreach (var (link, file) in _links)
        {
            if (link.Place is { Length: > 0 } place && _placesOf.TryGetValue(link.Path, out var places) && !places.Contains(Uri.UnescapeDataString(place)))
                _broken.Add($"{file}: there is no place {link.Place} on {link.Path}");
        }
        return new Published(_placesOf.Count, _bytes, [.. _broken.Order(StringComparer.Ordinal)]);
    }

    /// <summary>Fetches one address and writes its file.</summary>
    /// <returns>The addresses to which it links and which the copy holds.</returns>
    private async Task<IReadOnlyCollection<string>> Copy(string path, CancellationToken stop)
    {
        using var answer = await Ask(path, stop);
        var isFound = answer.IsSuccessStatusCode || (path == CopyPlan.NotFoundPage && answer.StatusCode == System.Net.HttpStatusCode.NotFound);
        var isHtml = answer.Content.Headers.ContentType?.MediaType == "text/html";
        if (!isFound || isHtml != CopyPlan.IsPage(path))
        {
            _broken.Add($"{path} answers {(int)answer.StatusCode}{(isFound ? $", of another kind ({answer.Content.Headers.ContentType})" : "")}; {_links.FirstOrDefault(l => l.Key.Path == path).Value ?? "the site map"} links to it");
            return [];
        }
        var bytes = await answer.Content.ReadAsByteArrayAsync(stop);
        IReadOnlyCollection<string> next = [];
        _placesOf[path] = new HashSet<string>();
        if (isHtml || path.EndsWith(".atom", StringComparison.Ordinal))
        {
            var text = Encoding.UTF8.GetString(bytes);
            var links = LinkRewriter.LinksIn(text).Where(l => CopyPlan.Holds(l.Path)).Select(l => l with { Path = l.Path.Length > 1 ? l.Path.TrimEnd('/') : l.Path }).ToList();
            foreach (var link in links)
                _links.TryAdd(link, path);
            _placesOf[path] = LinkRewriter.PlacesIn(text).ToHashSet(StringComparer.Ordinal);
            next = links.ConvertAll(l => l.Path);
            bytes = Encoding.UTF8.GetBytes(LinkRewriter.Rewrite(WithoutMissingAlternates(text), Rewritten));
        }
        var file = Path.Combine(_options.Folder, CopyPlan.FileOf(path));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, bytes, stop);
        Interlocked.Add(ref _bytes, bytes.Length);
        return next;
    }

    /// <summary>The answer to an address; where the site says that it works something out, the answer once it has.</summary>
    private async Task<HttpResponseMessage> Ask(string path, CancellationToken stop)
    {
        while (true)
        {
            var answer = await _client.GetAsync(path, stop);
            if (answer.StatusCode != System.Net.HttpStatusCode.ServiceUnavailable)
                return answer;
            answer.Dispose();
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
        }
    }

    private string Rewritten(LinkRewriter.Link link) => CopyPlan.Holds(link.Path)
        ? CopyPlan.AddressOf(link.Path, _options.Base) + link.Rest : CopyPlan.AddressOf(StaticCopy.Page, _options.Base);

    /// <summary>A program that follows an alternate link expects the data, not a page that says why it is not there.</summary>
    private static string WithoutMissingAlternates(string text) =>
        Alternate().Replace(text, m => LinkRewriter.LinksIn(m.Value).All(l => CopyPlan.Holds(l.Path)) ? m.Value : "");

    [GeneratedRegex("<link rel=\"alternate\"[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Alternate();
}
