namespace SafeHarbor.Workbench.Pages.Draft;

/// <summary>Reads a posted form; what is no form is answered, not failed on.</summary>
internal static class DraftForm
{
    public static async Task<IFormCollection?> Read(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return null;
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
