using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;

namespace SafeHarbor.LanguageService;

/// <summary>One text of the law language as it was read, with the law it stands beside. It never changes: an edit makes another.</summary>
/// <param name="Library">The library with what the text says in it; null where it has no vocabulary, so that only the form of the text is known.</param>
/// <param name="Jurisdiction">The jurisdiction whose law the text belongs to; null for the vocabulary, the baseline and frameworks.</param>
/// <param name="Findings">What was found in this text, by place.</param>
public sealed record ReadText(SyntaxTree Tree, LawLibrary? Library, Jurisdiction? Jurisdiction, ImmutableArray<Diagnostic> Findings)
{
    private readonly Lazy<ImmutableArray<Mark>> _marks = new(() => Marker.Of(Tree, Library, Jurisdiction));

    /// <summary>What each stretch of the text is, by place; no two overlap.</summary>
    public ImmutableArray<Mark> Marks => _marks.Value;

    /// <summary>Reads a draft, such as a bill, beside the law of a jurisdiction.</summary>
    public static ReadText Of(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new ReadText(draft.Tree, draft.Library, draft.Jurisdiction, draft.Findings);
    }

    /// <summary>The mark that holds a place, or ends at it; null where there is none.</summary>
    /// <param name="offset">Zero-based offset in the text.</param>
    public Mark? MarkAt(int offset)
    {
        int low = 0, high = Marks.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Marks[middle].Span.End < offset)
                low = middle + 1;
            else
                high = middle - 1;
        }
        // Two marks may meet at the place; the one that begins there is meant.
        var at = low + 1 < Marks.Length && Marks[low].Span.End == offset && Marks[low + 1].Span.Start == offset ? low + 1 : low;
        return at < Marks.Length && Marks[at].Span.Start <= offset ? Marks[at] : null;
    }
}
