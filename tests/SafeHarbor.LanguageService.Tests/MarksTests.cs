using SafeHarbor.Law;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using Xunit;

namespace SafeHarbor.LanguageService.Tests;

/// <summary>Colours, on every file of the real library.</summary>
public class MarksTests
{
    private static readonly StatementKind[] OfPhrases = [StatementKind.When, StatementKind.Unless, StatementKind.InEverySituationWhere, StatementKind.CouldSay, StatementKind.Then, StatementKind.Given];

    public static TheoryData<string> Jurisdictions => [.. LibraryReader.Ids(Kentucky.Folder)];

    private static IEnumerable<(string File, ReadText Text)> FilesOf(string id)
    {
        var workspace = new LibraryWorkspace(Kentucky.Folder);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Kentucky.Folder, id), "*.law", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            yield return (file, workspace.Read(file, File.ReadAllText(file)));
    }

    [Theory]
    [MemberData(nameof(Jurisdictions))]
    public void EveryWordOfAConditionOrEffectIsUnderstoodAndNoTwoMarksOverlap(string id)
    {
        foreach (var (file, text) in FilesOf(id))
        {
            Assert.DoesNotContain(text.Findings, f => f.IsError);
            for (var i = 1; i < text.Marks.Length; i++)
                Assert.True(text.Marks[i - 1].Span.End <= text.Marks[i].Span.Start, $"{file}: two marks overlap at {text.Marks[i].Span.Start}");
            var words = text.Tree.Entries.SelectMany(e => e.Body).Where(s => OfPhrases.Contains(s.Kind)).SelectMany(s => s.Tokens).Where(t => t.Kind == TokenKind.Word);
            foreach (var word in words)
                Assert.True(text.MarkAt(word.Span.Start) is { } mark && mark.Span.End >= word.Span.End, $"{file}: `{word.Text}` at {text.Tree.Source.Position(word.Span.Start)} is not marked");
        }
    }

    [Fact]
    public void ADraftOfEachBillOfTheLibraryReadsAsTheLibraryReadsIt()
    {
        foreach (var id in LibraryReader.Ids(Kentucky.Folder))
        {
            var bills = Path.Combine(Kentucky.Folder, id, "bills");
            if (!Directory.Exists(bills))
                continue;
            var (library, _) = LibraryReader.Read(Kentucky.Folder, [id]);
            foreach (var file in Directory.EnumerateFiles(bills, "*.law"))
            {
                var draft = DraftReader.Read(library!, library!.Find(id)!, "draft", File.ReadAllText(file));
                Assert.True(!draft.HasErrors, $"{file}\n{DiagnosticWriter.ToText(draft.Findings)}");
                foreach (var bill in draft.Bills)
                {
                    var held = library.Find(id)!.Bills.First(b => b.Title == bill.Title);
                    Assert.Equal(held.Changes.Select(c => (c as BillChange.Replace)?.Provision.Rules.Length), bill.Changes.Select(c => (c as BillChange.Replace)?.Provision.Rules.Length));
                }
            }
        }
    }

    [Fact]
    public void WordsHaveTheirKinds()
    {
        var text = Kentucky.Draft(Kentucky.Section("    when third party is none and age under 18 # why\n    then police must not arrest the child\n"));
        string Kind(string word) => text.MarkAt(text.Tree.Source.Content.IndexOf(word, StringComparison.Ordinal))!.Value.Kind.ToString();
        Assert.Equal("Keyword Fact Operator Value Fact Number Comment Party Act Citation Quotation",
            string.Join(' ', new[] { "when", "third", "is none", "none", "age", "18 ", "# why", "police", "arrest", "KRS", "\"A new" }.Select(Kind)));
    }
}
