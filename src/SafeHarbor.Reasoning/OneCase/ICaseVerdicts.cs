using SafeHarbor.Reasoning.Formulas;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.OneCase;

/// <summary>Verdicts over every situation of a case, facts that are not known included, exactly.</summary>
public interface ICaseVerdicts
{
    CompiledLaw Law { get; }

    /// <summary>Whether any situation at all fits the case.</summary>
    bool IsPossible(Case @case);

    /// <summary>The verdicts over every situation of the case.</summary>
    /// <param name="premise">Of which situations the question speaks; it rests on facts only.</param>
    Verdict Of(Case @case, Formula premise, Formula wanted);
}
