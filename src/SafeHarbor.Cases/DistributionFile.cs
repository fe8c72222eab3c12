using System.Text.Json;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning.ManyCases.Synthetic;

namespace SafeHarbor.Cases;

/// <summary>Reads the file that says how made-up cases are drawn, and where each distribution comes from (docs/cases.md).</summary>
public static class DistributionFile
{
    /// <summary>The distributions that come with the program: all plainly made up.</summary>
    public static IReadOnlyList<Distribution> BuiltIn(Vocabulary vocabulary)
    {
        using var text = typeof(DistributionFile).Assembly.GetManifestResourceStream("distributions.json")!;
        using var reader = new StreamReader(text);
        // A vocabulary of other words than ours has no use for them, and then every fact is drawn evenly.
        return Parse(vocabulary, reader.ReadToEnd(), "the built-in distributions", strict: false);
    }

    /// <exception cref="CaseFileError">The file cannot be used.</exception>
    public static IReadOnlyList<Distribution> Read(Vocabulary vocabulary, string path)
    {
        try
        {
            return Parse(vocabulary, File.ReadAllText(path), $"`{path}`", strict: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CaseFileError($"`{path}` cannot be read", "see whether it is there, and may be read");
        }
    }

    private static List<Distribution> Parse(Vocabulary vocabulary, string text, string file, bool strict)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var distributions = new List<Distribution>();
            foreach (var element in json.RootElement.GetProperty("distributions").EnumerateArray())
            {
                var name = element.GetProperty("fact").GetString()!;
                if (vocabulary.FactNamed(name) is { } fact)
                    distributions.Add(new Distribution(fact, [.. Weights(fact, element.GetProperty("weights"), file, strict)], BasisOf(element, name, file)));
                else if (strict)
                    throw new CaseFileError($"{file} speaks of `{name}`, which is not a fact of the vocabulary", Nearest.To(name, vocabulary.Facts.Select(f => f.Name)) is { } near ? $"did you mean `{near}`?" : "name a fact of the vocabulary");
            }
            if (distributions.GroupBy(d => d.Fact).FirstOrDefault(g => g.Count() > 1) is { } twice)
                throw new CaseFileError($"{file} has two distributions of `{twice.Key.Name}`", "keep one of them");
            return distributions;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new CaseFileError($"{file} is not a file of distributions: {Friendly.Sentence(error.Message)}", "docs/cases.md shows one");
        }
    }

    private static double[] Weights(Fact fact, JsonElement element, string file, bool strict)
    {
        var weights = new double[fact.Values.Length];
        foreach (var weight in element.EnumerateObject())
        {
            if (fact.IndexOf(weight.Name) is not { } value)
            {
                if (!strict)
                    continue;
                throw new CaseFileError($"{file}: `{weight.Name}` is not a value of `{fact.Name}`", Nearest.To(weight.Name, fact.Values) is { } near ? $"did you mean `{near}`?" : $"its values are {Friendly.And(fact.Values)}");
            }
            weights[value] = weight.Value.GetDouble();
        }
        if (weights.Any(w => w < 0 || !double.IsFinite(w)) || weights.Sum() <= 0)
            throw new CaseFileError($"{file}: the weights of `{fact.Name}` are below zero, or all zero", "give at least one value a weight above zero");
        return weights;
    }

    /// <summary>The source cited; null for what is made up. A distribution that says neither is refused.</summary>
    private static string? BasisOf(JsonElement element, string fact, string file)
    {
        var basis = element.TryGetProperty("basis", out var given) ? given.GetString() : null;
        if (basis == "made up")
            return null;
        if (basis == "cited" && element.TryGetProperty("source", out var source) && source.GetString() is { Length: > 0 } address)
            return address;
        throw new CaseFileError($"{file} does not say where the distribution of `{fact}` comes from", "write `\"basis\": \"made up\"`, or `\"basis\": \"cited\"` with a `\"source\"`");
    }
}
