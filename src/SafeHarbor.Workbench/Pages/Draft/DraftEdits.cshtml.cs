using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SafeHarbor.Law;
using SafeHarbor.Law.Writing;
using SafeHarbor.Reasoning.Reform;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Answers.Drafts;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Draft;

/// <summary>A bill for those who will not write rules: changes to tick, what they close and open, and the bill that they come to.</summary>
public sealed class DraftEditsModel(LawDesk desk, DraftDesk drafts, Assets assets) : WorkbenchPage(desk)
{
    private const int MostTicked = 12;

    public Assets Assets { get; } = assets;

    public Jurisdiction Jurisdiction { get; private set; } = null!;

    public Demand Demand { get; private set; } = null!;

    public ImmutableArray<EditChoice> Choices { get; private set; } = [];

    public DraftOutcome? Outcome { get; private set; }

    /// <summary>The bill in the law language; empty until changes were ticked.</summary>
    public string Bill { get; private set; } = "";

    /// <summary>Why there is no result; null where there is, or none was asked for.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether nothing is left of the gap.</summary>
    public bool IsClosed { get; private set; }

    public IActionResult OnGet(string id, string demand)
    {
        if (!Find(id, demand))
            return NoSuch("there is no such state or demand", "Begin at the page of drafts.");
        HashSet<Edit> ticked = [];
        if (Request.Query["tick"] == "smallest")
        {
            var smallest = Desk.On(Jurisdiction, On).ReformOf(Demand).Proposals.FirstOrDefault();
            ticked = [.. smallest?.Edits ?? []];
            Problem = smallest is null ? "No set of these changes was found that closes it and opens no other gap."
                : ticked.Count == 0 ? "There is nothing to close: it is met wherever the law could be read." : null;
        }
        Choices = Choose(ticked.Contains);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string demand)
    {
        if (!Find(id, demand))
            return NoSuch("there is no such state or demand", "Begin at the page of drafts.");
        var form = await DraftForm.Read(Request);
        var numbers = (form?["edit"].ToArray() ?? []).Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToHashSet();
        var (law, edits) = Desk.On(Jurisdiction, On).EditsFor(Demand);
        Choices = Choose(e => numbers.Contains(edits.IndexOf(e)));
        var ticked = Choices.Where(c => c.IsTicked).Select(c => c.Edit).ToList();
        Problem = form is null ? "What was sent could not be read as a form."
            : form["law"] != Desk.Library.Hash ? "The law library was renewed since this list was shown. Tick the changes again."
            : ticked.Count == 0 ? "Nothing is ticked yet. Tick one change or more."
            : ticked.Count > MostTicked ? $"{ticked.Count} changes are ticked; up to {MostTicked} are worked through here."
            : null;
        if (Problem is null)
            await Prove(EditedBill.Of(law, ticked, $"An act to provide that {char.ToLowerInvariant(Demand.Title[0])}{Demand.Title[1..]}", On, DraftTemplate.Source(On)));
        return Page();
    }

    /// <summary>The proof is of the bill as it is handed over: it is written, read again, and compared.</summary>
    private async Task Prove(Bill bill)
    {
        Bill = LawWriter.Write(bill);
        var (draft, problem) = drafts.Read(Jurisdiction, Bill);
        if (draft is null || draft.HasErrors)
        {
            Problem = problem ?? "These changes do not go together: " + string.Join("; ", draft!.Findings.Where(f => f.IsError).Take(3).Select(f => f.Message)) + ".";
            return;
        }
        var outcome = await drafts.OutcomeOf(draft, HttpContext.RequestAborted);
        Problem = outcome.Problem;
        if (Problem is not null)
            return;
        Outcome = outcome;
        IsClosed = !outcome.GapsAfter.Contains(Demand.Id);
    }

    private bool Find(string id, string demand)
    {
        if (JurisdictionOf(id) is not { } jurisdiction || DemandOf(demand) is not { } found)
            return false;
        (Jurisdiction, Demand) = (jurisdiction, found);
        return true;
    }

    private ImmutableArray<EditChoice> Choose(Func<Edit, bool> isTicked) =>
        [.. Desk.On(Jurisdiction, On).EditsFor(Demand).Edits.Select((e, i) => new EditChoice(i, e, isTicked(e)))];
}
