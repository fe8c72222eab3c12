using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Pages;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Answers;

/// <summary>One thing found.</summary>
public sealed record SearchHit(string Title, string Kind, string Text, string Address);

/// <summary>All that can be searched for, in memory: some thousands of short texts.</summary>
/// <remarks>A hit holds every word that was asked for. Words in the title weigh most, whole words more than parts.</remarks>
public sealed class SearchIndex
{
    /// <summary>Letters that a question may have.</summary>
    public const int LongestQuestion = 80;

    private const int MostWords = 8;

    // What could not be read is found too, after what could.
    private const string NotRead = "not read";

    private readonly ImmutableArray<(SearchHit Hit, string Title, string Text)> _all;

    public SearchIndex(LawLibrary library) => _all = [.. All(library).Select(h => (h, h.Title.ToLowerInvariant(), h.Text.ToLowerInvariant()))];

    /// <summary>Everything that can be found.</summary>
    public IEnumerable<SearchHit> Everything => _all.Select(a => a.Hit);

    public IReadOnlyList<SearchHit> Find(string asked)
    {
        var words = asked.ToLowerInvariant().Split((char[])[' ', ',', ';', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().Take(MostWords).ToArray();
        if (words.Length == 0)
            return [];
        return [.. _all.Select(a => (a.Hit, Weight: words.Select(w => WeightOf(w, a.Title, a.Text)).Aggregate(1, (all, one) => one == 0 ? 0 : all == 0 ? 0 : all + one)))
            .Where(a => a.Weight > 0).OrderByDescending(a => a.Hit.Kind.EndsWith(NotRead, StringComparison.Ordinal) ? a.Weight / 4 : a.Weight).ThenBy(a => a.Hit.Title, StringComparer.Ordinal).Select(a => a.Hit)];
    }

    private static int WeightOf(string word, string title, string text) =>
        title == word ? 40 : HasWord(title, word) ? 12 : title.Contains(word, StringComparison.Ordinal) ? 6 : HasWord(text, word) ? 3 : text.Contains(word, StringComparison.Ordinal) ? 1 : 0;

    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return true;
        }
        return false;
    }

    private static IEnumerable<SearchHit> All(LawLibrary library)
    {
        var to = Addresses.Today;
        foreach (var jurisdiction in library.Jurisdictions)
        {
            yield return new SearchHit(jurisdiction.Name, "state or government", $"Where a child falls through in {jurisdiction.Name} ({jurisdiction.Id})", to.Of(jurisdiction));
            foreach (var provision in jurisdiction.Provisions)
            {
                yield return new SearchHit(provision.Citation, $"{jurisdiction.Name}, provision",
                    $"{provision.Heading}. {string.Join(" ", provision.Rules.Select(Say.Rule))} {string.Join(" ", provision.Notes)} {string.Join(" ", provision.Readings.Select(r => r.Name))}", Addresses.Of(jurisdiction, provision));
            }
            foreach (var bill in jurisdiction.Bills)
                yield return new SearchHit(bill.Title, $"{jurisdiction.Name}, bill", bill.Outcome ?? "", Addresses.Of(jurisdiction, bill));
            foreach (var unread in jurisdiction.Unread)
                yield return new SearchHit(unread.Title, $"{jurisdiction.Name}, {NotRead}", string.Join(" ", unread.Tried), $"/library/{jurisdiction.Id.ToLowerInvariant()}");
        }
        foreach (var demand in library.Demands)
            yield return new SearchHit(demand.Title, $"demand {demand.Id}", Reasoning.ConditionWords.Say(demand.Premise), to.Of(demand));
    }
}
