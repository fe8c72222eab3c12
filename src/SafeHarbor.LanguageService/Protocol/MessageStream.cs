using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SafeHarbor.LanguageService.Protocol;

/// <summary>The base protocol of the Language Server Protocol: messages of JSON, each after a header that says how many bytes it has.</summary>
internal sealed class MessageStream(Stream input, Stream output)
{
    /// <summary>Bytes in one message, at most: an editor that sends more is not meant to be answered.</summary>
    public const int LargestMessage = 64 * 1024 * 1024;

    private const int LongestHeader = 4_096;

    private readonly Lock _atWrite = new();

    /// <summary>What came: a message; text that is no JSON (<c>Message</c> is null); or the end (null).</summary>
    public readonly record struct Received(JsonNode? Message);

    /// <summary>Waits for the next message.</summary>
    public async Task<Received?> Read(CancellationToken cancellation)
    {
        while (true)
        {
            if (await ReadHeader(cancellation) is not { } length)
                return null;
            if (length < 0)
                continue; // a header without a length: what follows is looked through for the next one
            if (length > LargestMessage)
            {
                await Skip(length, cancellation);
                return new Received(null);
            }
            var bytes = new byte[length];
            if (await input.ReadAtLeastAsync(bytes, (int)length, throwOnEndOfStream: false, cancellation) < length)
                return null;
            try
            {
                return new Received(JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { MaxDepth = 64 }));
            }
            catch (JsonException)
            {
                return new Received(null);
            }
        }
    }

    public void Write(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message);
        lock (_atWrite)
        {
            output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes.Length}\r\n\r\n")));
            output.Write(bytes);
            output.Flush();
        }
    }

    /// <summary>The length that the header says; -1 where it says none; null at the end.</summary>
    private async Task<long?> ReadHeader(CancellationToken cancellation)
    {
        var header = new StringBuilder();
        var one = new byte[1];
        while (header.Length < LongestHeader)
        {
            if (await input.ReadAsync(one, cancellation) == 0)
                return null;
            header.Append((char)one[0]);
            if (header.Length >= 4 && header[^1] == '\n' && header[^2] == '\r' && header[^3] == '\n' && header[^4] == '\r')
                break;
        }
        foreach (var line in header.ToString().Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line[..colon].Trim().Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
                && long.TryParse(line[(colon + 1)..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                return length;
        }
        return -1;
    }

    private async Task Skip(long length, CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        while (length > 0 && await input.ReadAsync(buffer.AsMemory(0, (int)Math.Min(length, buffer.Length)), cancellation) is var read and > 0)
            length -= read;
    }
}
