using SafeHarbor.Documents.OpenData;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Cli.Commands;

/// <summary>Where a command writes several files that belong together.</summary>
internal static class OutputFolder
{
    /// <exception cref="UserError">Something is there already and `--force` was not given.</exception>
    public static void Require(string folder, bool force)
    {
        if (File.Exists(folder))
            throw new UserError($"`{folder}` is a file", "name a folder");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !force)
            throw new UserError($"the folder `{folder}` is not empty", "name another folder, or add `--force` to write over the files in it");
    }

    public static void Write(string folder, IReadOnlyCollection<OutFile> files, string about)
    {
        try
        {
            foreach (var file in files)
            {
                var path = Path.Combine(folder, Path.Combine(file.Path.Split('/')));
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, file.Content);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"the folder `{folder}` cannot be written", "see whether you may write there and the disk has room");
        }
        Console.Out.WriteLine($"{about}: {Friendly.Count(files.Count, "file")} in {folder}");
    }
}
