using System.Text.Json;
using NodaTime.Text;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;

namespace SafeHarbor.Documents.Json;

/// <summary>What the library holds, as JSON (docs/json.md, safeharbor/library/1).</summary>
public static class LibraryJson
{
    public static void Write(Utf8JsonWriter json, LawLibrary library, IEnumerable<Jurisdiction> wanted) =>
        json.Array("jurisdictions", wanted, jurisdiction =>
        {
            json.WriteStartObject();
            json.WriteString("id", jurisdiction.Id);
            json.WriteString("name", jurisdiction.Name);
            json.WriteString("division", jurisdiction.Division);
            json.WriteNumber("scenarios", jurisdiction.Scenarios.Length);
            json.Array("topics", library.Vocabulary.Topics, topic =>
            {
                json.WriteStartObject();
                json.WriteString("topic", topic.Name);
                json.WriteNumber("provisions", jurisdiction.Provisions.Count(p => p.Topics.Contains(topic)));
                json.WriteNumber("unread", jurisdiction.Unread.Count(u => u.Topics.Contains(topic)));
                json.WriteEndObject();
            });
            json.Array("provisions", jurisdiction.Provisions, p =>
            {
                json.WriteStartObject();
                json.WriteString("citation", p.Citation);
                json.WriteString("heading", p.Heading);
                json.WriteString("readAs", Sentences.As(p.ReadAs));
                json.WriteString("lastRead", LocalDatePattern.Iso.Format(p.LastRead));
                json.Strings("sources", p.Sources.Select(s => s.Address));
                json.WriteEndObject();
            });
            json.Array("unread", jurisdiction.Unread, u =>
            {
                json.WriteStartObject();
                json.WriteString("title", u.Title);
                json.Strings("topics", u.Topics.Select(t => t.Name));
                json.Strings("tried", u.Tried);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        });
}
