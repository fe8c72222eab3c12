using System.Collections.Immutable;
using System.Text.Json;
using SafeHarbor.Documents;

namespace SafeHarbor.Workbench.Api;

/// <summary>One question that a program can ask. The same table maps the addresses and describes them, so that the description cannot drift.</summary>
/// <param name="Path">The address below <see cref="ApiOperations.Root"/>, with its parameters in braces.</param>
/// <param name="Schema">The name and version of the answer, such as `gaps/1`.</param>
internal sealed record ApiOperation(string Path, string Id, string Summary, string Schema, ImmutableArray<ApiParameter> Parameters, Func<ApiQuestion, Task<ApiAnswer>> Answer)
{
    public ApiOperation(string path, string id, string summary, string schema, ImmutableArray<ApiParameter> parameters, Func<ApiQuestion, ApiAnswer> answer)
        : this(path, id, summary, schema, parameters, ask => Task.FromResult(answer(ask)))
    {
    }
}

/// <summary>A part of a question.</summary>
/// <param name="InPath">Whether it stands in the address; otherwise after a question mark, and may be left out.</param>
internal sealed record ApiParameter(string Name, bool InPath, string Description, string Example);

/// <summary>What the API answers: a document, or what was wrong with the question.</summary>
internal abstract record ApiAnswer
{
    private ApiAnswer()
    {
    }

    public sealed record Found(Receipt Receipt, Action<Utf8JsonWriter> Body) : ApiAnswer;

    /// <param name="Status">The HTTP status.</param>
    public sealed record Wrong(int Status, string What, string Remedy) : ApiAnswer;
}
