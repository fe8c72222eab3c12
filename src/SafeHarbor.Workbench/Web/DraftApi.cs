using System.Text.Json;
using System.Text.Json.Nodes;
using SafeHarbor.Documents.Words;
using SafeHarbor.LanguageService;
using SafeHarbor.Law;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Answers.Drafts;

namespace SafeHarbor.Workbench.Web;

/// <summary>What the editor on the draft page asks. Each request carries the whole draft; nothing of it is kept or written down.</summary>
public static class DraftApi
{
    private const string Json = "application/json; charset=utf-8";

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { MaxDepth = 8 };

    /// <summary>A request: a draft, and for some questions a place in it.</summary>
    /// <param name="Jurisdiction">The id, such as <c>US-KY</c>.</param>
    /// <param name="Offset">Zero-based, in UTF-16 characters.</param>
    public sealed record Request(string? Jurisdiction, string? Text, int? Offset);

    public static void MapDraftApi(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        Map(app, "check", (draft, _, _) => Task.FromResult<JsonNode>(Check(draft)));
        Map(app, "complete", (draft, offset, _) => Task.FromResult<JsonNode>(Complete(draft, offset, app.Services.GetRequiredService<LawDesk>())));
        Map(app, "hover", (draft, offset, _) => Task.FromResult<JsonNode>(Hover(draft, offset)));
        Map(app, "format", (draft, _, _) => Task.FromResult<JsonNode>(new JsonObject { ["text"] = Formatter.Format(draft.Tree) }));
        Map(app, "gaps", async (draft, _, cancellation) => Gaps(await app.Services.GetRequiredService<DraftDesk>().OutcomeOf(draft, cancellation), draft.Jurisdiction));
    }

    private static void Map(WebApplication app, string question, Func<Draft, int, CancellationToken, Task<JsonNode>> answer) =>
        app.MapPost("/api/draft/" + question, async (HttpContext context, DraftDesk drafts) =>
        {
            if (await ReadRequest(context) is not { } request)
                return Wrong(StatusCodes.Status400BadRequest, "The request is not JSON of the form {\"jurisdiction\": \"US-KY\", \"text\": \"…\"}.");
            if (drafts.Desk.Library.Jurisdictions.FirstOrDefault(j => string.Equals(j.Id, request.Jurisdiction, StringComparison.OrdinalIgnoreCase)) is not { } jurisdiction)
                return Wrong(StatusCodes.Status404NotFound, "The library holds no such jurisdiction.");
            var (draft, problem) = drafts.Read(jurisdiction, (request.Text ?? "").ReplaceLineEndings("\n"));
            if (draft is null)
                return Wrong(StatusCodes.Status413PayloadTooLarge, problem!);
            var answered = await answer(draft, Math.Clamp(request.Offset ?? 0, 0, draft.Tree.Source.Content.Length), context.RequestAborted);
            return Results.Text(answered.ToJsonString(), Json);
        });

    private static async Task<Request?> ReadRequest(HttpContext context)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<Request>(context.Request.Body, Reading, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Wrong(int status, string problem) => Results.Text(new JsonObject { ["problem"] = problem }.ToJsonString(), Json, statusCode: status);

    private static JsonObject Check(Draft draft) => new()
    {
        ["findings"] = new JsonArray([.. draft.Findings.Select(f => (JsonNode)Finding(f))]),
        ["marks"] = new JsonArray([.. ReadText.Of(draft).Marks.Select(m => (JsonNode)new JsonArray(m.Span.Start, m.Span.End, m.Kind.ToString().ToLowerInvariant()))]),
    };

    private static JsonObject Finding(Diagnostic finding)
    {
        var (line, column) = finding.Location is { } place ? place.Source.Position(place.Span.Start) : (1, 1);
        return new JsonObject
        {
            ["id"] = finding.Kind.Id,
            ["weight"] = finding.Weight,
            ["from"] = finding.Location?.Span.Start ?? 0,
            ["to"] = finding.Location?.Span.End ?? 0,
            ["line"] = line,
            ["column"] = column,
            ["message"] = finding.Message,
            ["help"] = finding.Help,
        };
    }

    private static JsonObject Complete(Draft draft, int offset, LawDesk desk) => new()
    {
        ["items"] = new JsonArray([.. Completer.At(ReadText.Of(draft), offset, desk.Today).Select(i => (JsonNode)new JsonObject
        {
            ["label"] = i.Label,
            ["kind"] = i.Kind.ToString().ToLowerInvariant(),
            ["detail"] = i.Detail,
            ["about"] = i.About,
            ["from"] = i.Replaces.Start,
            ["insert"] = i.Insert,
        })]),
    };

    private static JsonObject Hover(Draft draft, int offset) => Hovers.At(ReadText.Of(draft), offset) is { } hover
        ? new JsonObject { ["from"] = hover.Span.Start, ["to"] = hover.Span.End, ["title"] = hover.Title, ["lines"] = new JsonArray([.. hover.Lines.Select(l => (JsonNode)l)]) }
        : new JsonObject { ["title"] = null };

    private static JsonObject Gaps(DraftOutcome outcome, Jurisdiction jurisdiction) => outcome.Problem is { } problem
        ? new JsonObject { ["problem"] = problem }
        : new JsonObject
        {
            ["jurisdiction"] = jurisdiction.Id,
            ["on"] = NodaTime.Text.LocalDatePattern.Iso.Format(outcome.Day),
            ["demands"] = new JsonArray([.. outcome.Demands.Select(d => (JsonNode)new JsonObject
            {
                ["id"] = d.Difference.Demand.Id,
                ["title"] = d.Difference.Demand.Title,
                ["effect"] = d.InWords,
                ["gain"] = d.Kinds(1),
                ["lose"] = d.Kinds(-1),
                ["notKnown"] = d.Kinds(0),
                ["parts"] = new JsonArray([.. d.Difference.Parts.Select(p => (JsonNode)new JsonObject
                {
                    ["without"] = p.First.InWords(),
                    ["with"] = p.Second.InWords(),
                    ["kinds"] = new JsonArray([.. p.Lines.Select(l => (JsonNode)DifferenceWords.Sentence(l))]),
                })]),
            })]),
        };
}
