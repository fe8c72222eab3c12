namespace SafeHarbor.Reasoning.Diagrams;

/// <summary>A handle to a node of a <see cref="DiagramManager"/>. Equal functions have equal handles.</summary>
public readonly record struct Diagram(int Id)
{
    public static readonly Diagram False = new(0);

    public static readonly Diagram True = new(1);

    public bool IsConstant => Id <= 1;
}
