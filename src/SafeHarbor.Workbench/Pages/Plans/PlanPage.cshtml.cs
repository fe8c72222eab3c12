using System.Text;
using Microsoft.AspNetCore.Mvc;
using SafeHarbor.Law;
using SafeHarbor.Plans.Reading;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Plans;

/// <summary>
/// A plan for one government: drafted, edited in a form, checked, proved, downloaded, and brought back another day. It travels in the
/// form and in the visitor's own file; the server keeps nothing of it.
/// </summary>
public sealed class PlanPageModel(LawDesk desk) : WorkbenchPage(desk)
{
    public Jurisdiction Jurisdiction { get; private set; } = null!;

    public PlanAnswer Answer { get; private set; } = null!;

    /// <summary>Whether the plan is the one drafted here, or one that the visitor brought or changed.</summary>
    public bool IsDrafted { get; private set; } = true;

    public IActionResult OnGet(string id)
    {
        if (JurisdictionOf(id) is not { } jurisdiction)
            return NoSuch($"the library holds no law of “{Short(id)}”", "All that have been read are on the page of states.");
        Jurisdiction = jurisdiction;
        Answer = Desk.On(jurisdiction, Desk.Today).DraftedPlan;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        Response.Headers.CacheControl = "no-store";
        if (JurisdictionOf(id) is not { } jurisdiction)
            return NoSuch($"the library holds no law of “{Short(id)}”", "All that have been read are on the page of states.");
        Jurisdiction = jurisdiction;
        IsDrafted = false;
        var form = Request.HasFormContentType ? await Request.ReadFormAsync() : FormCollection.Empty;
        var text = form["text"].ToString().ReplaceLineEndings("\n");
        if (form.Files.GetFile("file") is { Length: > 0 and <= PlanReader.LargestText } file)
            text = await new StreamReader(file.OpenReadStream(), Encoding.UTF8).ReadToEndAsync();
        else if (form["do"] != "text" && PlanReader.Read("your plan", text).Plan is { } plan)
            text = PlanWriter.Write(PlanDesk.WithForm(plan, name => form.TryGetValue(name, out var value) ? value.ToString() : null));
        if (form["do"] == "download")
            return File(Encoding.UTF8.GetBytes(text), "application/yaml", $"plan-{jurisdiction.Id.ToLowerInvariant()}.yaml");
        Answer = PlanDesk.Look(Desk, jurisdiction, text);
        return Page();
    }
}
