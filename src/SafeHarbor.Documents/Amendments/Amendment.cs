using System.Collections.Immutable;
using NodaTime.Text;
using SafeHarbor.Documents.Paper;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Reform;

namespace SafeHarbor.Documents.Amendments;

/// <summary>A reform as an amendment to start from: changes that can be accepted or rejected, on our paraphrase of each provision.</summary>
public static class Amendment
{
    public static Document Of(AmendmentFacts facts)
    {
        var (name, day) = (facts.Jurisdiction.Name, LocalDatePattern.Iso.Format(facts.Receipt.On));
        var found = facts.Reforms.Where(r => !r.Proposals.IsEmpty).ToList();
        List<Block> blocks =
        [
            Block.Of("The words are ours. They paraphrase the law and are not its text: a drafter writes the amendment.", Tone.Lead),
            Block.Of($"Each change is tracked under the name SafeHarbor, so that it can be accepted or rejected by itself. What stands without changes is what the provision says today, in our words, as of {day}. "
                + (found.Count > 1 ? "Each part stands by itself: it closes its own gap in the law as it is, whether or not the others are made." : "")),
            Block.Of(Proof),
            .. facts.Reforms.SelectMany(r => Part(facts, r)),
            new Block.Heading(2, "Sources"),
            Sources.List(found.SelectMany(r => r.Proposals[0].Edits).SelectMany(RulesOf).Concat(facts.Elsewhere.OrderBy(e => e.Key, StringComparer.Ordinal).SelectMany(e => e.Value).SelectMany(c => c.Rules)).Select(r => r.Provision).OfType<Provision>(), facts.Frameworks),
            Block.Of($"{facts.Receipt}. This informs; it is not legal advice.", Tone.Quiet),
        ];
        return new Document($"{name}: an amendment to start from", $"The smallest changes to the law of {name} that close a gap for exploited children and open none, tracked, as of {day}", facts.Receipt, [.. blocks]);
    }

    private static IEnumerable<Block> Part(AmendmentFacts facts, ReformResult result)
    {
        yield return new Block.Heading(2, result.Demands.Length == 1 ? $"{result.Demands[0].Title} ({result.Demands[0].Id})" : $"{Friendly.Count(result.Demands.Length, "demand")} at once");
        if (result.Demands.Length > 1)
            yield return new Block.Items([.. result.Demands.Select(d => Item.Of(new Inline.Text($"{d.Title} ({d.Id}).")))], Numbered: false);
        if (result.Proposals.IsEmpty)
        {
            yield return Block.Of(result.IsCheapestProved ? $"No set of the {result.Edits.Length} edits tried closes it: that is proved." : "No reform was found in the time that was given.");
            yield break;
        }
        var proposal = result.Proposals[0];
        foreach (var group in proposal.Edits.GroupBy(e => e is Edit.OfRule of ? of.Rule.Index : -1 - proposal.Edits.IndexOf(e)))
        {
            foreach (var block in Change(proposal, [.. group]))
                yield return block;
        }
        foreach (var cover in result.Demands.SelectMany(d => facts.Elsewhere.GetValueOrDefault(d.Id, []).Select(c => (Demand: d, Cover: c))).DistinctBy(c => (c.Cover.Jurisdiction.Id, result.Demands.Length == 1 ? c.Demand.Id : "")))
        {
            yield return Block.Of($"Law that covers {cover.Cover.InWords} today{(result.Demands.Length == 1 ? "" : $" ({cover.Demand.Id})")}: {cover.Cover.Jurisdiction.Name}, {Friendly.And(cover.Cover.Rules.Select(r => r.Citation))}.", Tone.Quiet);
        }
        if (MoreProved(result) is { } more)
            yield return Block.Of(more, Tone.Quiet);
    }

    private static IEnumerable<Block> Change(ReformProposal proposal, ImmutableArray<Edit> edits)
    {
        switch (edits[0])
        {
            case Edit.OfRule of:
                var provision = of.Rule.Provision!;
                yield return new Block.Heading(3, $"{provision.Citation}{(provision.Heading.Length == 0 ? "" : $", “{provision.Heading}”")}");
                yield return new Block.Paragraph(Tracked(proposal, of.Rule, edits));
                yield return Block.Of($"{of.Rule.Origin.Name}, {Sentences.HowRead(provision)}. {Friendly.Sentence(Friendly.And(edits.Select(What)))}.", Tone.Quiet);
                break;
            case Edit.Adopt adopt:
                yield return new Block.Heading(3, "New section");
                yield return new Block.NewParagraph([new Inline.Inserted(Paraphrase.NewSection(adopt.Precedent.Rule))]);
                yield return Block.Of($"After the model of {adopt.Precedent.Origin.Name}: {Sentences.Cite(adopt.Precedent)}.", Tone.Quiet);
                break;
            case Edit.Write write:
                yield return new Block.Heading(3, "New section");
                yield return new Block.NewParagraph([new Inline.Inserted(Paraphrase.NewSection(write.Section.Rule))]);
                yield return Block.Of($"In the words of the demand {write.Demand.Id} itself: no single rule of another state, put into this law, closes the gap by itself.", Tone.Quiet);
                break;
            default:
                throw new System.Diagnostics.UnreachableException(edits[0].GetType().Name);
        }
    }

    private static ImmutableArray<Inline> Tracked(ReformProposal proposal, ApplicableRule rule, ImmutableArray<Edit> edits)
    {
        var words = TrackedWords.Of(Paraphrase.Of(rule.Rule), Paraphrase.Of(proposal.After.Rules.First(r => r.Index == rule.Index).Rule));
        return Paraphrase.Settled(edits) is { Length: > 0 } settled ? words.Add(new Inline.Inserted(settled)) : words;
    }

    private static string What(Edit edit) => edit switch
    {
        Edit.Widen widen => $"the condition on the {widen.Fact.Name} is widened",
        Edit.DropCondition => "a condition is struck",
        Edit.SettleReading => "an open question is settled",
        Edit.DropException => "an exception is struck",
        Edit.MayToMust => "a power becomes a duty",
        Edit.AddDeadline => "a deadline is added",
        _ => throw new System.Diagnostics.UnreachableException(edit.GetType().Name),
    };

    private const string Proof = "Proved over every situation: with the changes of a part, the law ensures what the part’s heading says for every child for whom it fails or is open today; "
        + "no child is worse off under any demand; and no rules newly contradict each other. What turns on text that could not be read stays as it is, or better.";

    private static string? MoreProved(ReformResult result)
    {
        var more = new[]
        {
            result.IsCheapestProved ? "Proved besides: no set of the edits tried changes less." : null,
            result.ReachesFurther ? "The changes reach further than the demand asks: a drafter will want to narrow them." : null,
            result.NoneFromTheList ? "It is proved that no widening, dropping, strengthening or adopting of a rule in the library closes it." : null,
        }.OfType<string>().ToList();
        return more.Count == 0 ? null : string.Join(" ", more);
    }

    private static IEnumerable<ApplicableRule> RulesOf(Edit edit) => edit switch
    {
        Edit.OfRule of => [of.Rule],
        Edit.Adopt adopt => [adopt.Precedent],
        Edit.Write => [],
        _ => throw new System.Diagnostics.UnreachableException(edit.GetType().Name),
    };
}
