using System.Collections.Immutable;
using SafeHarbor.Law.Binding;
using SafeHarbor.Law.Checking;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law;

/// <summary>A text as it was read beside the law of a jurisdiction.</summary>
/// <param name="Library">The library in which the jurisdiction holds also what the text says.</param>
/// <param name="Jurisdiction">That jurisdiction.</param>
/// <param name="Bills">The bills of the text, in order; none where it holds an error that leaves them unread.</param>
/// <param name="Findings">What was found in the text, by place.</param>
public sealed record Draft(SyntaxTree Tree, LawLibrary Library, Jurisdiction Jurisdiction, ImmutableArray<Bill> Bills, ImmutableArray<Diagnostic> Findings)
{
    public bool HasErrors => Findings.Any(f => f.IsError);
}

/// <summary>
/// Reads one text, such as a bill, beside law that was read already. Nothing of that law is read or checked again, so it can be
/// asked after every keystroke; nothing is kept, so it can be asked by many at once.
/// </summary>
public static class DraftReader
{
    /// <summary>Characters in a draft, at most: some fifty times the longest bill in the library.</summary>
    public const int MostCharacters = 256 * 1024;

    /// <summary>Lines in a draft, at most.</summary>
    public const int MostLines = 3_000;

    /// <summary>What is wrong with the size of a text; null where it can be read.</summary>
    public static string? TooLarge(string text) =>
        text.Length > MostCharacters ? $"The draft has {Friendly.Count(text.Length, "character")}; a draft may have {Friendly.Count(MostCharacters, "character")}."
        : text.AsSpan().Count('\n') >= MostLines ? $"The draft has more than {Friendly.Count(MostLines, "line")}, which is the most that a draft may have."
        : null;

    /// <param name="library">The library, with the jurisdiction in it.</param>
    /// <param name="name">What the text is called in findings.</param>
    /// <param name="text">The text; see <see cref="TooLarge"/>.</param>
    /// <exception cref="ArgumentException">The text is too large.</exception>
    public static Draft Read(LawLibrary library, Jurisdiction jurisdiction, string name, string text)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(jurisdiction);
        if (TooLarge(text) is { } problem)
            throw new ArgumentException(problem, nameof(text));
        var bag = new DiagnosticBag();
        var tree = LawParser.Parse(new SourceText(name, text), bag);
        if (tree.Entries.IsEmpty)
            return new Draft(tree, library, jurisdiction, [], bag.ToImmutable());
        var words = library.ReadWith ?? VocabularyPhrases.Of(library.Vocabulary);
        var demands = library.Demands.Select(d => d.Id).ToList();
        var said = new JurisdictionBinder(words, demands, bag).Bind(jurisdiction.Id, [tree], ReadingsOf(jurisdiction));
        // A draft of a bill that the library holds stands in its place.
        var titles = said.Bills.Select(b => b.Title).ToHashSet();
        var drafted = jurisdiction with
        {
            Provisions = [.. jurisdiction.Provisions, .. said.Provisions],
            Unread = [.. jurisdiction.Unread, .. said.Unread],
            Bills = [.. said.Bills, .. jurisdiction.Bills.Where(b => !titles.Contains(b.Title))],
        };
        var beside = library with { Jurisdictions = [.. library.Jurisdictions.Select(j => j.Id == jurisdiction.Id ? drafted : j)] };
        RefuseTwins(said.Bills, bag);
        CheckChanges(jurisdiction, said.Bills, bag);
        CheckAsLaw(drafted, said, beside, bag);
        return new Draft(tree, beside, drafted, said.Bills, [.. bag.ToImmutable().Where(f => f.Location is null || f.Location.Source.Name == name)]);
    }

    private static IEnumerable<string> ReadingsOf(Jurisdiction jurisdiction) =>
        jurisdiction.Provisions.Concat(ProvisionsOf(jurisdiction.Bills)).SelectMany(p => p.Readings).Select(r => r.Name);

    private static IEnumerable<Provision> ProvisionsOf(IEnumerable<Bill> bills) => bills.SelectMany(b => b.Changes).Select(c => c switch
    {
        BillChange.Add add => add.Provision,
        BillChange.Replace replace => replace.Provision,
        _ => null,
    }).OfType<Provision>();

    private static void RefuseTwins(ImmutableArray<Bill> bills, DiagnosticBag bag)
    {
        foreach (var twins in bills.GroupBy(b => b.Title).Where(g => g.Count() > 1))
        {
            bag.Add(DiagnosticKinds.DeclaredTwice, twins.Last().Location, $"the bill `{twins.Key}` is there twice", "give each its own title", null,
                new RelatedPlace(twins.First().Location, "the other one"));
        }
    }

    /// <summary>What is replaced or repealed should be there; where it is not, the drafter mistook the citation, or meant to add.</summary>
    private static void CheckChanges(Jurisdiction jurisdiction, ImmutableArray<Bill> bills, DiagnosticBag bag)
    {
        foreach (var bill in bills)
        {
            var standing = jurisdiction.Provisions.Where(p => p.InForce.Includes(bill.From)).ToList();
            foreach (var change in bill.Changes)
            {
                if (change is not BillChange.Add && !standing.Exists(p => BillLayer.TakesAway(change, p)))
                {
                    var (citation, place) = change is BillChange.Repeal repeal ? (repeal.Citation, repeal.Location) : (((BillChange.Replace)change).Provision.Citation, ((BillChange.Replace)change).Provision.Location);
                    bag.Add(DiagnosticKinds.NothingToChange, place, $"the library holds nothing in force that is cited as `{TokenReader.Shorten(citation)}`",
                        Nearest.To(citation, standing.Select(p => p.Citation)) is { } near ? $"did you mean `{near}`?" : "cite it as its own entry does, or write `add` for a new section");
                }
                standing = BillLayer.Over(standing, [change]);
            }
        }
    }

    /// <summary>The checks of a jurisdiction, on its law as it would read with the bills: they find circles, and citations that lead nowhere.</summary>
    private static void CheckAsLaw(Jurisdiction drafted, Jurisdiction said, LawLibrary library, DiagnosticBag bag)
    {
        var from = said.Bills.IsEmpty ? (NodaTime.LocalDate?)null : said.Bills.Max(b => b.From);
        var provisions = from is { } day
            ? BillLayer.Over(drafted.Provisions.Where(p => p.InForce.Includes(day)), said.Bills.SelectMany(b => b.Changes))
            : [.. drafted.Provisions];
        LibraryChecker.Check(drafted with { Provisions = [.. provisions] }, library, bag);
    }
}
