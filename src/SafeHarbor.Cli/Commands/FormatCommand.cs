using System.CommandLine;
using System.Text;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Cli.Commands;

/// <summary>`format`: sets the files of the library in their one layout.</summary>
internal static class FormatCommand
{
    public static Command Make()
    {
        var paths = new Argument<string[]>("path") { Description = "files or folders; the whole library if left out", Arity = ArgumentArity.ZeroOrMore };
        var check = new Option<bool>("--check") { Description = "change nothing; say which files are not in their layout" };
        var command = new Command("format", "set files of law in their one layout") { paths, check };
        command.SetRun((result, options) =>
        {
            var given = result.GetValue(paths)!;
            var files = (given.Length == 0 ? [options.Library] : given).SelectMany(Files).Order(StringComparer.Ordinal).ToList();
            var changed = files.Where(f => Format(f, result.GetValue(check))).ToList();
            if (options.Json)
                WriteJson(changed, files.Count);
            foreach (var file in options.Json ? [] : changed)
                Console.Out.WriteLine($"{(result.GetValue(check) ? "not in its layout" : "formatted")}: {file}");
            if (!options.Json)
                Console.Out.WriteLine($"{Friendly.Count(files.Count, "file")}, {changed.Count} {(result.GetValue(check) ? "to change" : "changed")}");
            return changed.Count > 0 && result.GetValue(check) ? ExitCode.Findings : ExitCode.Fine;
        });
        return command;
    }

    private static IEnumerable<string> Files(string path)
    {
        if (Directory.Exists(path))
            return Directory.EnumerateFiles(path, "*.law", SearchOption.AllDirectories);
        return File.Exists(path) ? [path] : throw new UserError($"there is no file or folder `{path}`", "give a file that ends in `.law`, or a folder that holds some");
    }

    /// <summary>Whether the file changes. It is written whole or not at all.</summary>
    private static bool Format(string path, bool checkOnly)
    {
        if (new FileInfo(path).Length > LawParser.LargestFile)
            throw new UserError($"the file `{path}` is too large to be law", "divide it into files by subject");
        string text;
        try
        {
            text = new UTF8Encoding(false, true).GetString(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException)
        {
            throw new UserError($"the file `{path}` is not text", "a file of law is plain text in UTF-8");
        }
        var formatted = Formatter.Format(LawParser.Parse(new SourceText(path, text), new DiagnosticBag()));
        if (formatted == text)
            return false;
        if (!checkOnly)
        {
            var fresh = path + ".new";
            File.WriteAllText(fresh, formatted, new UTF8Encoding(false));
            File.Move(fresh, path, overwrite: true);
        }
        return true;
    }

    private static void WriteJson(IEnumerable<string> changed, int files)
    {
        using var output = Console.OpenStandardOutput();
        using var json = new System.Text.Json.Utf8JsonWriter(output, DiagnosticJson.Options);
        json.WriteStartObject();
        json.WriteString("schema", "safeharbor/format/1");
        json.WriteNumber("files", files);
        json.WriteStartArray("changed");
        foreach (var file in changed)
            json.WriteStringValue(file);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
