using SafeHarbor.Law.Diagnostics;

namespace SafeHarbor.Law.Checking;

/// <summary>Each topic has a provision or an unread entry, so that silence and not having looked are never taken for one another.</summary>
internal static class Topics
{
    public static void Check(Jurisdiction jurisdiction, Vocabulary vocabulary, DiagnosticBag bag)
    {
        foreach (var topic in vocabulary.Topics)
        {
            if (jurisdiction.Provisions.Any(p => p.Topics.Contains(topic)) || jurisdiction.Unread.Any(u => u.Topics.Contains(topic)))
                continue;
            bag.Add(DiagnosticKinds.TopicMissing, jurisdiction.Location, $"`{jurisdiction.Id}` has nothing on the topic `{topic.Name}`",
                "read for it: add the provisions, or an unread entry that says what was tried; where the law was read and is silent, an unread entry with `changes no answer` says so");
        }
    }
}
