using System.Diagnostics;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SafeHarbor.Documents.Writers;
using Xunit;

namespace SafeHarbor.Documents.Tests;

/// <summary>Another word processor opens the amendment and sees its changes. Needs LibreOffice, as ./test installs it.</summary>
public class LibreOfficeTests
{
    [Fact]
    public void TheAmendmentOpensInLibreOfficeWithItsTrackedChanges()
    {
        var folder = Directory.CreateTempSubdirectory("safeharbor-office-");
        try
        {
            var word = WordWriter.Write(Amendments.Amendment.Of(RealLaw.Amendment("US-KY")));
            File.WriteAllBytes(Path.Combine(folder.FullName, "amendment.docx"), word);
            Convert(folder.FullName);
            var flat = XDocument.Load(Path.Combine(folder.FullName, "amendment.fodt"));
            XNamespace text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0", dublin = "http://purl.org/dc/elements/1.1/";
            var regions = flat.Descendants(text + "changed-region").ToList();
            Assert.NotEmpty(regions);
            Assert.All(regions.Descendants(dublin + "creator"), c => Assert.Equal("SafeHarbor", c.Value));
            using var package = WordprocessingDocument.Open(new MemoryStream(word), isEditable: false);
            var deleted = package.MainDocumentPart!.Document!.Descendants<DeletedRun>().Select(d => Bare(d.InnerText)).ToList();
            Assert.NotEmpty(deleted);
            Assert.Equal(deleted.Count, regions.Count(r => r.Element(text + "deletion") is not null));
            Assert.NotEmpty(regions.SelectMany(r => r.Elements(text + "insertion")));
            // Both are shown where they stand, so that a drafter reads what is struck beside what takes its place.
            var shown = Bare(string.Concat(flat.Descendants(text + "p").Concat(flat.Descendants(text + "h")).Select(p => p.Value)));
            Assert.All(deleted.Concat(package.MainDocumentPart.Document.Descendants<InsertedRun>().Select(i => Bare(i.InnerText))), words => Assert.Contains(words, shown, StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Bare(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c)));

    private static void Convert(string folder)
    {
        var start = new ProcessStartInfo("soffice", ["--headless", "--norestore", $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}", "--convert-to", "fodt", "--outdir", folder, Path.Combine(folder, "amendment.docx")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(File.Exists(Path.Combine(folder, "amendment.fodt")), $"LibreOffice did not open it: {errors.Result}");
    }
}
