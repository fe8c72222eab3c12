using Microsoft.AspNetCore.Mvc;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Jurisdictions;

/// <summary>A bill: plain summary first, who gains and who loses, then every provision, now and proposed.</summary>
public sealed class BillPageModel(LawDesk desk) : WorkbenchPage(desk)
{
    public Jurisdiction Jurisdiction { get; private set; } = null!;

    public BillAnswer Answer { get; private set; } = null!;

    public Bill Bill => Answer.Bill;

    public IActionResult OnGet(string id, string bill)
    {
        if (JurisdictionOf(id) is not { } jurisdiction || jurisdiction.Bills.FirstOrDefault(b => ProvisionIndex.Slug(b.Title) == bill.ToLowerInvariant()) is not { } found)
            return NoSuch("the library holds no such bill", "The bills of a state are on the state's page.");
        Jurisdiction = jurisdiction;
        Alternates = [Alternate.FeedOf(jurisdiction), Alternate.Data(Addresses.DataOf(jurisdiction, "bills/" + ProvisionIndex.Slug(found.Title)), "What this bill changes")];
        Answer = Desk.On(jurisdiction, On).EffectOf(found);
        return Page();
    }

    /// <summary>The provision as it stands without the bill; null where the bill adds it.</summary>
    public Provision? Now(string citation) => Answer.Sides.Without.OwnProvisions.FirstOrDefault(p => p.Citation == citation);

    public int Kinds(int direction) => Answer.Differences.SelectMany(d => d.Parts).Where(p => Math.Sign(p.Direction) == direction).Sum(p => p.Lines.Length);

    public static string Lead(DifferencePart part) => Math.Sign(part.Direction) switch
    {
        1 => "The child gains",
        -1 => "The child loses",
        _ => "One side is not known",
    };
}
