using System.IO.Compression;

namespace SafeHarbor.Documents.Writers;

/// <summary>Makes zipped formats (docx, xlsx) the same bytes for the same content: no clock, one order.</summary>
internal static class Zip
{
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] WithoutClock(Stream zipped)
    {
        zipped.Position = 0;
        using var source = new ZipArchive(zipped, ZipArchiveMode.Read);
        using var output = new MemoryStream();
        using (var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers find the content types first in a package written by Office.
            foreach (var entry in source.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = NoTime;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }
        return output.ToArray();
    }
}
