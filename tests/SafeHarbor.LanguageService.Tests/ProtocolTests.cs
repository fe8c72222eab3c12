using System.Text.Json.Nodes;
using Xunit;

namespace SafeHarbor.LanguageService.Tests;

/// <summary>Whole conversations between an editor and the server.</summary>
public class ProtocolTests
{
    private const string Uri = "file:///somewhere/draft.law";

    private static Conversation Started()
    {
        var editor = new Conversation(Kentucky.Folder);
        editor.Ask("initialize", new JsonObject { ["capabilities"] = new JsonObject() });
        editor.Notify("initialized", []);
        return editor;
    }

    private static string Bill(string lines) => Kentucky.Section(lines).ReplaceLineEndings("\n");

    [Fact]
    public async Task FromTheFirstWordToTheLast()
    {
        using var editor = new Conversation(Kentucky.Folder);
        var capabilities = editor.Result("initialize", new JsonObject { ["capabilities"] = new JsonObject() })!["capabilities"]!;
        Assert.True((bool)capabilities["hoverProvider"]!);
        editor.Notify("initialized", []);

        editor.Open(Uri, Bill("    when thrid party is none\n    then police must not arrest the child\n"));
        var finding = Assert.Single(editor.Findings(Uri, 1))!;
        Assert.Contains("unknown fact `thrid party`", (string)finding["message"]!, StringComparison.Ordinal);
        Assert.Equal("5 9", $"{finding["range"]!["start"]!["line"]} {finding["range"]!["start"]!["character"]}");

        // The word is mended by an edit of a range, as an editor sends it.
        editor.Notify("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = Uri, ["version"] = 2 },
            ["contentChanges"] = new JsonArray(new JsonObject
            {
                ["range"] = new JsonObject { ["start"] = new JsonObject { ["line"] = 5, ["character"] = 9 }, ["end"] = new JsonObject { ["line"] = 5, ["character"] = 14 } },
                ["text"] = "third",
            }),
        });
        Assert.Empty(editor.Findings(Uri, 2));

        Assert.Contains("third party", (string)editor.Result("textDocument/hover", Conversation.At(Uri, 5, 10))!["contents"]!["value"]!, StringComparison.Ordinal);
        var place = editor.Result("textDocument/definition", Conversation.At(Uri, 5, 10))![0]!;
        Assert.EndsWith("law/vocabulary.law", (string)place["uri"]!, StringComparison.Ordinal);
        Assert.Contains("fact third party", File.ReadAllLines(new Uri((string)place["uri"]!).LocalPath)[(int)place["range"]!["start"]!["line"]!], StringComparison.Ordinal);
        Assert.Contains(editor.Result("textDocument/completion", Conversation.At(Uri, 5, 24))!["items"]!.AsArray(), i => (string)i!["label"]! == "third party is none");
        Assert.Equal("bill US-KY \"A draft\"", (string)editor.Result("textDocument/documentSymbol", Conversation.At(Uri, 0, 0))![0]!["name"]!);
        Assert.Empty(editor.Result("textDocument/formatting", Conversation.At(Uri, 0, 0))!.AsArray());
        Assert.Equal(0, editor.Result("textDocument/semanticTokens/full", Conversation.At(Uri, 0, 0))!["data"]!.AsArray().Count % 5);

        editor.Notify("textDocument/didClose", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Uri } });
        Assert.Null(editor.Ask("shutdown")["error"]);
        editor.Notify("exit", []);
        Assert.True(await editor.Ended);
    }

    [Fact]
    public void AFileOfTheLibraryIsReadInItsPlaceAndNotFromTheDisk()
    {
        using var editor = Started();
        var path = Path.Combine(Kentucky.Folder, "US-KY", "prostitution.law");
        var uri = new Uri(path).AbsoluteUri;
        var text = File.ReadAllText(path);
        editor.Open(uri, text);
        Assert.DoesNotContain(editor.Findings(uri, 1), f => (int)f!["severity"]! == 1);
        editor.Notify("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = 2 },
            ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = text + "\nnonsense\n" }),
        });
        Assert.Contains(editor.Findings(uri, 2), f => ((string)f!["message"]!).Contains("no line begins with `nonsense`", StringComparison.Ordinal));
    }

    [Fact]
    public void FormattingGivesTheOneLayout()
    {
        using var editor = Started();
        editor.Open(Uri, "bill   US-KY \"A draft\"\nfrom 2027-07-01\n");
        var edit = Assert.Single(editor.Result("textDocument/formatting", Conversation.At(Uri, 0, 0))!.AsArray())!;
        Assert.Equal("bill US-KY \"A draft\"\n  from 2027-07-01\n", (string)edit["newText"]!);
    }

    [Fact]
    public void BadMessagesAreAnsweredAndNeverEndIt()
    {
        using var editor = Started();
        editor.SendRaw("Content-Length: 5\r\n\r\n{nope");
        Assert.Equal(-32700, (int)editor.Until(m => m["error"] is not null)["error"]!["code"]!);
        editor.SendRaw("Content-Length: 2\r\n\r\n[]");
        Assert.Equal(-32600, (int)editor.Until(m => m["error"] is not null)["error"]!["code"]!);
        editor.SendRaw("Nonsense\r\n\r\n");
        editor.SendRaw("Content-Length: many\r\n\r\n");
        var deep = string.Concat(Enumerable.Repeat("[", 5_000));
        editor.SendRaw($"Content-Length: {deep.Length}\r\n\r\n{deep}");
        Assert.Equal(-32700, (int)editor.Until(m => m["error"] is not null)["error"]!["code"]!);
        Assert.Equal(-32601, (int)editor.Ask("textDocument/nonsense", Conversation.At(Uri, 0, 0))["error"]!["code"]!);
        editor.Notify("textDocument/didOpen", new JsonObject { ["textDocument"] = "not an object" });
        editor.Notify("textDocument/didChange", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Uri } });
        editor.Open(Uri, Bill("    when age under 18\n    then police must not arrest the child\n"));
        Assert.Empty(editor.Findings(Uri, 1));
        Assert.NotNull(editor.Result("textDocument/hover", Conversation.At(Uri, 5, 10)));
        Assert.Null(editor.Result("textDocument/hover", Conversation.At(Uri, 500_000, 500_000)));
    }

    [Fact]
    public void NothingIsAnsweredBeforeInitialize()
    {
        using var editor = new Conversation(Kentucky.Folder);
        Assert.Equal(-32002, (int)editor.Ask("textDocument/hover", Conversation.At(Uri, 0, 0))["error"]!["code"]!);
    }

    [Fact]
    public async Task ExitWithoutShutdownSaysSo()
    {
        using var editor = Started();
        editor.Notify("exit", []);
        Assert.False(await editor.Ended);
    }

    [Fact]
    public void ALibraryThatIsNotThereLeavesTheForm()
    {
        using var editor = new Conversation(Path.Combine(Path.GetTempPath(), "no-such-library"));
        editor.Ask("initialize", []);
        editor.Open(Uri, "nonsense\n");
        Assert.Contains("no line begins with", (string)Assert.Single(editor.Findings(Uri, 1))!["message"]!, StringComparison.Ordinal);
    }
}
