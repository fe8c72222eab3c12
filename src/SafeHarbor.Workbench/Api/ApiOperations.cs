using System.Collections.Immutable;
using NodaTime.Text;
using SafeHarbor.Documents.Json;
using SafeHarbor.Documents.Words;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Reform;
using SafeHarbor.Workbench.Answers;

namespace SafeHarbor.Workbench.Api;

/// <summary>Everything that a program can ask.</summary>
internal static class ApiOperations
{
    public const string Root = "/api/v1";

    private static readonly ApiParameter Id = new("id", true, "a jurisdiction's id, in large or small letters", "us-ky");
    private static readonly ApiParameter DemandId = new("demand", true, "a demand's id", "r3.arrest");
    private static readonly ApiParameter OnQuery = new("on", false, "the day asked about; today if left out", "2016-11-15");
    private static readonly ApiParameter OnPath = new("on", true, "the day asked about", "2016-11-15");

    public static ImmutableArray<ApiOperation> All { get; } =
    [
        new("/jurisdictions", "jurisdictions", "Every jurisdiction whose law is held, and what is held of it", "jurisdictions/1", [], Jurisdictions),
        new("/jurisdictions/{id}", "jurisdiction", "How a jurisdiction's law stands on each demand; its bills and localities", "jurisdiction/1", [Id, OnQuery], Jurisdiction),
        new("/jurisdictions/{id}/gaps", "gaps", "Every kind of situation in which the law lets a child fall through", "gaps/1", [Id, OnQuery], Gaps),
        new("/jurisdictions/{id}/gaps/on/{on}", "gapsOn", "The same on a day: an address that always shows the same law", "gaps/1", [Id, OnPath], Gaps),
        new("/jurisdictions/{id}/demands/{demand}", "gapsOfDemand", "The gap of one demand; today's with the states whose law covers that child", "gaps/1", [Id, DemandId, OnQuery], GapsOfDemand),
        new("/jurisdictions/{id}/reforms/{demand}", "reform", "The smallest changes that close a demand's gap and open none", "reform/1", [Id, DemandId], Reform),
        new("/jurisdictions/{id}/timeline", "timeline", "What changed for whom since November 2016", "timeline/1", [Id], TimelineOf),
        new("/jurisdictions/{id}/provisions", "provisions", "Every provision held, with its rules in words, its dates and its sources", "provisions/1", [Id], Provisions),
        new("/jurisdictions/{id}/bills/{slug}", "bill", "What a bill would change, or changed, and for whom", "difference/1",
            [Id, new("slug", true, "the bill's short name, as the jurisdiction's answer gives it", "2024-hb-431-as-introduced")], BillOf),
        new("/demands", "demands", "What is asked of the law", "demands/1", [], Demands),
        new("/compare/{a}/{b}", "compare", "Two jurisdictions by outcome for the same child", "difference/1",
            [new("a", true, "the first jurisdiction's id", "us-ky"), new("b", true, "the second jurisdiction's id", "us-wa")], Compare),
        new("/library", "library", "What the library holds, how each provision was read, and what could not be read", "library/1", [], Library),
        new("/search", "search", "Provisions, demands, jurisdictions and bills by words", "search/1", [new("q", false, "words, a citation, a state; 80 letters at most", "buyer")], Search),
    ];

    private static ApiAnswer Jurisdictions(ApiQuestion ask) => new ApiAnswer.Found(ask.Desk.ReceiptOn(ask.Desk.Today), json =>
        json.Array("jurisdictions", ask.Desk.Library.Jurisdictions, jurisdiction =>
        {
            json.WriteStartObject();
            JurisdictionJson.Head(json, jurisdiction);
            json.WriteNumber("provisions", jurisdiction.Provisions.Length);
            json.WriteNumber("unread", jurisdiction.Unread.Length);
            json.WriteEndObject();
        }));

    private static ApiAnswer Jurisdiction(ApiQuestion ask) => ask.About("id", jurisdiction => ask.On(on =>
        new ApiAnswer.Found(ask.Desk.ReceiptOn(on), json => JurisdictionJson.Write(json, jurisdiction, ask.Desk.On(jurisdiction, on).Standing, ask.Desk.LocalitiesOf(jurisdiction)))));

    private static ApiAnswer Gaps(ApiQuestion ask) => ask.About("id", jurisdiction => ask.On(on =>
    {
        var gaps = ask.Desk.On(jurisdiction, on).Gaps;
        return new ApiAnswer.Found(ask.Desk.ReceiptOn(on), json => GapsJson.Write(json, Applied(ask, jurisdiction, on), gaps.Demands, gaps.Together, null, null));
    }));

    private static ApiAnswer GapsOfDemand(ApiQuestion ask) => ask.About((jurisdiction, demand) => ask.On(on =>
    {
        var answers = ask.Desk.On(jurisdiction, on);
        var precedents = on == ask.Desk.Today ? answers.PrecedentsOf(demand) : [];
        return new ApiAnswer.Found(ask.Desk.ReceiptOn(on), json => GapsJson.Write(json, Applied(ask, jurisdiction, on), [answers.Gaps.Of(demand)], [],
            on == ask.Desk.Today ? (_, line) => precedents.FirstOrDefault(p => p.Line == line)?.Precedents ?? [] : null, null));
    }));

