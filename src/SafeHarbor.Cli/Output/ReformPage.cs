using SafeHarbor.Documents.Words;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Reform;

namespace SafeHarbor.Cli.Output;

/// <summary>Tells reforms as amendments that a drafter can start from.</summary>
internal static class ReformPage
{
    public static void Print(Session session, ApplicableLaw law, IReadOnlyCollection<ReformResult> results, Elsewhere elsewhere)
    {
        var page = new Page().Heading($"{law.Jurisdiction.Name}: the smallest changes that close a gap and open none");
        if (results.Any(r => !r.Proposals.IsEmpty))
            page.Line("Each was proved: with it every such child is covered, no child is worse off under any demand, and no rules newly contradict each other.").Blank();
        foreach (var result in results)
            Append(page, result, elsewhere);
        if (results.Count == 0)
            page.Line("Nothing is to be closed: each demand is met wherever the law could be read.", 0, Page.Style.Good).Blank();
        page.Line("The words are ours and paraphrase the law: a drafter writes the amendment. This informs; it is not legal advice.", 0, Page.Style.Quiet);
        page.Line(session.Receipt.ToString(), 0, Page.Style.Quiet).Print();
    }

    private static void Append(Page page, ReformResult result, Elsewhere elsewhere)
    {
        foreach (var demand in result.Demands)
            page.Heading($"{demand.Id}  {demand.Title}");
        if (result.Proposals.IsEmpty)
        {
            page.Line(result.IsCheapestProved
                ? $"No set of the {result.Edits.Length} edits tried closes it: that is proved."
                : $"No reform was found among sets of {result.Edits.Length} edits; the search stopped after {result.Steps} of them.", 2, Page.Style.Bad, 2);
            if (result.Unclosable is { } never)
                page.Line($"No edit mends this situation: {string.Join(", ", never.Situation.Given.Select(g => g.Fact.SayByName(g.Values)))}.", 2, Page.Style.Plain, 2);
        }
        if (result is { ReachesFurther: true, Proposals.IsEmpty: false })
            page.Line("These reach further than the demand asks: no reform was found that does not. A drafter will want to narrow them.", 2, Page.Style.Open, 2);
        if (result.NoneFromTheList)
            page.Line("It is proved that no widening, dropping, strengthening or adopting of a rule in the library closes it: a section is written from the demand.", 2, Page.Style.Open, 2);
        else if (result.Proposals.Any(p => p.Edits.Any(e => e is Edit.Write)))
            page.Line("No widening, dropping, strengthening or adopting of a rule in the library was found that closes it: a section is written from the demand.", 2, Page.Style.Open, 2);
        var number = 0;
        foreach (var proposal in result.Proposals)
        {
            var proved = number == 0 && result.IsCheapestProved ? "; no set of the edits tried changes less" : "";
            page.Line($"Reform {++number}: {Friendly.Count(proposal.Edits.Length, "edit")}, weight {proposal.Cost}{proved}", 2, Page.Style.Good, 2);
            foreach (var group in proposal.Edits.GroupBy(e => e is Edit.OfRule of ? of.Rule : (object)e))
                AppendEdits(page, [.. group]);
        }
        foreach (var cover in result.Demands.Length > 1 ? [] : elsewhere.Covering(result.Demands[0]).Take(4))
        {
            var how = cover.Kinds == cover.OfKinds ? "every such child" : $"{cover.Kinds} of the {cover.OfKinds} kinds of situation";
            page.Line($"Law that covers {how} today: {cover.Jurisdiction.Name}, {Friendly.And(cover.Rules.Select(r => r.Citation))}.", 2, Page.Style.Plain, 2);
        }
        page.Blank();
    }

    private static void AppendEdits(Page page, List<Edit> edits)
    {
        page.Line(AmendmentWords.Place(edits[0]) + ":", 4, Page.Style.Plain, 2);
        if (edits[0] is Edit.OfRule of)
            page.Line($"It provides today: {AmendmentWords.Whole(of)} ({Sentences.HowRead(of.Rule.Provision!)}).", 6, Page.Style.Quiet, 2);
        foreach (var edit in edits)
        {
            if (AmendmentWords.Strike(edit) is { } strike)
                page.Line($"strike: {strike}", 6, Page.Style.Bad, 2);
            if (AmendmentWords.Insert(edit) is { } insert)
                page.Line($"insert: {insert}", 6, Page.Style.Good, 2);
            if (edit is Edit.Adopt adopt)
                page.Line($"precedent: {adopt.Precedent.Origin.Name}, {Sentences.Cite(adopt.Precedent)}", 6, Page.Style.Plain, 2);
        }
    }
}
