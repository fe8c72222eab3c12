using SafeHarbor.Law;
using SafeHarbor.Workbench.Answers;

namespace SafeHarbor.Workbench.Web;

/// <summary>Documents to carry away: Word and a workbook of tables.</summary>
internal static class Downloads
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapDownloads(this WebApplication app)
    {
        app.MapGet("/{id:jurisdiction}/brief.docx", (string id, LawDesk desk, DocumentDesk documents) => Of(desk, id, (j, name) => (documents.Brief(j), $"brief-{name}.docx")));
        app.MapGet("/{id:jurisdiction}/testimony.docx", (string id, LawDesk desk, DocumentDesk documents) => Of(desk, id, (j, name) => (documents.Testimony(j), $"testimony-{name}.docx")));
        app.MapGet("/{id:jurisdiction}/resolution.docx", (string id, LawDesk desk, DocumentDesk documents) => Of(desk, id, (j, name) => (documents.Resolution(j), $"resolution-{name}.docx")));
        app.MapGet("/{id:jurisdiction}/demand/{demand}/amendment.docx", (string id, string demand, LawDesk desk, DocumentDesk documents) =>
            desk.Demands.FirstOrDefault(d => string.Equals(d.Id, demand, StringComparison.OrdinalIgnoreCase)) is { } asked
                ? Of(desk, id, (j, name) => (documents.Amendment(j, asked), $"amendment-{name}-{asked.Id.ToLowerInvariant()}.docx")) : Results.NotFound());
        app.MapGet("/resolution.docx", (DocumentDesk documents) => Results.File(documents.Resolution(null)!, Word, "resolution.docx"));
        app.MapGet("/tables.xlsx", (DocumentDesk documents) => Results.File(documents.Tables()!, Sheet, "safeharbor-tables.xlsx"));
    }

    private static IResult Of(LawDesk desk, string id, Func<Jurisdiction, string, (byte[]? Bytes, string Name)> make) =>
        desk.Library.Jurisdictions.FirstOrDefault(j => string.Equals(j.Id, id, StringComparison.OrdinalIgnoreCase)) is { } jurisdiction
        && make(jurisdiction, jurisdiction.Id.ToLowerInvariant()) is { Bytes: { } bytes, Name: var name }
            ? Results.File(bytes, Word, name) : Results.NotFound();
}
