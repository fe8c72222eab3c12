using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

namespace SafeHarbor.Workbench.Web;

/// <summary>The files that pages load: style, script, pictures. Each address holds a hash of the content, so a browser may keep it for good.</summary>
public sealed class Assets
{
    private const string Prefix = "assets/";

    private readonly FrozenDictionary<string, Asset> _byAddress;
    private readonly FrozenDictionary<string, string> _addressOf;

    public Assets()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var all = assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var file = name[Prefix.Length..];
            var (stem, extension) = (Path.GetFileNameWithoutExtension(file), Path.GetExtension(file));
            return (File: file, Address: $"/{Prefix}{stem}.{Convert.ToHexStringLower(SHA256.HashData(bytes))[..10]}{extension}", Asset: new Asset(TypeOf(extension), bytes));
        }).ToList();
        _byAddress = all.ToFrozenDictionary(a => a.Address, a => a.Asset);
        _addressOf = all.ToFrozenDictionary(a => a.File, a => a.Address);
    }

    /// <summary>A file that pages load.</summary>
    public sealed class Asset(string contentType, byte[] bytes)
    {
        private readonly Lazy<byte[]> _small = new(() => Small(bytes));

        public string ContentType { get; } = contentType;

        public byte[] Bytes { get; } = bytes;

        /// <summary>The same as small as Brotli makes it: worked out once, since the file never changes, and not for every visitor in a hurry.</summary>
        public byte[] Compressed => _small.Value;

        private static byte[] Small(byte[] bytes)
        {
            using var small = new MemoryStream();
            using (var brotli = new BrotliStream(small, CompressionLevel.SmallestSize))
                brotli.Write(bytes);
            return small.ToArray();
        }
    }

    /// <summary>The address of a file by its name, such as `site.css`.</summary>
    public string this[string file] => _addressOf[file];

    public IEnumerable<string> Addresses => _byAddress.Keys;

    public Asset? Find(string address) => _byAddress.GetValueOrDefault(address);

    private static string TypeOf(string extension) => extension switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" => "application/json; charset=utf-8",
        ".woff2" => "font/woff2",
        _ => "application/octet-stream",
    };
}
