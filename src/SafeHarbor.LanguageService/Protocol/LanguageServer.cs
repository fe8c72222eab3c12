using System.Text.Json.Nodes;
using System.Threading.Channels;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.LanguageService.Protocol;

/// <summary>
/// The language service over the Language Server Protocol, on two streams. Messages are read while others are worked on, so that
/// findings are only sent once the writer pauses. No message ends it but `exit` and the end of the stream.
/// </summary>
public sealed class LanguageServer
{
    private const int ParseError = -32700, InvalidRequest = -32600, MethodNotFound = -32601, InternalError = -32603, NotInitialized = -32002;

    private static readonly HashSet<string> Offered =
        ["textDocument/completion", "textDocument/hover", "textDocument/definition", "textDocument/documentSymbol", "textDocument/formatting", "textDocument/semanticTokens/full"];

    private readonly MessageStream _stream;
    private readonly LibraryWorkspace _workspace;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, OpenDocument> _open = [];
    private readonly Dictionary<string, ReadText> _read = [];
    private readonly HashSet<string> _unshown = [];
    private bool _initialized;
    private bool _shutDown;

    /// <param name="library">The library folder.</param>
    public LanguageServer(Stream input, Stream output, string library, TimeProvider? time = null) =>
        (_stream, _workspace, _time) = (new MessageStream(input, output), new LibraryWorkspace(library), time ?? TimeProvider.System);

    /// <summary>Answers until the editor says `exit`, or is gone.</summary>
    /// <returns>Whether the editor had asked to shut down before.</returns>
    public async Task<bool> Run(CancellationToken cancellation = default)
    {
        var messages = Channel.CreateBounded<MessageStream.Received>(256);
        var reading = Task.Run(async () =>
        {
            try
            {
                while (await _stream.Read(cancellation) is { } message)
                    await messages.Writer.WriteAsync(message, cancellation);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The editor is gone.
            }
            finally
            {
                messages.Writer.TryComplete();
            }
        }, cancellation);
        while (await messages.Reader.WaitToReadAsync(cancellation))
        {
            while (messages.Reader.TryRead(out var received))
            {
                if (received.Message is JsonObject { } message && (string?)message["method"] == "exit")
                    return _shutDown;
                Take(received.Message);
            }
            ShowFindings();
        }
        await reading;
        return _shutDown;
    }

    private void Take(JsonNode? received)
    {
        if (received is not JsonObject message)
        {
            Fail(null, received is null ? ParseError : InvalidRequest, "not a message of the protocol");
            return;
        }
        var id = message["id"]?.DeepClone();
        try
        {
            if (message["method"] is not JsonValue value || !value.TryGetValue<string>(out var method))
            {
                if (id is not null && message["result"] is null && message["error"] is null)
                    Fail(id, InvalidRequest, "a message needs a method");
                return;
            }
            if (!_initialized && method != "initialize")
            {
                if (id is not null)
                    Fail(id, NotInitialized, "the editor has not said `initialize`");
                return;
            }
            if (id is null)
                Notice(method, message["params"]);
            else if (Answer(method, message["params"]) is { Known: true } answer)
                _stream.Write(new JsonObject { ["id"] = id, ["result"] = answer.Result });
            else
                Fail(id, MethodNotFound, $"`{method}` is not offered");
        }
#pragma warning disable CA1031 // whatever one message does, the next one is answered
        catch (Exception failure) when (failure is not IOException)
#pragma warning restore CA1031
        {
            if (id is not null)
                Fail(id, InternalError, failure.GetType().Name);
            else
                _stream.Write(new JsonObject { ["method"] = "window/logMessage", ["params"] = new JsonObject { ["type"] = 1, ["message"] = $"safeharbor: a message was passed over: {failure.GetType().Name}" } });
        }
    }

    private void Fail(JsonNode? id, int code, string text) =>
        _stream.Write(new JsonObject { ["id"] = id, ["error"] = new JsonObject { ["code"] = code, ["message"] = text } });

    private void Notice(string method, JsonNode? given)
    {
        var uri = (string?)given?["textDocument"]?["uri"];
        switch (method)
        {
            case "textDocument/didOpen" when uri is not null:
                Keep(new OpenDocument(uri, PathOf(uri), (string?)given!["textDocument"]!["text"] ?? "", (int?)given["textDocument"]!["version"]));
                break;
            case "textDocument/didChange" when uri is not null && _open.TryGetValue(uri, out var document) && given!["contentChanges"] is JsonArray changes:
                Keep(changes.OfType<JsonNode>().Aggregate(document, (d, change) => d.After(change)) with { Version = (int?)given["textDocument"]!["version"] });
                break;
            case "textDocument/didClose" when uri is not null && _open.Remove(uri, out var closed):
                _workspace.Hold(closed.Path, null);
                _read.Clear();
                _unshown.Remove(uri);
                Publish(uri, []);
                break;
        }
    }

    private void Keep(OpenDocument document)
    {
        _open[document.Uri] = document;
        _workspace.Hold(document.Path, document.Content);
        // A text may be named in any other that is open.
        _read.Clear();
        _unshown.Add(document.Uri);
    }

