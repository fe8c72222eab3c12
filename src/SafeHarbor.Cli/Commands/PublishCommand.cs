using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SafeHarbor.Law.Text;
using SafeHarbor.Workbench.Publishing;

namespace SafeHarbor.Cli.Commands;

/// <summary>`publish`: the whole web site as plain files that any web host can carry.</summary>
internal static class PublishCommand
{
    private const int BrokenLinksShown = 20;

    public static Command Make()
    {
        var folder = new Argument<string>("folder") { Description = "where to write it; made if it is not there" };
        var under = new Option<string?>("--base") { Description = "the path under which the host serves it, such as /safeharbor/" };
        var address = new Option<string?>("--address") { Description = "the address under which people will know it, such as https://example.org/safeharbor/; feeds then have whole links, and there is a site map" };
        var all = new Option<bool>("--all-comparisons") { Description = "write the comparison of every pair of states, not only of neighbours" };
        var force = new Option<bool>("--force") { Description = "write into a folder that is not empty; files of the same name are replaced, others stay" };
        var command = new Command("publish", "the web site as plain files that any web host can carry") { folder, under, address, all, force };
        command.SetRun((result, options) =>
        {
            var whole = WholeAddress(result.GetValue(address));
            var path = BasePath(result.GetValue(under), whole);
            var target = Path.GetFullPath(result.GetValue(folder)!);
            Prepare(target, result.GetValue(force));
            if (options.On is not null)
                throw new UserError("a copy of the site is of today's law", "leave out `--on`: each page links to earlier days");
            var session = Session.Open(options, null);
            var watch = Stopwatch.StartNew();
            Published published;
            try
            {
                published = SitePublisher.Publish(session.Library, new PublishOptions(target, path, whole, result.GetValue(all)), progress: Progress()).GetAwaiter().GetResult();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UserError($"the copy could not be written: {e.Message}", "see that there is room and that the folder may be written, then run it again with `--force`");
            }
            if (!Console.IsErrorRedirected)
                Console.Error.Write("\r\e[K");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Friendly.Count(published.Files, "file")}, {published.Bytes / 1e6:0.0} MB, in {watch.Elapsed.TotalSeconds:0} s: {target}"));
            foreach (var broken in published.Broken.Take(BrokenLinksShown))
                Console.Error.WriteLine($"safeharbor: broken: {broken}");
            if (published.Broken.Length > BrokenLinksShown)
                Console.Error.WriteLine($"safeharbor: and {published.Broken.Length - BrokenLinksShown} more");
            return published.Broken.IsEmpty ? ExitCode.Fine : ExitCode.Findings;
        });
        return command;
    }

    /// <summary>The address under which people will know a site; null where none is given.</summary>
    /// <exception cref="UserError">It is not one.</exception>
    public static Uri? WholeAddress(string? text)
    {
        if (text is null)
            return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var whole) || whole.Scheme is not ("http" or "https") || whole.Query.Length > 0 || whole.Fragment.Length > 0)
            throw new UserError($"`{text}` is not the address of a site", "write it whole, such as `--address https://example.org/safeharbor/`");
        return whole.AbsolutePath.EndsWith('/') ? whole : new Uri(whole.AbsoluteUri + "/");
    }

    private static string BasePath(string? text, Uri? whole)
    {
        if (text is null)
            return whole?.AbsolutePath ?? "/";
        var path = "/" + text.Trim('/') + (text.Trim('/').Length == 0 ? "" : "/");
        if (path.Split('/', StringSplitOptions.RemoveEmptyEntries).Any(part => part.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.' or '~'))))
            throw new UserError($"`{text}` is not a path", "write it as in an address, such as `--base /safeharbor/`");
        if (whole is not null && whole.AbsolutePath != path)
            throw new UserError($"`--base {text}` and `--address {whole}` name different paths", "leave out `--base`: the address holds the path already");
        return path;
    }

    private static void Prepare(string target, bool force)
    {
        try
        {
            if (File.Exists(target))
                throw new UserError($"`{target}` is a file", "name a folder");
            if (!force && Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
                throw new UserError($"the folder `{target}` is not empty", "name another, or write into it all the same with `--force`");
            Directory.CreateDirectory(target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"the folder `{target}` cannot be written", "name another");
        }
    }

    /// <summary>One line that is written over, where a person watches.</summary>
    private static Action<int, int>? Progress()
    {
        if (Console.IsErrorRedirected)
            return null;
        var (gate, last) = (new Lock(), Stopwatch.StartNew());
        return (done, known) =>
        {
            lock (gate)
            {
                if (last.ElapsedMilliseconds < 200)
                    return;
                last.Restart();
                Console.Error.Write($"\r\e[K{done} of {known} files known so far");
            }
        };
    }
}