    private static async Task<ApiAnswer> Reform(ApiQuestion ask)
    {
        Task<ReformResult>? search = null;
        var asked = ask.About((jurisdiction, demand) =>
        {
            var answers = ask.Desk.On(jurisdiction, ask.Desk.Today);
            var running = search = answers.ReformSoon(demand);
            return new ApiAnswer.Found(ask.Desk.ReceiptOn(ask.Desk.Today), json => ReformJson.Write(json, Applied(ask, jurisdiction, ask.Desk.Today), [running.Result], of =>
            {
                var found = answers.PrecedentsOf(of);
                return Elsewhere.Covering(found.Select(p => p.Precedents.AsEnumerable()), found.Length);
            }));
        });
        return search is null || await Task.WhenAny(search, Task.Delay(Web.WorkbenchPage.Patience)) == search ? asked
            : new ApiAnswer.Wrong(503, "the smallest change is not found yet", "It is being worked out, which can take some minutes the first time. Ask again in a minute.");
    }

    private static ApiAnswer TimelineOf(ApiQuestion ask) => ask.About("id", jurisdiction => new ApiAnswer.Found(ask.Desk.ReceiptOn(ask.Desk.Today), json =>
        TimelineJson.Write(json, jurisdiction.Id, ask.Desk.On(jurisdiction, ask.Desk.Today).Changes, ask.Desk.Begins)));

    private static ApiAnswer Provisions(ApiQuestion ask) => ask.About("id", jurisdiction => new ApiAnswer.Found(ask.Desk.ReceiptOn(ask.Desk.Today), json => ProvisionsJson.Write(json, jurisdiction)));

    private static ApiAnswer BillOf(ApiQuestion ask) => ask.About("id", jurisdiction =>
    {
        if (jurisdiction.Bills.FirstOrDefault(b => ProvisionIndex.Slug(b.Title) == ask["slug"].ToLowerInvariant()) is not { } bill)
            return new ApiAnswer.Wrong(404, "the library holds no such bill", $"The bills of {jurisdiction.Name} are in the answer at {Root}/jurisdictions/{jurisdiction.Id.ToLowerInvariant()}.");
        var answer = ask.Desk.On(jurisdiction, ask.Desk.Today).EffectOf(bill);
        return new ApiAnswer.Found(ask.Desk.ReceiptOn(ask.Desk.Today), json =>
        {
            Sides(json, answer.Sides.Without, answer.Sides.With, [bill.Title]);
            DifferenceJson.Write(json, answer.Differences, jurisdiction.Name, jurisdiction.Name);
            BillJson.Write(json, answer.Effect);
        });
    });

    private static ApiAnswer Demands(ApiQuestion ask) => new ApiAnswer.Found(ask.Desk.ReceiptOn(ask.Desk.Today), json =>
        json.Array("frameworks", ask.Desk.Library.Frameworks, framework =>
        {
            json.WriteStartObject();
            json.WriteString("framework", framework.Name);
            json.Array("demands", framework.Demands, demand =>
            {
                json.WriteStartObject();
                json.WriteString("id", demand.Id);
                json.WriteString("title", demand.Title);
                json.WriteString("asked", ConditionWords.Say(demand.Premise));
                json.WriteString("fails", demand.Fails);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        }));

    private static ApiAnswer Compare(ApiQuestion ask) => ask.About("a", first => ask.About("b", second =>
    {
        if (first.Id == second.Id)
            return new ApiAnswer.Wrong(400, "a law is the same as itself", $"Name two different jurisdictions; how one changed is at {Root}/jurisdictions/{first.Id.ToLowerInvariant()}/timeline.");
        var differences = ask.Desk.Compare(first, second);
        return new ApiAnswer.Found(ask.Desk.ReceiptOn(ask.Desk.Today), json =>
        {
            Sides(json, Applied(ask, first, ask.Desk.Today), Applied(ask, second, ask.Desk.Today), []);
            DifferenceJson.Write(json, differences, first.Name, second.Name);
        });
    }));

    private static ApiAnswer Library(ApiQuestion ask) => new ApiAnswer.Found(ask.Desk.ReceiptOn(ask.Desk.Today), json => LibraryJson.Write(json, ask.Desk.Library, ask.Desk.Library.Jurisdictions));

    private static ApiAnswer Search(ApiQuestion ask) => ask["q"].Trim() switch
    {
        "" => new ApiAnswer.Wrong(400, "nothing was asked", $"Put words after ?q=, such as {Root}/search?q=buyer."),
        { Length: > SearchIndex.LongestQuestion } => new ApiAnswer.Wrong(400, $"what is asked is longer than {SearchIndex.LongestQuestion} letters", "Ask with fewer words."),
        var asked => new ApiAnswer.Found(ask.Desk.ReceiptOn(ask.Desk.Today), json => SearchJson.Write(json, asked, ask.Desk.Search.Find(asked))),
    };

    private static ApplicableLaw Applied(ApiQuestion ask, Jurisdiction jurisdiction, NodaTime.LocalDate on) => ApplicableLaw.Of(ask.Desk.Library, new LawQuestion(jurisdiction.Id, on));

    /// <summary>The two laws, named as the command names them.</summary>
    private static void Sides(System.Text.Json.Utf8JsonWriter json, ApplicableLaw first, ApplicableLaw second, IEnumerable<string> bills)
    {
        json.WriteString("first", $"{first.Jurisdiction.Id} on {LocalDatePattern.Iso.Format(first.On)}");
        json.WriteString("second", $"{second.Jurisdiction.Id} on {LocalDatePattern.Iso.Format(second.On)}");
        json.Strings("bills", bills);
    }
}
