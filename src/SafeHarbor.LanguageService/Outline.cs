using System.Collections.Immutable;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.LanguageService;

/// <summary>One thing that a text declares.</summary>
/// <param name="Span">From its first word to the end of its last line.</param>
/// <param name="Head">The line that names it.</param>
/// <param name="Within">What stands under it: the changes of a bill.</param>
public sealed record OutlineItem(string Name, StatementKind Kind, TextSpan Span, TextSpan Head, ImmutableArray<OutlineItem> Within);

/// <summary>What a text declares, in order.</summary>
public static class Outline
{
    private const int LongestName = 120;

    public static ImmutableArray<OutlineItem> Of(SyntaxTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var items = new List<OutlineItem>();
        ImmutableArray<OutlineItem>.Builder? changes = null;
        foreach (var entry in tree.Entries)
        {
            var last = entry.Body.IsEmpty ? entry.Head : entry.Body[^1];
            var item = new OutlineItem(NameOf(tree, entry.Head), entry.Kind, TextSpan.Cover(entry.Head.Words, last.Span), entry.Head.Span, []);
            if (changes is not null && entry.Kind is StatementKind.Add or StatementKind.Replace or StatementKind.Repeal)
            {
                changes.Add(item);
                items[^1] = items[^1] with { Span = TextSpan.Cover(items[^1].Span, item.Span) };
                continue;
            }
            Close();
            items.Add(item);
            changes = entry.Kind == StatementKind.Bill ? ImmutableArray.CreateBuilder<OutlineItem>() : null;
        }
        Close();
        return [.. items];

        void Close()
        {
            if (changes is not null)
                items[^1] = items[^1] with { Within = changes.ToImmutable() };
        }
    }

    private static string NameOf(SyntaxTree tree, Statement head)
    {
        var name = string.Join(' ', tree.Source[head.Span].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length <= LongestName ? name : name[..LongestName] + "…";
    }
}
