using System.Collections.Immutable;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;

namespace SafeHarbor.Law.Binding;

/// <summary>Reads a framework: a named set of demands.</summary>
internal sealed class FrameworkBinder(Words words, DiagnosticBag bag)
{
    private readonly ConditionBinder _conditions = new(words.Phrases, []);
    private readonly EffectBinder _effects = new(words);

    public Framework? Bind(SyntaxTree tree)
    {
        Framework? framework = null;
        var demands = ImmutableArray.CreateBuilder<Demand>();
        foreach (var syntax in tree.Entries)
        {
            var entry = new EntryReader(tree.Source, syntax, bag);
            switch (syntax.Kind)
            {
                case StatementKind.Framework when framework is null:
                    framework = BindHead(entry);
                    break;
                case StatementKind.Demand:
                    if (BindDemand(entry) is { } demand)
                    {
                        if (demands.FirstOrDefault(d => d.Id == demand.Id) is { } twin)
                            entry.Report(DiagnosticKinds.DeclaredTwice, $"the demand `{demand.Id}` is declared twice", "give it another name", new RelatedPlace(twin.Location, "first declared here"));
                        else
                            demands.Add(demand);
                    }
                    break;
                default:
                    entry.Report(DiagnosticKinds.MisplacedLine, $"`{StatementWords.Of(syntax.Kind)}` does not belong in a framework", "a framework's file holds one `framework` and its `demand`s");
                    break;
            }
        }
        if (framework is null)
            bag.Add(DiagnosticKinds.Incomplete, new Text.Location(tree.Source, new Text.TextSpan(0, 0)), "this file has no framework", "begin it with `framework \"its name\"`");
        return framework is null ? null : framework with { Demands = demands.ToImmutable() };
    }

    private static Framework BindHead(EntryReader entry)
    {
        var head = entry.Head();
        var name = head.RequireQuotations("the name of the framework");
        head.ExpectEnd();
        var sources = ImmutableArray.CreateBuilder<Source>();
        foreach (var statement in entry.Entry.Body)
        {
            if (statement.Kind == StatementKind.Source && EntryReader.ReadSource(entry.Read(statement)) is { } source)
                sources.Add(source);
            else if (statement.Kind == StatementKind.Note)
                EntryReader.ReadNote(entry.Read(statement));
            else if (statement.Kind != StatementKind.Source)
                entry.Misplaced(statement);
        }
        return new Framework(name, sources.ToImmutable(), [], entry.Place);
    }

    private Demand? BindDemand(EntryReader entry)
    {
        var head = entry.Head();
        if (head.TryRaw() is not { } id)
        {
            head.Report(DiagnosticKinds.Incomplete, head.Here, "the demand has no name", "write, for example, `demand R4.victim \"Every exploited child is recognised\"`");
            return null;
        }
        var title = head.RequireQuotations("what is demanded");
        head.ExpectEnd();
        string? fails = null;
        Condition? premise = null;
        Expectation? expected = null;
        foreach (var statement in entry.Entry.Body)
        {
            var reader = entry.Read(statement);
            switch (statement.Kind)
            {
                case StatementKind.Fails: fails = EntryReader.ReadNote(reader); break;
                case StatementKind.Note: EntryReader.ReadNote(reader); break;
                case StatementKind.InEverySituationWhere: premise = _conditions.Bind(reader); break;
                case StatementKind.InEverySituation:
                    reader.ExpectEnd();
                    premise = new Condition.Always();
                    break;
                case StatementKind.Then: expected = _effects.Expectation(reader); break;
                default: entry.Misplaced(statement); break;
            }
        }
        if (fails is null)
            entry.Report(DiagnosticKinds.Incomplete, $"`{id}` does not say what is so of the child where it fails", "add a line such as `fails \"the child is not recognised as a victim\"`");
        if (premise is null)
            entry.Report(DiagnosticKinds.Incomplete, $"`{id}` does not say in which situations it is demanded", "add a line that begins with `in every situation where`");
        if (expected is null)
            entry.Report(DiagnosticKinds.Incomplete, $"`{id}` does not say what is demanded", "add a line that begins with `then`");
        return expected is null ? null : new Demand(id, title, fails ?? title, premise ?? new Condition.Always(), expected, entry.Place);
    }
}
