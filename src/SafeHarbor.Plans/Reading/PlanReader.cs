using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SafeHarbor.Plans.Reading;

/// <summary>Reads a plan from its file (YAML; docs/plans.md). What is wrong is reported with its place and a remedy, never thrown.</summary>
public static class PlanReader
{
    /// <summary>Characters that a plan may have. A plan is some pages.</summary>
    public const int LargestText = 1024 * 1024;

    private const int DeepestNesting = 12;

    /// <returns>The plan; null where the text is no plan at all.</returns>
    public static (Plan? Plan, ImmutableArray<Diagnostic> Findings) Read(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bag = new DiagnosticBag();
        if (text.Length > LargestText)
        {
            bag.Add(DiagnosticKinds.PlanUnreadable, null, $"`{name}` has more than {LargestText / 1024} KB", "a plan is some pages; put reports beside it and give their addresses");
            return (null, bag.ToImmutable());
        }
        var source = new SourceText(name, text);
        if (RootOf(source, bag) is not { } root)
            return (null, bag.ToImmutable());
        var reader = new YamlReader(source, bag, root, "the plan",
            "plan", "jurisdiction", "goal", "scope", "adopted", "published", "sources", "actions", "measures", "reviews", "survivors", "questions", "progress");
        foreach (var needed in (string[])["plan", "jurisdiction"])
        {
            if (reader.Text(needed) is null)
                reader.Report(DiagnosticKinds.PlanUnreadable, reader.Place, $"`{needed}` is missing", needed == "plan" ? "begin with a line such as `plan: Kentucky, no child is punished for having been exploited`" : "add a line such as `jurisdiction: US-KY`");
        }
        var goal = reader.Inner("goal", "says", "by");
        var scope = reader.Inner("scope", "demands", "later");
        var plan = new Plan(reader.Text("plan") ?? "", reader.Text("jurisdiction") ?? "", new PlanGoal(goal?.Text("says"), goal?.Date("by")),
            new PlanScope(scope?.Texts("demands") ?? [], scope is null ? [] : [.. scope.Items("later").Select(item => Later(scope, item))]), reader.Place)
        {
            Adopted = reader.Inner("adopted", "by", "on") is { } adopted ? new Adoption(adopted.Text("by") ?? "", adopted.Date("on")) : null,
            Published = reader.Text("published"),
            Sources = [.. reader.Items("sources").Select(item => SourceOf(reader, item)).OfType<Law.Source>()],
            Actions = [.. reader.Items("actions").Select(item => Action(reader, item)).OfType<PlanAction>()],
            Measures = [.. reader.Items("measures").Select(item => Measure(reader, item)).OfType<PlanMeasure>()],
            Reviews = [.. reader.Items("reviews").Select(item => ReviewDay(reader, item)).OfType<NodaTime.LocalDate>()],
            Survivors = reader.Text("survivors"),
            Questions = reader.Texts("questions"),
            Progress = [.. reader.Items("progress").Select(item => Progress(reader, item)).OfType<ProgressEntry>()],
        };
        return (plan, bag.ToImmutable());
    }

    private static YamlNode? RootOf(SourceText source, DiagnosticBag bag)
    {
        try
        {
            var depth = 0;
            var parser = new Parser(new StringReader(source.Content));
            while (parser.MoveNext())
            {
                depth += parser.Current!.NestingIncrease;
                if (depth > DeepestNesting)
                {
                    bag.Add(DiagnosticKinds.PlanUnreadable, PlaceOf(source, parser.Current.Start), "lists stand too deep within lists here", "a plan needs no more than a list within a list");
                    return null;
                }
                if (parser.Current is YamlDotNet.Core.Events.AnchorAlias)
                {
                    bag.Add(DiagnosticKinds.PlanUnreadable, PlaceOf(source, parser.Current.Start), "`*` refers to another place", "write the words out again: a plan is read by people");
                    return null;
                }
            }
            var stream = new YamlStream();
            stream.Load(new StringReader(source.Content));
            if (stream.Documents.Count == 1)
                return stream.Documents[0].RootNode;
            bag.Add(DiagnosticKinds.PlanUnreadable, null, stream.Documents.Count == 0 ? $"`{source.Name}` is empty" : $"`{source.Name}` holds more than one plan", "one file holds one plan");
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException or FormatException)
        {
            // The parser fails on some broken text in other ways than by its own exception; then there is no place to point to.
            bag.Add(DiagnosticKinds.PlanUnreadable, e is YamlException yaml ? PlaceOf(source, yaml.Start) : null, "this is not written as a plan is: mind the colons, the hyphens, and that what belongs together stands equally far in",
                "words with a colon or a quotation mark in them stand in quotation marks");
        }
        return null;
    }

