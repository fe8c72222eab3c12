using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using SafeHarbor.Documents.OpenData;
using SafeHarbor.Documents.Tables;
using Xunit;

namespace SafeHarbor.Documents.Tests;

/// <summary>The open data is what its own description says, read by that description alone.</summary>
public class DataPackageTests
{
    private static readonly Dictionary<string, byte[]> Files = DataPackage.Of(NationalGaps.Of(RealLaw.Library, RealLaw.On)).ToDictionary(f => f.Path, f => f.Content);

    private static readonly JsonElement Descriptor = JsonDocument.Parse(Files["datapackage.json"]).RootElement;

    private static IEnumerable<JsonElement> Resources => Descriptor.GetProperty("resources").EnumerateArray();

    [Fact]
    public void EveryRowFitsItsSchema()
    {
        var rows = 0;
        foreach (var resource in Resources.Where(r => r.GetProperty("format").GetString() == "csv"))
        {
            var fields = resource.GetProperty("schema").GetProperty("fields").EnumerateArray().ToList();
            var read = Rows(resource);
            Assert.Equal(fields.Select(f => f.GetProperty("name").GetString()), read[0]);
            foreach (var row in read.Skip(1))
            {
                Assert.Equal(fields.Count, row.Length);
                Assert.All(fields.Zip(row), f => AssertFits(f.First, f.Second, resource.GetProperty("name").GetString()!));
                rows++;
            }
        }
        Assert.True(rows > 1_000, $"only {rows} rows");
    }

    [Fact]
    public void KeysTellRowsApartAndReferencesLeadSomewhere()
    {
        var tables = Resources.Where(r => r.GetProperty("format").GetString() == "csv").ToDictionary(r => r.GetProperty("name").GetString()!);
        HashSet<string> Keys(JsonElement table, IEnumerable<string> columns) => [.. Cells(table, columns)];
        foreach (var (name, table) in tables)
        {
            var schema = table.GetProperty("schema");
            var key = Names(schema.GetProperty("primaryKey"));
            Assert.Equal(Rows(table).Count - 1, Keys(table, key).Count);
            foreach (var foreign in schema.TryGetProperty("foreignKeys", out var keys) ? keys.EnumerateArray().ToList() : [])
            {
                var reference = foreign.GetProperty("reference");
                var target = reference.GetProperty("resource").GetString() is { Length: > 0 } other ? tables[other] : table;
                var known = Keys(target, Names(reference.GetProperty("fields")));
                Assert.All(Cells(table, Names(foreign.GetProperty("fields"))).Where(c => c.Length > 0), c => Assert.True(known.Contains(c), $"{name}: `{c}` leads nowhere"));
            }
        }
    }

    [Fact]
    public void EveryFileThatIsNamedIsThereAndTheReceiptWithThem()
    {
        Assert.All(Resources, r => Assert.True(Files.ContainsKey(r.GetProperty("path").GetString()!)));
        Assert.Equal(RealLaw.Library.Hash, Descriptor.GetProperty("receipt").GetProperty("law").GetString());
        Assert.Equal(Files.Count - 2, Resources.Count());
    }

    [Fact]
    public void EveryProvisionIsLegislationWithItsPlace()
    {
        var parts = JsonDocument.Parse(Files["legislation.jsonld"]).RootElement.GetProperty("hasPart").EnumerateArray().ToList();
        Assert.Equal(RealLaw.Library.Jurisdictions.Append(RealLaw.Library.Baseline).Sum(j => j.Provisions.Length), parts.Count);
        Assert.All(parts, p => Assert.Equal("Legislation", p.GetProperty("@type").GetString()));
        Assert.Equal(parts.Count, parts.Select(p => p.GetProperty("@id").GetString()).Distinct().Count());
        Assert.Contains(parts, p => p.GetProperty("legislationJurisdiction").TryGetProperty("identifier", out var id) && id.GetString() == "ocd-division/country:us/state:ky");
    }

    [Fact]
    public void ThePackageIsTheSameBytesEachTime() =>
        Assert.All(DataPackage.Of(NationalGaps.Of(RealLaw.Library, RealLaw.On)), f => Assert.Equal(Files[f.Path], f.Content));

    private static void AssertFits(JsonElement field, string cell, string table)
    {
        var where = $"{table}.{field.GetProperty("name").GetString()}: `{cell}`";
        var constraints = field.GetProperty("constraints");
        if (cell.Length == 0)
        {
            Assert.False(constraints.GetProperty("required").GetBoolean(), where + " is required");
            return;
        }
        Assert.True(field.GetProperty("type").GetString() switch
        {
            "string" => true,
            "integer" => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "date" => LocalDatePattern.Iso.Parse(cell).Success,
            _ => false,
        }, where);
        if (constraints.TryGetProperty("enum", out var values))
            Assert.True(Names(values).Contains(cell), where + " is none of those that it may be");
    }

    private static List<string> Names(JsonElement list) => [.. list.EnumerateArray().Select(n => n.GetString()!)];

    private static List<string[]> Rows(JsonElement resource) => [.. TableTests.ReadCsv(Files[resource.GetProperty("path").GetString()!]).Select(r => r.Split('\u001f'))];

    private static IEnumerable<string> Cells(JsonElement resource, IEnumerable<string> columns)
    {
        var rows = Rows(resource);
        var places = columns.Select(c => Array.IndexOf(rows[0], c)).ToList();
        return rows.Skip(1).Select(r => string.Join('\u001f', places.Select(p => r[p])));
    }
}
