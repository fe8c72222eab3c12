using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace SafeHarbor.Documents.Printing;

/// <summary>Prints HTML to tagged PDF with a headless Chromium, in a folder of its own that is removed afterwards.</summary>
/// <remarks>The only part of this project that touches the machine. The page has no scripts and fetches nothing.</remarks>
public static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>The program on the PATH; null where there is none.</summary>
    public static string? Find() =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         from name in Names
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();

    /// <param name="program">The program, as <see cref="Find"/> found it; null where there is none.</param>
    /// <exception cref="PrintError">There is no Chromium, or it did not print.</exception>
    public static byte[] Print(string? program, string html)
    {
        if (program is null)
            throw new PrintError("Chromium, which prints PDF, is not there", "install it (on Debian: `apt-get install chromium`), or ask for Word or HTML: end the file's name in .docx or .html");
        var folder = Directory.CreateTempSubdirectory("safeharbor-print-");
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "page.html"), Path.Combine(folder.FullName, "page.pdf"));
            File.WriteAllText(page, html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            Run(program, ["--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--disable-background-networking",
                .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(), // Chromium refuses its sandbox to the superuser
                $"--user-data-dir={folder.CreateSubdirectory("profile").FullName}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri]);
            return File.Exists(pdf) ? File.ReadAllBytes(pdf) : throw Failed(program);
        }
        finally
        {
            Remove(folder);
        }
    }

    private static void Run(string program, IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (process.WaitForExit(Longest))
                return;
            process.Kill(entireProcessTree: true);
            throw Failed(program);
        }
        catch (Win32Exception)
        {
            throw Failed(program);
        }
    }

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // a process of Chromium's own may still be closing its profile; the folder is the system's to clear
        }
    }

    private static PrintError Failed(string program) =>
        new($"`{program}` did not print the page", "see whether it starts by itself, or ask for Word or HTML: end the file's name in .docx or .html");
}
