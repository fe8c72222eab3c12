using SafeHarbor.Documents.Json;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Api;

/// <summary>The addresses of the API. Each answers with and without `.json`, so that a copy on any web host has the same addresses.</summary>
internal static class ApiEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        foreach (var operation in ApiOperations.All)
        {
            foreach (var ending in new[] { "", ".json" })
                app.MapMethods(ApiOperations.Root + operation.Path + ending, Methods, (HttpContext context, LawDesk desk) => Answer(context, desk, operation)).CacheOutput(PageCache.Name);
        }
        app.MapMethods(ApiOperations.Root + "/openapi.json", Methods, (HttpContext context) => Representation.Send(context, OpenApiDocument.Bytes, "application/json; charset=utf-8")).CacheOutput(PageCache.Name);
        app.MapMethods("/schemas/{name}.json", Methods, (HttpContext context, string name) => AnswerSchemas.Find(name) is { } schema
            ? Representation.Send(context, schema, "application/schema+json") : ApiProblems.Write(context, 404, "there is no such schema", "The schemas are listed on the page /data.")).CacheOutput(PageCache.Name);
    }

    private static async Task Answer(HttpContext context, LawDesk desk, ApiOperation operation)
    {
        switch (await operation.Answer(new ApiQuestion(desk, context.Request)))
        {
            case ApiAnswer.Found found:
                using (var stream = new MemoryStream())
                {
                    AnswerJson.Write(stream, "safeharbor/" + operation.Schema, found.Receipt, found.Body);
                    await Representation.Send(context, stream.ToArray(), "application/json; charset=utf-8");
                    return;
                }
            case ApiAnswer.Wrong wrong:
                await ApiProblems.Write(context, wrong.Status, wrong.What, wrong.Remedy);
                return;
            default:
                throw new System.Diagnostics.UnreachableException(operation.Id);
        }
    }
}