    private (bool Known, JsonNode? Result) Answer(string method, JsonNode? given)
    {
        switch (method)
        {
            case "initialize":
                _initialized = true;
                return (true, Capabilities());
            case "shutdown":
                _shutDown = true;
                return (true, null);
        }
        if (!Offered.Contains(method))
            return (false, null);
        if ((string?)given?["textDocument"]?["uri"] is not { } uri || !_open.TryGetValue(uri, out var document))
            return (true, null);
        return method switch
        {
            "textDocument/completion" => (true, Completion(document, document.Offset(given["position"]))),
            "textDocument/hover" => (true, Hover(document, document.Offset(given["position"]))),
            "textDocument/definition" => (true, Definition(document, document.Offset(given["position"]))),
            "textDocument/documentSymbol" => (true, new JsonArray([.. Outline.Of(TextOf(document).Tree).Select(i => (JsonNode)Shapes.Symbol(i, document.Source))])),
            "textDocument/formatting" => (true, Formatting(document)),
            "textDocument/semanticTokens/full" => (true, new JsonObject { ["data"] = Shapes.Tokens(TextOf(document)) }),
            _ => (false, null),
        };
    }

    private static JsonObject Capabilities() => new()
    {
        ["capabilities"] = new JsonObject
        {
            ["positionEncoding"] = "utf-16",
            ["textDocumentSync"] = new JsonObject { ["openClose"] = true, ["change"] = 2 },
            ["completionProvider"] = new JsonObject { ["triggerCharacters"] = new JsonArray(" ") },
            ["hoverProvider"] = true,
            ["definitionProvider"] = true,
            ["documentSymbolProvider"] = true,
            ["documentFormattingProvider"] = true,
            ["semanticTokensProvider"] = new JsonObject
            {
                ["legend"] = new JsonObject { ["tokenTypes"] = new JsonArray([.. Shapes.TokenTypes.Select(t => (JsonNode)t!)]), ["tokenModifiers"] = new JsonArray() },
                ["full"] = true,
            },
        },
        ["serverInfo"] = new JsonObject { ["name"] = "safeharbor" },
    };

    private JsonObject Completion(OpenDocument document, int offset)
    {
        var today = NodaTime.LocalDate.FromDateTime(_time.GetLocalNow().DateTime);
        var items = Completer.At(TextOf(document), offset, today);
        return new JsonObject { ["isIncomplete"] = true, ["items"] = new JsonArray([.. items.Select((item, rank) => (JsonNode)Shapes.Item(item, document.Source, rank))]) };
    }

    private JsonObject? Hover(OpenDocument document, int offset) => Hovers.At(TextOf(document), offset) is { } hover
        ? new JsonObject { ["contents"] = new JsonObject { ["kind"] = "markdown", ["value"] = hover.ToMarkdown() }, ["range"] = Shapes.Range(document.Source, hover.Span) }
        : null;

    private JsonArray Definition(OpenDocument document, int offset)
    {
        var text = TextOf(document);
        return new JsonArray([.. Definitions.At(text, offset).Select(place => (JsonNode)new JsonObject
        {
            ["uri"] = AddressOf(place.Source, text, document),
            ["range"] = Shapes.Range(place.Source, place.Span),
        })]);
    }

    private JsonArray Formatting(OpenDocument document)
    {
        var formatted = Formatter.Format(TextOf(document).Tree);
        return document.Content.Length > LawParser.LargestFile || formatted == document.Content ? []
            : [new JsonObject { ["range"] = Shapes.Range(document.Source, new TextSpan(0, document.Content.Length)), ["newText"] = formatted }];
    }

    private ReadText TextOf(OpenDocument document)
    {
        if (!_read.TryGetValue(document.Uri, out var text))
            _read[document.Uri] = text = _workspace.Read(document.Path, document.Content);
        return text;
    }

    private void ShowFindings()
    {
        foreach (var uri in _unshown.ToList())
        {
            _unshown.Remove(uri);
            if (!_open.TryGetValue(uri, out var document))
                continue;
            try
            {
                var text = TextOf(document);
                Publish(uri, [.. text.Findings.Select(f => (JsonNode)Shapes.Finding(f, document.Source, source => AddressOf(source, text, document)))], document.Version);
            }
#pragma warning disable CA1031 // as above
            catch (Exception failure) when (failure is not IOException)
#pragma warning restore CA1031
            {
                _stream.Write(new JsonObject { ["method"] = "window/logMessage", ["params"] = new JsonObject { ["type"] = 1, ["message"] = $"safeharbor: a text could not be read: {failure.GetType().Name}" } });
            }
        }
    }

    private void Publish(string uri, JsonNode[] findings, int? version = null)
    {
        var shown = new JsonObject { ["uri"] = uri, ["diagnostics"] = new JsonArray(findings) };
        if (version is not null)
            shown["version"] = version;
        _stream.Write(new JsonObject { ["method"] = "textDocument/publishDiagnostics", ["params"] = shown });
    }

    private string AddressOf(SourceText source, ReadText text, OpenDocument document) =>
        source.Name == text.Tree.Source.Name ? document.Uri : new Uri(_workspace.PathOf(source)).AbsoluteUri;

    private static string PathOf(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.IsFile ? address.LocalPath : Path.Combine(Path.GetTempPath(), "untitled", Path.GetFileName(uri));
}
