using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning.Reform;

namespace SafeHarbor.Documents.Words;

/// <summary>A reform in a line, for a reader who will not draft it.</summary>
public static class ReformWords
{
    private const int MostEdits = 2;

    /// <summary>"strike “…” in KRS 529.100(1)"; what was not found is said to be not found.</summary>
    public static string InALine(IReadOnlyCollection<ReformResult> results)
    {
        var edits = results.SelectMany(r => r.Proposals.Take(1)).SelectMany(p => p.Edits).ToList();
        var lines = edits.Where(e => e is not Edit.Write).Select(InALine).Distinct().ToList();
        if (edits.OfType<Edit.Write>().Select(w => w.Demand.Id).Distinct().ToList() is { Count: > 0 } written)
            lines.Add($"write a new section for {Friendly.And(written)}, since no state’s rule in the library ensures it");
        var missing = results.Count(r => r.Proposals.IsEmpty);
        var parts = new List<string>();
        if (lines.Count > 0)
            parts.Add(string.Join("; ", lines.Take(MostEdits)) + (lines.Count > MostEdits ? $"; and {Friendly.Count(lines.Count - MostEdits, "more edit")}" : ""));
        if (missing > 0)
            parts.Add(results.Count == 1 ? "none was found in the time a brief allows" : $"for {Friendly.Count(missing, "of the demands", "of the demands")} none was found in the time a brief allows");
        return string.Join("; ", parts);
    }

    public static string InALine(Edit edit) => edit switch
    {
        Edit.Widen or Edit.MayToMust => $"in {Place(edit)} say “{AmendmentWords.Insert(edit)}” for “{AmendmentWords.Strike(edit)}”",
        Edit.DropCondition or Edit.DropException => $"in {Place(edit)} strike “{AmendmentWords.Strike(edit)}”",
        Edit.SettleReading settle => $"say plainly in {Place(edit)} that {settle.Reading}",
        Edit.AddDeadline => $"in {Place(edit)} add “{AmendmentWords.Insert(edit)}”",
        Edit.Adopt adopt => $"adopt a section after {adopt.Precedent.Citation} ({adopt.Precedent.Origin.Name})",
        Edit.Write write => $"write a new section for {write.Demand.Id}, since no state’s rule in the library ensures it",
        _ => throw new System.Diagnostics.UnreachableException(edit.GetType().Name),
    };

    private static string Place(Edit edit) => edit is Edit.OfRule of ? of.Rule.Citation : throw new ArgumentException("only an edit of a rule has a place", nameof(edit));
}
