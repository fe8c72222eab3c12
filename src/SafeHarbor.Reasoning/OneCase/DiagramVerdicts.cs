using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Situations;

namespace SafeHarbor.Reasoning.OneCase;

/// <summary>
/// Verdicts for one case read off the diagrams of every child: for each verdict, whether any of its situations lies within
/// what is known. The cost does not grow with what is unknown, so a conversation that begins with nothing known is answered at once.
/// </summary>
/// <remarks>
/// One walk over a diagram for each verdict; the diagrams are made when a question is first asked and kept. <see cref="CaseEvaluator"/>
/// answers the same with no diagram, and the two are held to each other. Not safe for several threads.
/// </remarks>
public sealed class DiagramVerdicts(CompiledLaw law) : ICaseVerdicts
{
    private readonly Dictionary<(Formula Premise, Formula Wanted), Sets> _sets = [];
    private LawDiagrams? _diagrams;
    private int _formulas;

    public CompiledLaw Law => law;

    public bool IsPossible(Case @case) => Meets(Diagrams.Possible, BoxOf(@case));

    public Verdict Of(Case @case, Formula premise, Formula wanted)
    {
        if (Math.Max(premise.Id, wanted.Id) >= _formulas)
            _diagrams = null;
        var box = BoxOf(@case);
        var found = Verdict.None;
        foreach (var (verdict, set) in SetsOf(premise, wanted).All)
            found |= Meets(set, box) ? verdict : Verdict.None;
        return found;
    }

    private bool Meets(Diagram set, ulong[] box) => !box.Contains(0UL) && Diagrams.Manager.IsTrueWithin(set, box);

    /// <summary>The situations of a question by verdict, those of which it does not speak among them.</summary>
    private sealed record Sets((Verdict Verdict, Diagram Set)[] All);

    private Sets SetsOf(Formula premise, Formula wanted)
    {
        var diagrams = Diagrams;
        if (_sets.TryGetValue((premise, wanted), out var known))
            return known;
        var regions = Regions.Of(diagrams, premise, wanted);
        return _sets[(premise, wanted)] = new Sets(
            [.. regions.All.Append((Verdict.DoesNotApply, diagrams.Manager.Difference(diagrams.Possible, regions.Premise))).Where(r => r.Item2 != Diagram.False)]);
    }

    /// <summary>The diagrams, made anew where a formula has come that may tell values apart which they do not.</summary>
    private LawDiagrams Diagrams
    {
        get
        {
            if (_diagrams is null)
            {
                _sets.Clear();
                _formulas = law.Formulas.Count;
                _diagrams = new LawDiagrams(law);
            }
            return _diagrams;
        }
    }

    /// <summary>What is known, as classes of values for each variable; readings and unread texts stay open.</summary>
    private ulong[] BoxOf(Case @case)
    {
        var manager = Diagrams.Manager;
        var box = new ulong[manager.VariableCount];
        for (var variable = 0; variable < box.Length; variable++)
            box[variable] = variable < Diagrams.FactCount ? Diagrams.ClassesWithin(variable, @case.Possible[variable]) : manager.AllValues(variable);
        return box;
    }
}
