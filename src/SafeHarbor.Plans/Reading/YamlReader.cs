using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Text;
using YamlDotNet.RepresentationModel;

namespace SafeHarbor.Plans.Reading;

/// <summary>One mapping of a plan's file: its values by name, each with its place. What is not known or not of its form is reported.</summary>
internal sealed class YamlReader
{
    private readonly SourceText _source;
    private readonly DiagnosticBag _bag;
    private readonly Dictionary<string, (YamlNode Key, YamlNode Value)> _values = new(StringComparer.Ordinal);
    private readonly string _under;

    /// <param name="known">The names that may stand here.</param>
    public YamlReader(SourceText source, DiagnosticBag bag, YamlNode node, string under, params ReadOnlySpan<string> known)
    {
        (_source, _bag, _under, Place) = (source, bag, under, PlaceOf(source, node));
        if (node is not YamlMappingNode mapping)
        {
            Report(DiagnosticKinds.PlanValue, Place, "a list of `name: value` lines is expected here");
            return;
        }
        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!known.Contains(name))
            {
                var near = Nearest.To(name, known.ToArray());
                Report(DiagnosticKinds.PlanWord, PlaceOf(source, key), $"unknown word `{Cut(name)}`", near is null ? $"here may stand {Friendly.And(known.ToArray())}" : $"did you mean `{near}`?");
            }
            else
            {
                _values[name] = (key, value);
            }
        }
    }

    public Location Place { get; }

    public bool Has(string name) => _values.ContainsKey(name);

    public Location PlaceOf(string name) => _values.TryGetValue(name, out var found) ? PlaceOf(_source, found.Key) : Place;

    /// <summary>The words after a name; null where there are none.</summary>
    public string? Text(string name)
    {
        if (!_values.TryGetValue(name, out var found) || found.Value is YamlScalarNode { Value: null or "" })
            return null;
        if (found.Value is YamlScalarNode scalar)
            return scalar.Value!.Trim();
        Report(DiagnosticKinds.PlanValue, PlaceOf(_source, found.Value), $"`{name}` is followed by words, not by a list");
        return null;
    }

    public LocalDate? Date(string name)
    {
        if (Text(name) is not { } text)
            return null;
        var parsed = LocalDatePattern.Iso.Parse(text);
        if (parsed.Success)
            return parsed.Value;
        Report(DiagnosticKinds.PlanValue, PlaceOf(_source, _values[name].Value), $"`{Cut(text)}` is not a date", "write year, month and day, such as `2027-07-01`");
        return null;
    }

    public decimal? Number(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            return number;
        Report(DiagnosticKinds.PlanValue, PlaceOf(_source, _values[name].Value), $"`{Cut(text)}` is not a number");
        return null;
    }

    public T? OneOf<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
            return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
                return value;
        }
        var all = Enum.GetNames<T>().Select(n => n.ToLowerInvariant()).ToArray();
        Report(DiagnosticKinds.PlanValue, PlaceOf(_source, _values[name].Value), $"`{Cut(text)}` cannot stand after `{name}`", Nearest.To(text, all) is { } near ? $"did you mean `{near}`?" : $"it is one of {Friendly.Or(all)}");
        return null;
    }

    /// <summary>The items of a list; one item may stand without a list.</summary>
    public ImmutableArray<YamlNode> Items(string name) => !_values.TryGetValue(name, out var found) ? []
        : found.Value is YamlSequenceNode list ? [.. list.Children]
        : found.Value is YamlScalarNode { Value: null or "" } ? [] : [found.Value];

    /// <summary>The words of a list.</summary>
    public ImmutableArray<string> Texts(string name) => [.. Items(name).Select(item =>
    {
        if (item is YamlScalarNode { Value: { Length: > 0 } value })
            return value.Trim();
        Report(DiagnosticKinds.PlanValue, PlaceOf(_source, item), $"in the list `{name}` each item is a few words");
        return null;
    }).OfType<string>()];

    public YamlReader Inner(YamlNode node, string under, params ReadOnlySpan<string> known) => new(_source, _bag, node, under, known);

    /// <summary>A mapping after a name; null where there is none.</summary>
    public YamlReader? Inner(string name, params ReadOnlySpan<string> known) =>
        _values.TryGetValue(name, out var found) ? new YamlReader(_source, _bag, found.Value, $"{_under}, `{name}`", known) : null;

    public void Report(DiagnosticKind kind, Location place, string message, string? help = null) => _bag.Add(kind, place, message, help, _under);

    public static Location PlaceOf(SourceText source, YamlNode node)
    {
        var start = (int)Math.Clamp(node.Start.Index, 0, source.Content.Length);
        var end = (int)Math.Clamp(node.End.Index, start, source.Content.Length);
        var line = source.Content.IndexOf('\n', start);
        return new Location(source, TextSpan.Between(start, line < 0 ? end : Math.Min(end, line)));
    }

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
