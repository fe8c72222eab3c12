using System.Collections.Immutable;
using SafeHarbor.Law.Diagnostics;
using Assert = Xunit.Assert;

namespace SafeHarbor.Law.Tests;

/// <summary>A reader that is kept answers as one that begins anew.</summary>
public class KeptReaderTests
{
    private const string File = "US-KY/offences.law";

    private static readonly string Text = System.IO.File.ReadAllText(Path.Combine(RealLaw.Root, File));

    [Xunit.Fact]
    public void AfterAnEditItReadsWhatAFreshReaderReads()
    {
        var edited = Text.Replace(" must not ", " may ", StringComparison.Ordinal).Replace("under 18", "under 17", StringComparison.Ordinal);
        Assert.NotEqual(Text, edited);
        var kept = new LibraryReader(RealLaw.Root);
        kept.Read(["US-KY"]);
        kept.Hold(File, edited);
        var fresh = new LibraryReader(RealLaw.Root);
        fresh.Hold(File, edited);
        AssertSame(fresh.Read(["US-KY"]), kept.Read(["US-KY"]));
    }

    [Xunit.Fact]
    public void WhatIsWrongInAHeldTextIsSaidAndGoesWithIt()
    {
        var kept = new LibraryReader(RealLaw.Root);
        var before = kept.Read(["US-KY"]);
        kept.Hold(File, Text + "\nnonsense here\n");
        Assert.Contains(kept.Read(["US-KY"]).Findings, f => f.Message == "no line begins with `nonsense`");
        kept.Hold(File, null);
        AssertSame(before, kept.Read(["US-KY"]));
    }

    [Xunit.Fact]
    public void WhatDidNotChangeIsNotReadAgain()
    {
        var kept = new LibraryReader(RealLaw.Root);
        var before = kept.Read(["US-KY"]).Library!;
        kept.Hold(File, Text + "\n");
        var after = kept.Read(["US-KY"]).Library!;
        Assert.Same(before.Vocabulary, after.Vocabulary);
        Assert.Same(before.Find("US"), after.Find("US"));
        Assert.NotSame(before.Find("US-KY"), after.Find("US-KY"));
        Assert.NotEqual(before.Hash, after.Hash);
    }

    private static void AssertSame((LawLibrary? Library, ImmutableArray<Diagnostic> Findings) one, (LawLibrary? Library, ImmutableArray<Diagnostic> Findings) other)
    {
        Assert.Equal(one.Findings.Select(f => $"{f.Location} {f.Message}"), other.Findings.Select(f => $"{f.Location} {f.Message}"));
        Assert.Equal(one.Library!.Hash, other.Library!.Hash);
        Assert.Equal(one.Library.Jurisdictions.Select(ModelText.Of), other.Library.Jurisdictions.Select(ModelText.Of));
    }
}
