using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages.Compare;

/// <summary>Two laws, by outcome for the same child.</summary>
public sealed class CompareModel(LawDesk desk) : WorkbenchPage(desk)
{
    public Jurisdiction First { get; private set; } = null!;

    public Jurisdiction Second { get; private set; } = null!;

    public ImmutableArray<DemandDifference> Differences { get; private set; } = [];

    public IActionResult OnGet(string first, string second)
    {
        if (JurisdictionOf(first) is not { } a || JurisdictionOf(second) is not { } b || a.Id == b.Id)
            return NoSuch("these two cannot be compared", "Choose two different states that are in the library.");
        (First, Second) = (a, b);
        Alternates = [Alternate.Data($"/api/v1{Addresses.Compare(a, b)}.json", "This comparison")];
        Differences = Desk.Compare(a, b);
        return Page();
    }

    public int Kinds(int direction) => Differences.SelectMany(d => d.Parts).Where(p => Math.Sign(p.Direction) == direction).Sum(p => p.Lines.Length);

    public string Lead(DifferencePart part) => Math.Sign(part.Direction) switch
    {
        1 => $"The child is better off in {Second.Name}",
        -1 => $"The child is better off in {First.Name}",
        _ => "One side is not known",
    };
}
