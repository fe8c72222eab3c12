using System.Text;
using SafeHarbor.Law.Binding;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;
using Xunit;

namespace SafeHarbor.Law.Tests;

/// <summary>read ∘ write = the same model, on every provision and bill of the real library.</summary>
public class LawWriterTests(ITestOutputHelper output)
{
    [Fact]
    public void WhatIsWrittenIsReadBackAsTheSame()
    {
        var (library, _) = LibraryReader.Read(RealLaw.Root);
        var words = Words();
        var demands = library!.Demands.Select(d => d.Id).ToList();
        int provisions = 0, bills = 0;
        foreach (var jurisdiction in library.Jurisdictions)
        {
            var text = new StringBuilder($"jurisdiction {jurisdiction.Id} \"{jurisdiction.Name}\"\n");
            if (jurisdiction.Within is { } within)
                text.Append($"  within {within}\n");
            if (jurisdiction.Division is { } division)
                text.Append($"  division {division}\n");
            foreach (var provision in jurisdiction.Provisions)
                text.Append('\n').Append(LawWriter.Write(provision));
            foreach (var bill in jurisdiction.Bills)
                text.Append('\n').Append(LawWriter.Write(bill));
            var bag = new DiagnosticBag();
            var tree = LawParser.Parse(new SourceText(jurisdiction.Id, text.ToString()), bag);
            var read = new JurisdictionBinder(words, demands, bag).Bind(jurisdiction.Id, [tree]);
            Assert.Empty(bag.ToImmutable().Where(f => f.IsError).Select(f => DiagnosticWriter.ToText([f])));
            var whole = jurisdiction with { Unread = [], Scenarios = [], SecondReading = [] };
            Assert.Equal(ModelText.Of(whole), ModelText.Of(read));
            provisions += jurisdiction.Provisions.Length;
            bills += jurisdiction.Bills.Length;
        }
        output.WriteLine($"{provisions} provisions and {bills} bills, no difference");
        Assert.True(provisions > 0 && bills > 0);
    }

    private static Words Words()
    {
        var bag = new DiagnosticBag();
        var tree = LawParser.Parse(new SourceText("vocabulary", File.ReadAllText(Path.Combine(RealLaw.Root, "vocabulary.law"))), bag);
        return new VocabularyBinder(bag).Bind(tree);
    }
}
