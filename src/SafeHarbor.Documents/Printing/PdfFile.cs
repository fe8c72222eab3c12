using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace SafeHarbor.Documents.Printing;

/// <summary>What we need of a PDF that Chromium wrote: how many pages it has, and that its date is that of its content.</summary>
public static partial class PdfFile
{
    public static int Pages(byte[] pdf) => Page().Count(Encoding.Latin1.GetString(pdf));

    /// <summary>The same file, dated with the day that it speaks of instead of the minute in which it was printed.</summary>
    public static byte[] Dated(byte[] pdf, LocalDate day)
    {
        var stamp = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Format(day) + "000000";
        return Encoding.Latin1.GetBytes(Date().Replace(Encoding.Latin1.GetString(pdf), m => m.Groups[1].Value + stamp));
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Page();

    // Of the same length as before, so that every offset in the file stays true.
    [GeneratedRegex(@"(/(?:CreationDate|ModDate)\s*\(D:)\d{14}")]
    private static partial Regex Date();
}
