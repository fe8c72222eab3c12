using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SafeHarbor.Workbench.Feeds;

/// <summary>A document as bytes, without a byte order mark: some readers take one for text.</summary>
internal static class XmlBytes
{
    public static byte[] Of(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
            new XDocument(root).Save(writer);
        return stream.ToArray();
    }
}
