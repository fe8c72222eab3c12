using SafeHarbor.Law.Text;

namespace SafeHarbor.LanguageService;

/// <summary>One way to go on at a place of a text.</summary>
/// <param name="Label">What is shown, and is inserted unless <see cref="Insert"/> says otherwise.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">A few words beside it; empty for none.</param>
/// <param name="About">A sentence or two about it; empty for none.</param>
/// <param name="Replaces">What has been written of it already.</param>
public sealed record CompletionItem(string Label, MarkKind Kind, string Detail, string About, TextSpan Replaces)
{
    /// <summary>What is inserted, where that is more than the label.</summary>
    public string Insert { get; init; } = Label;
}
