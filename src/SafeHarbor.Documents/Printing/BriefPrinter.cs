using SafeHarbor.Documents.Briefs;
using SafeHarbor.Documents.Writers;

namespace SafeHarbor.Documents.Printing;

/// <summary>Prints a brief on exactly two pages, whatever fonts the machine has.</summary>
public static class BriefPrinter
{
    private const int Tries = 6;
    private const double Step = 0.05;

    /// <exception cref="PrintError">There is no Chromium, or it did not print.</exception>
    public static byte[] Print(string? chromium, BriefFacts facts)
    {
        for (var (attempt, fill) = (0, Brief.FillAtFirst); attempt < Tries; attempt++, fill -= Step)
        {
            var pdf = Chromium.Print(chromium, HtmlWriter.Write(Brief.Of(facts, fill)));
            if (PdfFile.Pages(pdf) == Brief.Pages)
                return PdfFile.Dated(pdf, facts.Receipt.On);
        }
        throw new PrintError("the brief did not fit on two pages with the fonts of this machine", "install a font as wide as Arial (on Debian: `apt-get install fonts-liberation`), or ask for Word or HTML");
    }
}
