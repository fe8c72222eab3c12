using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Diagrams;
using SafeHarbor.Reasoning.Situations;

namespace SafeHarbor.Reasoning.EveryCase;

/// <summary>Turns sets of situations into lines that can be told: covers, the facts that a line names, an example.</summary>
/// <param name="memory">Where covers that were computed before are looked for; null for nowhere.</param>
public sealed class TermWriter(LawDiagrams diagrams, Vocabulary vocabulary, CoverMemory? memory = null)
{
    private readonly Dictionary<(Diagram, int), ulong> _possibleClasses = [];

    private DiagramManager Manager => diagrams.Manager;

    /// <summary>A cover of a set of situations. What the premise does not speak of, or cannot be, may be covered or not: sentences are shorter so.</summary>
    /// <param name="effort">How much the search for a shorter one may cost (see <see cref="PrimeCover"/>).</param>
    /// <param name="about">What the set is, in words by which a memory knows it again after an edit.</param>
    public Cover CoverOf(Diagram set, Diagram premise, int effort = PrimeCover.Budget, string? about = null) =>
        CoverWithin(set, Manager.Or(set, Manager.Not(premise)), effort, about);

    /// <summary>A cover of a set whose terms may reach into an upper one.</summary>
    public Cover CoverWithin(Diagram set, Diagram upper, int effort = PrimeCover.Budget, string? about = null) => memory is null
        ? PrimeCover.Compute(Manager, set, upper, Importance(), effort)
        : memory.Of(Manager, set, upper, Importance(), effort, about);

    /// <summary>The facts that a term restricts beyond what the premise does already.</summary>
    public ImmutableArray<(Fact, ValueSet)> Restrictions(Diagram premise, Term term)
    {
        var restrictions = ImmutableArray.CreateBuilder<(Fact, ValueSet)>();
        foreach (var fact in vocabulary.Facts)
        {
            var inTerm = term.Values[fact.Index];
            if (inTerm == Manager.AllValues(fact.Index))
                continue;
            var spoken = ClassesPossible(premise, fact.Index);
            if ((spoken & ~inTerm) != 0)
                restrictions.Add((fact, diagrams.ValuesOf(fact, inTerm & spoken)));
        }
        return restrictions.ToImmutable();
    }

    /// <summary>A plain situation of the set: of each fact in turn the first value in the vocabulary that fits; a child of 15; no rather than yes.</summary>
    public Case Example(Diagram set)
    {
        var situation = new int[vocabulary.Facts.Length];
        foreach (var fact in vocabulary.Facts)
        {
            foreach (var value in Liking(fact))
            {
                var @class = diagrams.ClassOf(fact, value);
                // In the order of the vocabulary the fact is asked first, if it is asked at all.
                var narrowed = set.IsConstant || Manager.LevelOf(Manager.TopVariable(set)) > Manager.LevelOf(fact.Index) ? set
                    : Manager.TopVariable(set) == fact.Index ? Manager.Child(set, @class) : Manager.Restrict(set, fact.Index, @class);
                if (narrowed == Diagram.False)
                    continue;
                set = narrowed;
                situation[fact.Index] = value;
                break;
            }
        }
        return Case.OfSituation(vocabulary, situation);
    }

    private ulong ClassesPossible(Diagram premise, int fact)
    {
        if (_possibleClasses.TryGetValue((premise, fact), out var known))
            return known;
        var classes = 0UL;
        for (var c = 0; c < Manager.Arity(fact); c++)
        {
            if (Manager.And(premise, Manager.Literal(fact, 1UL << c)) != Diagram.False)
                classes |= 1UL << c;
        }
        return _possibleClasses[(premise, fact)] = classes;
    }

    private static IEnumerable<int> Liking(Fact fact)
    {
        if (fact.IsNumber)
            return Enumerable.Range(0, fact.Values.Length).OrderBy(v => Math.Abs(v + fact.Lowest!.Value - 15)).ThenBy(v => v);
        return fact.IsYesOrNo ? [1, 0] : Enumerable.Range(0, fact.Values.Length);
    }

    /// <summary>Facts that stand first in the vocabulary matter most to a reader; readings and unread text are never part of a term.</summary>
    public int[] Importance() =>
        [.. Enumerable.Range(0, Manager.VariableCount).Select(v => v < diagrams.FactCount ? diagrams.FactCount - v : -1)];
}
