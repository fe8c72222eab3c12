namespace SafeHarbor.Reasoning.Formulas;

/// <summary>A handle to a formula in a <see cref="FormulaStore"/>. Equal formulas have equal handles.</summary>
public readonly record struct Formula(int Id)
{
    public static readonly Formula False = new(0);

    public static readonly Formula True = new(1);
}

public enum FormulaKind
{
    Constant,

    /// <summary>A fact has one of some values.</summary>
    Fact,

    /// <summary>An open question of law is answered yes.</summary>
    Reading,

    /// <summary>An unread text says what it could say.</summary>
    Unread,
    Not,
    And,
    Or,
}

/// <summary>One node. <see cref="Left"/> and <see cref="Right"/> are formulas for Not, And and Or; for an atom <see cref="Left"/> is its variable.</summary>
public readonly record struct FormulaNode(FormulaKind Kind, int Left, int Right, ulong Values);
