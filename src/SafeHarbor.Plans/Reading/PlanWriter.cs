using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace SafeHarbor.Plans.Reading;

/// <summary>Writes a plan as its file. What is read from it is the same plan again.</summary>
public static class PlanWriter
{
    public static string Write(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var text = new StringBuilder();
        Line(text, 0, "plan", plan.Name);
        Line(text, 0, "jurisdiction", plan.Jurisdiction);
        text.Append("goal:\n");
        Line(text, 1, "says", plan.Goal.Says);
        Line(text, 1, "by", plan.Goal.By);
        text.Append("scope:\n");
        List(text, 1, "demands", plan.Scope.Demands);
        Items(text, 1, "later", plan.Scope.Later, later =>
        [
            ("demand", later.Demand), ("because", later.Because),
        ]);
        if (plan.Adopted is { } adopted)
        {
            text.Append("adopted:\n");
            Line(text, 1, "by", adopted.By);
            Line(text, 1, "on", adopted.On);
        }
        Line(text, 0, "published", plan.Published);
        Items(text, 0, "sources", plan.Sources, s => [("address", s.Address), ("read", Day(s.Read)), ("as", s.As.ToString().ToLowerInvariant())]);
        Line(text, 0, "survivors", plan.Survivors);
        Items(text, 0, "actions", plan.Actions, a =>
        [
            ("id", a.Id), ("kind", a.Kind.ToString().ToLowerInvariant()), ("title", a.Title), ("owner", a.Owner), ("starts", Day(a.Starts)), ("due", Day(a.Due)),
            ("in force", Day(a.InForce)), ("after", Inline(a.After)), ("serves", Inline(a.Serves)), ("cost", a.Cost), ("funding", a.Funding), ("bill", a.Bill), ("text", a.Text),
            ("state", a.State == ActionState.Planned ? null : a.State.ToString().ToLowerInvariant()),
        ]);
        Items(text, 0, "measures", plan.Measures, m =>
        [
            ("id", m.Id), ("says", m.Says), ("baseline", Figure(m.Baseline)), ("target", Figure(m.Target)), ("period", m.Period), ("source", m.Source), ("follows", Inline(m.Follows)),
        ]);
        List(text, 0, "reviews", plan.Reviews.Select(r => Day(r)));
        List(text, 0, "questions", plan.Questions);
        Items(text, 0, "progress", plan.Progress, p =>
        [
            ("on", Day(p.On)), ("about", p.About), ("says", p.Says.Length == 0 ? null : p.Says), ("state", p.State?.ToString().ToLowerInvariant()),
            ("value", p.Value?.ToString(CultureInfo.InvariantCulture)), ("evidence", p.Evidence),
        ]);
        return text.ToString();
    }

    private const string Flow = "\u0001";

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string? Day(LocalDate? day) => day is { } known ? Day(known) : null;

    /// <summary>A value that is written as it is, and not as words.</summary>
    private static string? Inline(IReadOnlyCollection<string> items) => items.Count == 0 ? null : $"{Flow}[{string.Join(", ", items.Select(i => Scalar(i)))}]";

    private static string? Figure(Measurement? figure) =>
        figure is null ? null : $"{Flow}{{ value: {figure.Value.ToString(CultureInfo.InvariantCulture)}, on: {Day(figure.On)} }}";

    private static void Line(StringBuilder text, int depth, string name, LocalDate? day) => Line(text, depth, name, Day(day));

    private static void Line(StringBuilder text, int depth, string name, string? value)
    {
        if (value is not null)
            text.Append(Margin(depth)).Append(name).Append(": ").Append(Value(value, depth)).Append('\n');
    }

    private static void List(StringBuilder text, int depth, string name, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 0)
            return;
        text.Append(Margin(depth)).Append(name).Append(":\n");
        foreach (var item in all)
            text.Append(Margin(depth)).Append("  - ").Append(Scalar(item)).Append('\n');
    }

    private static void Items<T>(StringBuilder text, int depth, string name, IReadOnlyCollection<T> items, Func<T, (string Name, string? Value)[]> lines)
    {
        if (items.Count == 0)
            return;
        text.Append(Margin(depth)).Append(name).Append(":\n");
        foreach (var item in items)
        {
            var lead = "- ";
            foreach (var (key, value) in lines(item).Where(l => l.Value is not null))
            {
                text.Append(Margin(depth + 1)).Append(lead).Append(key).Append(": ").Append(Value(value!, depth + 2)).Append('\n');
                lead = "  ";
            }
        }
    }

    private static string Value(string value, int depth) =>
        value.StartsWith(Flow, StringComparison.Ordinal) ? value[Flow.Length..]
        : value.Contains('\n', StringComparison.Ordinal) ? Block(value, depth)
        : Scalar(value);

    /// <summary>Several lines stand below, each a little further in.</summary>
    private static string Block(string value, int depth)
    {
        var block = new StringBuilder("|");
        foreach (var line in value.TrimEnd('\n').Split('\n'))
            block.Append('\n').Append(line.Length == 0 ? "" : Margin(depth + 1) + line);
        return block.ToString();
    }

    /// <summary>Words that could be read as something else stand in quotation marks.</summary>
    private static string Scalar(string value)
    {
        var plain = value.Length > 0 && (char.IsLetterOrDigit(value[0]) || value[0] == '$') && !value.Contains(": ", StringComparison.Ordinal) && !value.Contains(" #", StringComparison.Ordinal)
            && !value.EndsWith(':') && value.Trim() == value && value.IndexOfAny(['"', '\'', '\\', '[', ']', '{', '}', ',', '\t']) < 0;
        return plain ? value : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)}\"";
    }

    private static string Margin(int depth) => new(' ', depth * 2);
}