    private static Location PlaceOf(SourceText source, Mark mark) => new(source, new TextSpan((int)Math.Clamp(mark.Index, 0, source.Content.Length), 0));

    private static LeftForLater Later(YamlReader reader, YamlNode item)
    {
        if (item is YamlScalarNode { Value: { } only })
            return new LeftForLater(only.Trim(), null);
        var inner = reader.Inner(item, "the scope", "demand", "because");
        return new LeftForLater(inner.Text("demand") ?? "", inner.Text("because"));
    }

    private static Law.Source? SourceOf(YamlReader reader, YamlNode item)
    {
        var inner = reader.Inner(item, "the sources", "address", "read", "as");
        if (inner.Text("address") is { } address && inner.Date("read") is { } read)
            return new Law.Source(address, read, inner.OneOf<ReadAs>("as") ?? ReadAs.Text);
        inner.Report(DiagnosticKinds.PlanValue, inner.Place, "a source has an `address` and the day it was `read`");
        return null;
    }

    private static PlanAction? Action(YamlReader reader, YamlNode item)
    {
        var inner = reader.Inner(item, "an action", "id", "kind", "title", "owner", "starts", "due", "in force", "after", "serves", "cost", "funding", "bill", "text", "state");
        var kind = inner.OneOf<ActionKind>("kind");
        if (inner.Text("id") is not { } id || inner.Text("title") is not { } title)
        {
            inner.Report(DiagnosticKinds.PlanValue, inner.Place, "an action has an `id` and a `title`", "add for example `id: train-police` and `title: Train every officer who meets children`");
            return null;
        }
        if (kind is null && !inner.Has("kind"))
            inner.Report(DiagnosticKinds.PlanValue, inner.Place, $"the action `{id}` does not say what `kind` it is", $"it is one of {Friendly.Or(Enum.GetNames<ActionKind>().Select(n => n.ToLowerInvariant()))}");
        return new PlanAction(id, kind ?? ActionKind.Policy, title, inner.PlaceOf("id"))
        {
            Owner = inner.Text("owner"),
            Starts = inner.Date("starts"),
            Due = inner.Date("due"),
            InForce = inner.Date("in force"),
            After = inner.Texts("after"),
            Serves = inner.Texts("serves"),
            Cost = inner.Text("cost"),
            Funding = inner.Text("funding"),
            Bill = inner.Text("bill"),
            Text = inner.Text("text"),
            State = inner.OneOf<ActionState>("state") ?? ActionState.Planned,
        };
    }

    private static PlanMeasure? Measure(YamlReader reader, YamlNode item)
    {
        var inner = reader.Inner(item, "a measure", "id", "says", "baseline", "target", "period", "source", "follows");
        if (inner.Text("id") is not { } id || inner.Text("says") is not { } says)
        {
            inner.Report(DiagnosticKinds.PlanValue, inner.Place, "a measure has an `id`, and `says` what is counted");
            return null;
        }
        return new PlanMeasure(id, says, inner.PlaceOf("id"))
        {
            Baseline = Figure(inner, "baseline"),
            Target = Figure(inner, "target"),
            Period = inner.Text("period"),
            Source = inner.Text("source"),
            Follows = inner.Texts("follows"),
        };
    }

    private static Measurement? Figure(YamlReader reader, string name) =>
        reader.Inner(name, "value", "on") is { } inner && inner.Number("value") is { } value && inner.Date("on") is { } on ? new Measurement(value, on) : null;

    private static NodaTime.LocalDate? ReviewDay(YamlReader reader, YamlNode item)
    {
        if (item is YamlScalarNode { Value: { } text } && NodaTime.Text.LocalDatePattern.Iso.Parse(text.Trim()) is { Success: true } parsed)
            return parsed.Value;
        reader.Report(DiagnosticKinds.PlanValue, reader.PlaceOf("reviews"), "a review is a date", "write year, month and day, such as `2028-01-15`");
        return null;
    }

    private static ProgressEntry? Progress(YamlReader reader, YamlNode item)
    {
        var inner = reader.Inner(item, "the progress", "on", "about", "says", "state", "value", "evidence");
        if (inner.Date("on") is not { } on || inner.Text("about") is not { } about)
        {
            inner.Report(DiagnosticKinds.PlanValue, inner.Place, "an entry of progress has a day (`on`) and says what it is `about`");
            return null;
        }
        return new ProgressEntry(on, about, inner.Text("says") ?? "", inner.PlaceOf("about"))
        {
            State = inner.OneOf<ActionState>("state"),
            Value = inner.Number("value"),
            Evidence = inner.Text("evidence"),
        };
    }
}
