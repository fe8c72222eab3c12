using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.OneCase;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Child;

/// <summary>
/// A conversation about one child. The answers travel in the form alone: no address, cookie, log or store ever holds them. Where
/// scripts are on, not even the form is sent: the browser answers by itself.
/// </summary>
public sealed class ChildPageModel(LawDesk desk) : WorkbenchPage(desk)
{
    public Jurisdiction Jurisdiction { get; private set; } = null!;

    public Interview Interview { get; private set; } = new([]);

    public CaseReport Report { get; private set; } = null!;

    /// <summary>Whether the last answer could not stand beside the others, and was taken back.</summary>
    public bool WasTakenBack { get; private set; }

    /// <summary>The fact to ask next; null where nothing more would change what is owed.</summary>
    public Fact? Next { get; private set; }

    public IActionResult OnGet(string id) => Answer(id, new Interview([]), null);

    public IActionResult OnPost(string id)
    {
        var form = Request.HasFormContentType ? Request.Form : FormCollection.Empty;
        var vocabulary = Desk.Library.Vocabulary;
        var before = new Interview([.. form["answer"].Take(vocabulary.Facts.Length).Select(a => InterviewAnswer.Read(vocabulary, a)).OfType<InterviewAnswer>().DistinctBy(a => a.Fact)]);
        return form["do"].ToString() switch
        {
            "back" => Answer(id, before.WithoutLast, null),
            "again" => Answer(id, new Interview([]), null),
            _ => Answer(id, before, InterviewAnswer.Read(vocabulary, form["new"].ToString())),
        };
    }

    private IActionResult Answer(string id, Interview before, InterviewAnswer? added)
    {
        Response.Headers.CacheControl = "no-store";
        if (JurisdictionOf(id) is not { } jurisdiction)
            return NoSuch($"the library holds no law of “{Short(id)}”", "Choose a state from the list. In danger, call 911; the National Human Trafficking Hotline is 1-888-373-7888.");
        Jurisdiction = jurisdiction;
        var desk = Desk.ChildUnder(jurisdiction);
        Interview = added is { } answer ? before.With(answer) : before;
        var report = desk.Report(Interview.Given);
        if (report is null)
        {
            (Interview, WasTakenBack) = (before, true);
            report = desk.Report(before.Given);
            if (report is null)
                (Interview, report) = (new Interview([]), desk.Report([])!);
        }
        Report = report;
        Next = Report.Questions.Select(q => q.Fact).FirstOrDefault(f => !Interview.Has(f));
        return Page();
    }

    public ImmutableArray<Duty> Certain => [.. Report.Duties.Where(d => d.Verdict == Verdict.Yes && !GeneralDuties.Includes(d.Act))];

    public ImmutableArray<Permission> Permitted => [.. Report.Permissions.Where(p => p.Verdict == Verdict.Yes && !GeneralDuties.Includes(p.Act))];

    public ImmutableArray<Duty> Perhaps => [.. Report.Duties.Where(d => d.Verdict != Verdict.Yes && !GeneralDuties.Includes(d.Act))];
}
