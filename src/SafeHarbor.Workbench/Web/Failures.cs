namespace SafeHarbor.Workbench.Web;

/// <summary>What a visitor sees where the program fails: a plain page, never the inside of the program; and nothing about the request is kept.</summary>
internal sealed class Failures(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException bad)
        {
            await Answer(context, bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "What was sent is too large." : "The request could not be read.");
        }
        catch (InvalidDataException) when (context.Request.HasFormContentType)
        {
            await Answer(context, StatusCodes.Status400BadRequest, "The form could not be read.");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The visitor left.
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            // The kind of failure and where it arose, never what was asked.
            await Console.Error.WriteLineAsync($"safeharbor: a page failed: {failure.GetType().Name} at {failure.StackTrace?.Split('\n')[0].Trim()}");
            await Answer(context, StatusCodes.Status500InternalServerError, "Something in this program failed. It is not your doing. Nothing was lost: this site keeps nothing. Please tell those who run it which page this was.");
        }
    }

    private static async Task Answer(HttpContext context, int status, string text)
    {
        if (context.Response.HasStarted)
            return;
        context.Response.Clear();
        SecurityHeaders.Add(context);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync($"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>SafeHarbor</title><h1>This page cannot be shown</h1><p>{text}</p><p><a href=\"/\">To the first page</a></p></html>");
    }
}
