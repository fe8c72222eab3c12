using System.Collections.Immutable;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;

namespace SafeHarbor.Law.Binding;

/// <summary>Puts the lines `when`, `then` and `unless` together into rules.</summary>
internal sealed class RuleBinder(EntryReader entry, ConditionBinder conditions, EffectBinder effects)
{
    private readonly ImmutableArray<Rule>.Builder _rules = ImmutableArray.CreateBuilder<Rule>();
    private Statement? _opened;
    private Condition? _when;
    private ImmutableArray<Effect> _effects = [];
    private ImmutableArray<Condition> _unless = [];

    /// <summary>Takes the line if it is part of a rule.</summary>
    public bool Take(Statement statement)
    {
        switch (statement.Kind)
        {
            case StatementKind.When:
                Open(statement, conditions.Bind(entry.Read(statement)));
                return true;
            case StatementKind.InEverySituation:
                entry.Read(statement).ExpectEnd();
                Open(statement, new Condition.Always());
                return true;
            case StatementKind.InEverySituationWhere:
                Open(statement, conditions.Bind(entry.Read(statement)));
                return true;
            case StatementKind.CouldSay:
                Open(statement, CouldSay(statement));
                return true;
            case StatementKind.Then:
                Then(statement);
                return true;
            case StatementKind.Unless:
                Unless(statement);
                return true;
            default:
                return false;
        }
    }

    public ImmutableArray<Rule> Finish()
    {
        Close();
        return _rules.ToImmutable();
    }

    private Condition CouldSay(Statement statement)
    {
        var reader = entry.Read(statement);
        if (reader.TryWords("in every situation") && reader.AtEnd)
            return new Condition.Always();
        if (reader.Position == 0 && !reader.TryWord("when"))
            reader.Report(DiagnosticKinds.Incomplete, reader.Here, "`when` or `in every situation` is missing here", "after `could say` stands a rule, such as `could say when age under 18`");
        return conditions.Bind(reader);
    }

    private void Open(Statement statement, Condition when)
    {
        Close();
        _opened = statement;
        _when = when;
    }

    private void Then(Statement statement)
    {
        var reader = entry.Read(statement);
        if (_opened is null)
        {
            reader.Report(DiagnosticKinds.MisplacedLine, reader.Whole, "`then` has no `when` before it", "begin the rule with `when …` or `in every situation`");
            return;
        }
        if (!_effects.IsEmpty)
            reader.Report(DiagnosticKinds.MisplacedLine, reader.Whole, "this rule has a second `then`", "go on with `and`, or begin a new rule with `when`");
        _effects = effects.Effects(reader);
        _sawThen = true;
    }

    private bool _sawThen;

    private void Unless(Statement statement)
    {
        var reader = entry.Read(statement);
        if (_opened is null)
        {
            reader.Report(DiagnosticKinds.MisplacedLine, reader.Whole, "`unless` has no rule before it", "put it after the `when` and `then` that it limits");
            return;
        }
        _unless = _unless.Add(conditions.Bind(reader));
    }

    private void Close()
    {
        if (_opened is { } opened)
        {
            var reader = entry.Read(opened);
            if (!_sawThen)
                reader.Report(DiagnosticKinds.Incomplete, reader.Whole, "this rule has no `then`", "write on the next line what follows, such as `then police must not arrest the child`");
            else if (!_effects.IsEmpty)
                _rules.Add(new Rule(_when!, _effects, _unless, reader.Whole));
        }
        (_opened, _when, _effects, _unless, _sawThen) = (null, null, [], [], false);
    }
}
