using System.Globalization;
using System.IO.Pipes;
using System.Text;
using System.Text.Json.Nodes;
using SafeHarbor.LanguageService.Protocol;

namespace SafeHarbor.LanguageService.Tests;

/// <summary>An editor that talks to the server over two pipes, as a real one does.</summary>
internal sealed class Conversation : IDisposable
{
    private readonly AnonymousPipeServerStream _toServer = new(PipeDirection.Out);
    private readonly AnonymousPipeServerStream _fromServer = new(PipeDirection.In);
    private readonly AnonymousPipeClientStream _input;
    private readonly AnonymousPipeClientStream _output;
    private readonly List<JsonObject> _passed = [];
    private int _id;

    public Conversation(string library)
    {
        _input = new AnonymousPipeClientStream(PipeDirection.In, _toServer.ClientSafePipeHandle);
        _output = new AnonymousPipeClientStream(PipeDirection.Out, _fromServer.ClientSafePipeHandle);
        Ended = Task.Run(() => new LanguageServer(_input, _output, library).Run());
    }

    /// <summary>Whether the server had been told to shut down, once it has ended.</summary>
    public Task<bool> Ended { get; }

    public void SendRaw(string text)
    {
        _toServer.Write(Encoding.UTF8.GetBytes(text));
        _toServer.Flush();
    }

    public void Send(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        var body = message.ToJsonString();
        SendRaw(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));
    }

    public void Notify(string method, JsonObject parameters) => Send(new JsonObject { ["method"] = method, ["params"] = parameters });

    /// <summary>Asks, and waits for the answer; notices that come before it are kept.</summary>
    public JsonObject Ask(string method, JsonObject? parameters = null)
    {
        var id = ++_id;
        Send(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters });
        return Until(m => m["id"] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number && (int)value == id);
    }

    public JsonNode? Result(string method, JsonObject? parameters = null) => Ask(method, parameters)["result"];

    /// <summary>The findings that the server sends of its own accord.</summary>
    public JsonArray Findings(string uri, int version)
    {
        var published = Until(m => (string?)m["method"] == "textDocument/publishDiagnostics" && (string?)m["params"]!["uri"] == uri && (int?)m["params"]!["version"] == version);
        return published["params"]!["diagnostics"]!.AsArray();
    }

    public JsonObject Until(Func<JsonObject, bool> wanted)
    {
        if (_passed.FirstOrDefault(wanted) is { } earlier)
        {
            _passed.Remove(earlier);
            return earlier;
        }
        while (true)
        {
            var message = Next();
            if (wanted(message))
                return message;
            _passed.Add(message);
        }
    }

    public void Open(string uri, string text, int version = 1) => Notify("textDocument/didOpen", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = "safeharbor-law", ["version"] = version, ["text"] = text },
    });

    public static JsonObject At(string uri, int line, int character) => new()
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri },
        ["position"] = new JsonObject { ["line"] = line, ["character"] = character },
    };

    private JsonObject Next()
    {
        var header = new StringBuilder();
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var one = _fromServer.ReadByte();
            header.Append(one >= 0 ? (char)one : throw new EndOfStreamException("the server has ended"));
        }
        var length = int.Parse(header.ToString().Split(':')[1], CultureInfo.InvariantCulture);
        var body = new byte[length];
        _fromServer.ReadExactly(body);
        return JsonNode.Parse(body)!.AsObject();
    }

    public void Dispose()
    {
        _toServer.Dispose();
        _fromServer.Dispose();
        _input.Dispose();
        _output.Dispose();
    }
}
