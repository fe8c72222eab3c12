using System.Collections.Immutable;
using System.Numerics;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Diagrams;

namespace SafeHarbor.Reasoning.ManyCases;

/// <summary>Makes the program of a plan: each shared node once, children first, registers given back after their last use.</summary>
/// <remarks>Linear in the nodes. Registers: Poletto and Sarkar, "Linear scan register allocation", TOPLAS 21 (1999), on a program without branches.</remarks>
public sealed class BitCompiler
{
    private readonly CountPlan _plan;
    private readonly List<BitInput> _inputs = [];
    private readonly Dictionary<BitInput, int> _inputIndex = [];

    // Instructions over names: inputs are 0, 1, 2 …; zeros and ones are the two below; what is computed counts down from there.
    private const int Zeros = -1;
    private const int Ones = -2;
    private readonly List<BitOp> _ops = [];
    private readonly Dictionary<Diagram, int> _nodes = new() { [Diagram.False] = Zeros, [Diagram.True] = Ones };
    private readonly Dictionary<(int Fact, ulong Classes), int> _literals = [];
    private int _nextName = Ones - 1;

    private BitCompiler(CountPlan plan) => _plan = plan;

    public static BitProgram Compile(CountPlan plan) => new BitCompiler(plan).Compile();

    private BitProgram Compile()
    {
        // In the order in which a block holds them, so that it is read from end to end.
        foreach (var fact in _plan.FactsThatMatter)
        {
            for (var c = 0; c < _plan.ClassesOf(fact).Count; c++)
                Input(new BitInput(fact, c));
        }
        var possible = Part([[_plan.Possible]]);
        var laws = _plan.Laws.Length;
        var parts = Enumerable.Range(0, _plan.Demands.Length)
            .Select(d => Part(_plan.Verdicts.Skip(d * laws).Take(laws).Select(v => v.Sets))).ToList();
        return Allocate(possible, parts);
    }

    private BitPart Part(IEnumerable<ImmutableArray<Diagram>> sets)
    {
        var from = _ops.Count;
        var outputs = sets.Select(s => s.Select(NameOf).ToImmutableArray()).ToImmutableArray();
        return new BitPart(from, _ops.Count, outputs);
    }

    private int NameOf(Diagram root)
    {
        foreach (var node in _plan.ChildrenFirst([root]))
        {
            if (!_nodes.ContainsKey(node))
                _nodes[node] = Emit(node);
        }
        return _nodes[root];
    }

    private int Emit(Diagram node)
    {
        var fact = _plan.Vocabulary.Facts[_plan.Manager.VariableOf(node)];
        var sum = Zeros;
        foreach (var (classes, child) in _plan.BranchesOf(node))
        {
            var literal = Literal(fact, classes);
            // A product with ones, or a sum with zeros, needs no instruction of its own.
            sum = (sum, literal, _nodes[child]) switch
            {
                (Zeros, var l, Ones) => l,
                (Zeros, Ones, var c) => c,
                var (s, l, c) => Add(s, l, c),
            };
        }
        return sum;
    }

    /// <summary>Whether the cell allows some value of these classes.</summary>
    private int Literal(Fact fact, ulong classes)
    {
        if (classes == ValueSet.All(_plan.ClassesOf(fact).Count).Bits)
            return Ones; // every cell allows some value
        if (_literals.TryGetValue((fact.Index, classes), out var known))
            return known;
        var sum = Zeros;
        for (var rest = classes; rest != 0; rest &= rest - 1)
        {
            var input = Input(new BitInput(fact, BitOperations.TrailingZeroCount(rest)));
            sum = sum == Zeros ? input : Add(sum, input, Ones);
        }
        return _literals[(fact.Index, classes)] = sum;
    }

    private int Input(BitInput input)
    {
        if (!_inputIndex.TryGetValue(input, out var index))
        {
            _inputIndex[input] = index = _inputs.Count;
            _inputs.Add(input);
        }
        return index;
    }

    private int Add(int or, int left, int right)
    {
        _ops.Add(new BitOp(_nextName, or, left, right));
        return _nextName--;
    }

    private BitProgram Allocate(BitPart possible, List<BitPart> parts)
    {
        var lastUse = new Dictionary<int, int>();
        for (var i = 0; i < _ops.Count; i++)
            lastUse[_ops[i].Or] = lastUse[_ops[i].Left] = lastUse[_ops[i].Right] = i;
        // An output is read once its whole part has run, and before the next begins.
        foreach (var part in parts.Prepend(possible))
        {
            foreach (var name in part.Outputs.SelectMany(o => o))
                lastUse[name] = Math.Max(lastUse.GetValueOrDefault(name, -1), part.To);
        }
        var registers = new Dictionary<int, int> { [Zeros] = _inputs.Count, [Ones] = _inputs.Count + 1 };
        for (var i = 0; i < _inputs.Count; i++)
            registers[i] = i;
        var endings = lastUse.Where(u => u.Key < Ones).ToLookup(u => u.Value, u => u.Key);
        var free = new Stack<int>();
        var count = _inputs.Count + 2;
        var ops = ImmutableArray.CreateBuilder<BitOp>(_ops.Count);
        for (var i = 0; i < _ops.Count; i++)
        {
            var op = _ops[i];
            // The part that ends at i was read before this instruction; operands that end here may be overwritten by it.
            foreach (var name in endings[i].Where(n => registers.ContainsKey(n)))
                free.Push(registers[name]);
            var target = free.TryPop(out var used) ? used : count++;
            registers[op.Target] = target;
            ops.Add(new BitOp(target, registers[op.Or], registers[op.Left], registers[op.Right]));
        }
        return new BitProgram([.. _inputs], ops.ToImmutable(), Renamed(possible, registers), [.. parts.Select(p => Renamed(p, registers))], count);
    }

    private static BitPart Renamed(BitPart part, Dictionary<int, int> registers) =>
        part with { Outputs = [.. part.Outputs.Select(o => o.Select(name => registers[name]).ToImmutableArray())] };
}
