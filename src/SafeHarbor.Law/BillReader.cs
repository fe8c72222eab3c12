using System.Collections.Immutable;
using SafeHarbor.Law.Binding;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law;

/// <summary>Reads bills that are not in the library: a draft, or what a plan means to have enacted. They need no source.</summary>
public static class BillReader
{
    /// <param name="library">The library that the bills are to be laid over; it is not changed.</param>
    /// <param name="name">What the text is called where a finding points to it.</param>
    /// <returns>The bills, and every finding about the text; where one is an error, the bills are not to be reasoned with.</returns>
    public static (ImmutableArray<Bill> Bills, ImmutableArray<Diagnostic> Findings) Read(LawLibrary library, Jurisdiction jurisdiction, string name, string text)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(jurisdiction);
        var bag = new DiagnosticBag();
        var source = new SourceText(name, text);
        var tree = LawParser.Parse(source, bag);
        var binder = new JurisdictionBinder(VocabularyPhrases.Of(library.Vocabulary), [.. library.Demands.Select(d => d.Id)], bag) { KnownReadings = [.. jurisdiction.Readings.Select(r => r.Name)] };
        var bills = binder.Bind(jurisdiction.Id, [tree]).Bills;
        var with = jurisdiction with { Bills = jurisdiction.Bills.AddRange(bills) };
        Checking.LibraryChecker.Check(with, library.With(with), bag);
        return (bills, [.. bag.ToImmutable().Where(f => f.Location?.Source == source && f.Kind != DiagnosticKinds.Unsourced && !IsAboutTheHead(f))]);
    }

    /// <summary>A bill by itself does not say which jurisdiction it is: the caller does.</summary>
    private static bool IsAboutTheHead(Diagnostic finding) => finding.Kind == DiagnosticKinds.Incomplete && finding.Location is { Span: { Start: 0, Length: 0 } };
}
