using System.Collections.Immutable;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law.Diagnostics;

/// <summary>How much a finding weighs: an error stops reasoning; a warning does not; a note is for whoever wants to know.</summary>
public enum Severity
{
    Note,
    Warning,
    Error,
}

/// <summary>A kind of finding, declared once in <see cref="DiagnosticKinds"/>.</summary>
/// <param name="Id">For example <c>SH0102</c>; never reused.</param>
/// <param name="Severity">Its weight.</param>
/// <param name="Title">What kind of finding it is, in a few words.</param>
public sealed record DiagnosticKind(string Id, Severity Severity, string Title);

/// <summary>A further place that a finding involves, and what is to be seen there.</summary>
public sealed record RelatedPlace(Location Location, string Text);

/// <summary>One finding about the text of the law library. Data first; <see cref="DiagnosticWriter"/> makes text of it.</summary>
/// <param name="Kind">What kind of finding.</param>
/// <param name="Location">Where; null when it is about a whole file or folder that could not be read.</param>
/// <param name="Message">What is wrong: lower case, no final stop, the user's words in back-ticks.</param>
/// <param name="Help">What to do about it, apart from the message; null when the message says it all.</param>
/// <param name="Under">The heading of the entry it stands under, such as <c>provision KRS 529.100(1) "Human trafficking"</c>; null outside any.</param>
/// <param name="Related">Every other place involved.</param>
public sealed record Diagnostic(
    DiagnosticKind Kind,
    Location? Location,
    string Message,
    string? Help,
    string? Under,
    ImmutableArray<RelatedPlace> Related)
{
    /// <summary>"error", "warning" or "note".</summary>
    public string Weight => Kind.Severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Note => "note",
        _ => throw new System.Diagnostics.UnreachableException(Kind.Severity.ToString()),
    };

    public bool IsError => Kind.Severity == Severity.Error;
}
