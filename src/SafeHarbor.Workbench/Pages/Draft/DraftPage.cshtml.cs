using Microsoft.AspNetCore.Mvc;
using SafeHarbor.Law;
using SafeHarbor.Law.Writing;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Answers.Drafts;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Draft;

/// <summary>The editor for a bill. Without scripts a text area, and a button that has it read.</summary>
public sealed class DraftPageModel(LawDesk desk, DraftDesk drafts, Assets assets) : WorkbenchPage(desk)
{
    public Assets Assets { get; } = assets;

    public Jurisdiction Jurisdiction { get; private set; } = null!;

    /// <summary>The text in the editor.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The draft as it was read; null before anything was posted, and where it is too large.</summary>
    public Law.Draft? Draft { get; private set; }

    /// <summary>Whether the text was asked for, so that a draft kept in the browser must not take its place.</summary>
    public bool IsGiven { get; private set; }

    public DraftOutcome? Outcome { get; private set; }

    /// <summary>Why the draft was not read; null where it was.</summary>
    public string? Problem { get; private set; }

    /// <summary>A few lines of the language.</summary>
    public string Sample => DraftTemplate.For(Jurisdiction, Desk.Today);

    public IActionResult OnGet(string id)
    {
        if (JurisdictionOf(id) is not { } jurisdiction)
            return NoSuch("the library holds no such jurisdiction", "Choose one from the list.");
        Jurisdiction = jurisdiction;
        Text = Sample;
        if (Request.Query["bill"] is [{ Length: > 0 } slug])
        {
            if (jurisdiction.Bills.FirstOrDefault(b => ProvisionIndex.Slug(b.Title) == slug) is not { } bill)
                return NoSuch("the library holds no such bill", "The bills of a state are on the state's page.");
            IsGiven = true;
            // What became of that bill is not so of a draft that begins from it.
            Text = LawWriter.Write(bill with { Title = $"After {bill.Title}", Outcome = null });
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (JurisdictionOf(id) is not { } jurisdiction)
            return NoSuch("the library holds no such jurisdiction", "Choose one from the list.");
        Jurisdiction = jurisdiction;
        IsGiven = true;
        var form = await DraftForm.Read(Request);
        if (form is null)
            Problem = "What was sent could not be read as a form.";
        Text = (form?["text"].ToString() ?? "").ReplaceLineEndings("\n");
        (Draft, var tooLarge) = form is null ? (null, null) : drafts.Read(jurisdiction, Text);
        Problem ??= tooLarge;
        if (Draft is { } draft)
            Outcome = await drafts.OutcomeOf(draft, HttpContext.RequestAborted);
        else
            Text = "";
        // The editor asks for this part alone.
        return Request.Headers["X-Part"] == "outcome" && Outcome is not null
            ? Partial("_DraftOutcome", new DraftOutcomeView(Outcome, jurisdiction, Desk))
            : Page();
    }
}
