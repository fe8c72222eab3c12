using System.Collections.Immutable;
using NodaTime.Text;
using SafeHarbor.Documents.Briefs;
using SafeHarbor.Documents.Paper;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Documents.Resolutions;

/// <summary>How one law stands, with what a resolution may cite of it.</summary>
/// <param name="Open">For demands that are not met everywhere, a provision that decides in one such situation; those first where a child surely falls through.</param>
public sealed record ResolutionFacts(Jurisdiction Jurisdiction, Receipt Receipt, ImmutableArray<Framework> Frameworks, ImmutableArray<Standing> Standings, ImmutableArray<(Demand Demand, ImmutableArray<Provision> Provisions)> Open)
{
    private const int MostOpen = 3;

    public static ResolutionFacts Of(LawLibrary library, string jurisdiction, NodaTime.LocalDate on)
    {
        var law = ApplicableLaw.Of(library, new LawQuestion(jurisdiction, on));
        var finder = new GapFinder(new CompiledLaw(law));
        var standings = Standing.Of(finder, library.Demands);
        var open = standings.Where(s => s.InOne == Verdict.No).Take(MostOpen).Select(s => (s.Demand, finder.Find(s.Demand).Parts.First(p => p.Verdict == Verdict.No).Lines[0].Answer.Explanation.Findings
            .Select(f => f.Rule.Provision).OfType<Provision>().DistinctBy(p => p.Citation).Take(1).ToImmutableArray()));
        return new ResolutionFacts(law.Jurisdiction, new Receipt(library.Hash, on), library.Frameworks, standings, [.. open]);
    }
}

/// <summary>A resolution for a council or a legislature to adopt: it condemns, recognises, and commits the body to a goal and a plan. In our own words, with blanks.</summary>
public static class ModelResolution
{
    /// <param name="facts">What may be said of one jurisdiction's law; null for a resolution that leaves it blank.</param>
    public static Document Of(Receipt receipt, ResolutionFacts? facts)
    {
        List<Block> blocks =
        [
            Block.Of("A model for a council, a board or a legislature. The words are ours; they follow what the National Foundation for Women Legislators asked of every state and local government in November 2016. Fill in what is marked, and strike what does not fit.", Tone.Quiet),
            Clause([Text("A resolution of "), Blank("name of the body"), Text(" on children who are exploited through commercial sex")], strong: true),
            new Block.Heading(2, "Why"),
            .. Recitals(facts).Select(r => Clause([new Inline.Strong("Whereas "), .. r])),
            new Block.Heading(2, "Now, therefore, be it resolved"),
            new Block.Items([.. Resolves().Select(r => new Item([.. r], []))], Numbered: true),
            Clause([Text("Adopted on "), Blank("date"), Text(" by "), Blank("vote"), Text(". Attested: "), Blank("clerk"), Text(".")]),
            new Block.Heading(2, "Bodies that have adopted such a resolution"),
            Block.Of(Register.Known.About + $" Last looked for on {LocalDatePattern.Iso.Format(Register.Known.LastLooked)}.", Tone.Quiet),
            new Block.Items([.. Register.Known.Bodies.Select(Entry)], Numbered: false, Tone.Quiet),
            .. facts is null ? Array.Empty<Block>() : [new Block.Heading(2, "Sources"), Sources.List(facts.Open.SelectMany(o => o.Provisions), facts.Frameworks)],
            Block.Of($"{receipt}. This informs; it is not legal advice.", Tone.Quiet),
        ];
        return new Document("A model resolution: exploited children are victims", "For a council or legislature to adopt: it condemns child sex trafficking, recognises every exploited child as a victim, and sets a goal and a plan", receipt, [.. blocks]);
    }

    private static IEnumerable<ImmutableArray<Inline>> Recitals(ResolutionFacts? facts)
    {
        yield return [Text("a child who is bought or sold for sex is harmed deeply, with or without a trafficker whom anybody can name;")];
        yield return [Text("much of this trade has moved online, where children are advertised, found and paid for;")];
        yield return [Text("a child cannot agree to be sold, and whoever pays for a child takes part in the crime as much as whoever sells;")];
        yield return [Text("a child who is arrested, charged or held for having been exploited is harmed a second time, and learns not to ask for help;")];
        yield return [Text("what such a child needs is safety, care by people who know about trauma, and time;")];
        if (facts is null)
        {
            yield return [Text("in "), Blank("place"), Text(" the law today "), Blank("one sentence on where it protects these children and where it does not, with its citation"), Text("; and")];
        }
        else
        {
            var counts = Standing.Counts(facts.Standings);
            yield return [Text($"as the law of {facts.Jurisdiction.Name} was read for {LocalDatePattern.Iso.Format(facts.Receipt.On)}, of {facts.Standings.Length} demands that follow from the resolution of 2016 it meets {counts[0]} for every child; {counts[1]} turn on an open question of law; {counts[2]} fail some child; and {counts[3]} turn on text that could not be read;")];
            foreach (var (demand, provisions) in facts.Open)
                yield return [Text($"that law does not ensure in every situation that {Brief.Lower(demand.Title)}{(provisions.IsEmpty ? "" : $" (see {Friendly.And(provisions.Select(p => p.Citation))})")};")];
        }
        yield return [Text("strong law, state and local, keeps children from this harm and helps those whom it has reached;")];
    }

    private static IEnumerable<ImmutableArray<Inline>> Resolves()
    {
        yield return [new Inline.Strong("We condemn "), Text("the trafficking of children for sex, by those who sell and by those who buy.")];
        yield return [new Inline.Strong("We recognise "), Text("every child who is exploited through commercial sex as a victim of sex trafficking, whether or not a trafficker is identified, and ask that the law of "), Blank("state"), Text(" say so.")];
        yield return [new Inline.Strong("We ask "), Text("that the core offence of sex trafficking reach both the trafficker and the buyer.")];
        yield return [new Inline.Strong("We commit ourselves to a goal: "), Text("from "), Blank("date"), Text(" no child in "), Blank("place"), Text(" is arrested, detained, charged or adjudicated for commercial sex, or for other conduct that results from the exploitation.")];
        yield return [new Inline.Strong("We will have a plan: "), Blank("office"), Text(" will bring us, by "), Blank("date"), Text(", the steps to that goal, each with an owner, a date and a measure; and will report every "), Blank("months"), Text(" on what was done, with counts and no child’s name.")];
        yield return [new Inline.Strong("We support "), Text("a response that is owed and not left to chance: who suspects the exploitation reports it, child welfare answers within a stated time, and services that fit the child are provided whether or not the child cooperates with a prosecution.")];
        yield return [new Inline.Strong("We direct "), Blank("police, prosecutor and agencies"), Text(" to review their own rules and protocols against this resolution by "), Blank("date"), Text(", and to say what stands in the way.")];
        yield return [new Inline.Strong("We send "), Text("this resolution to "), Blank("governor, legislature, neighbouring bodies"), Text(".")];
    }

    private static Item Entry(Adopter adopter) => Item.Of(
        [Text($"{adopter.Body}, {adopter.Kind}, {adopter.When}. {adopter.About} "), .. adopter.Sources.SelectMany(s => new Inline[] { Text($"Read {LocalDatePattern.Iso.Format(s.Read)} as {Sentences.As(s.As)}: "), new Inline.Link(Sources.Shown(s.Address), s.Address) })]);

    private static Block.Paragraph Clause(ImmutableArray<Inline> words, bool strong = false) => new(words, strong ? Tone.Lead : Tone.Plain);

    private static Inline.Text Text(string words) => new(words);

    private static Inline.Blank Blank(string what) => new(what);
}
