using System.Collections.Frozen;
using System.Reflection;

namespace SafeHarbor.Documents.Json;

/// <summary>The JSON Schema (2020-12) of every answer, by the name of its file: `gaps-1` for `safeharbor/gaps/1`.</summary>
public static class AnswerSchemas
{
    private const string Prefix = "schemas/";

    private static readonly FrozenDictionary<string, byte[]> ByName = Read();

    public static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);

    public static byte[]? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>For example `gaps-1` for `gaps/1` or `safeharbor/gaps/1`.</summary>
    public static string FileOf(string schema) => schema.Replace("safeharbor/", "", StringComparison.Ordinal).Replace('/', '-');

    private static FrozenDictionary<string, byte[]> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(n => n[Prefix.Length..], n =>
        {
            using var stream = assembly.GetManifestResourceStream(n)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        });
    }
}
