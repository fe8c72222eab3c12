using System.Collections.Immutable;
using System.Text;
using SafeHarbor.Law;
using SafeHarbor.Reasoning.Diagrams;

namespace SafeHarbor.Reasoning.ManyCases.Sql;

/// <summary>
/// A plan as SQL over a table of cases as they stand in a file: one column of text for each fact, empty or null where it is not
/// known, several values with <c>|</c> between them. The answers are those of the bit program, unknown cells included.
/// </summary>
/// <remarks>
/// The diagrams in layers, one subquery for each fact, the last asked first: a column for each node, true where the case allows
/// some situation below the node. A verdict is a sum of flags as in <see cref="Verdict"/>: 1 met, 2 arguably met, 4 not met,
/// 8 not known, 16 does not apply. Linear in the nodes.
/// </remarks>
public sealed class SqlLaw
{
    private const string True = "true";

    private readonly CountPlan _plan;
    private readonly SqlDialect _dialect;
    private readonly HashSet<int> _facts;
    private readonly string _table;

    /// <param name="table">The table, as it is written in a query.</param>
    /// <param name="facts">The facts that it has a column for, named as the fact.</param>
    public SqlLaw(CountPlan plan, SqlDialect dialect, string table, IEnumerable<Fact> facts)
    {
        (_plan, _dialect, _table) = (plan, dialect, table);
        _facts = facts.Select(f => f.Index).ToHashSet();
    }

    /// <summary>
    /// How many cases have which verdict: the columns demand, grp (of the breakdown), verdict, verdict_with_bills (0 where one law is
    /// asked) and cases; and in rows whose demand is null: verdict 0 the rows that are counted, -1 those that cannot be read, -2 those that contradict themselves.
    /// </summary>
    /// <param name="by">The fact of the breakdown; null for none.</param>
    public string Counts(Fact? by)
    {
        var demands = _plan.Demands.Select((d, i) => (d.Id, Enumerable.Range(0, _plan.Laws.Length).Select(law => Verdict(i, law)).ToImmutableArray())).ToList();
        return $"""
            -- {_plan.Laws[0].Jurisdiction.Name}, as of {NodaTime.Text.LocalDatePattern.Iso.Format(_plan.Laws[0].On)}, law {_plan.Laws[0].Library.Hash}
            -- A verdict is a sum: 1 met, 2 arguably met, 4 not met, 8 not known, 16 does not apply; more than one of them: it depends on what is not known.
            with verdicts as {_dialect.Once}(
            {Verdicts([], by)}
            )
            {_dialect.Totals(demands)}
            union all
            select null as demand, grp, case when counted then 0 when not ok then -1 else -2 end as verdict, 0 as verdict_with_bills, count(*) as cases from verdicts group by 1, 2, 3
            """;
    }

    /// <summary>The verdicts of each row: the columns kept, ok, counted, grp, and for each demand and law a column as <see cref="Verdict"/> names it.</summary>
    /// <param name="keep">Columns of the table to be kept.</param>
    public string Verdicts(IReadOnlyList<string> keep, Fact? by)
    {
        var kept = keep.Select(_dialect.Quote).ToList();
        var nodes = _plan.ChildrenFirst(_plan.Roots).OrderByDescending(n => _plan.Manager.LevelOf(_plan.Manager.VariableOf(n)))
            .GroupBy(_plan.Manager.VariableOf).ToList();
        var uses = LastUses(nodes);
        var query = Cells(kept, by);
        var alive = new List<string>();
        for (var layer = 0; layer < nodes.Count; layer++)
        {
            var made = nodes[layer].Select(n => (Name: NameOf(n), Text: Expression(n))).ToList();
            // Columns of cells are needed until the layer of their fact; those of nodes until the last layer that asks them.
            var columns = kept.Concat(["ok", "grp"])
                .Concat(nodes.Skip(layer + 1).SelectMany(g => LiteralsOf(g.Key)).Select(l => l.Name))
                .Concat(alive.Where(a => uses[a] > layer)).Concat(made.Select(m => $"{m.Text} as {m.Name}"));
            query = Select(columns, query, $"t{layer}");
            alive = [.. alive.Where(a => uses[a] > layer), .. made.Select(m => m.Name)];
        }
        var verdicts = Enumerable.Range(0, _plan.Demands.Length).SelectMany(d => Enumerable.Range(0, _plan.Laws.Length).Select(law =>
            $"{Sum(_plan.Verdicts[d * _plan.Laws.Length + law].Sets)} as {Verdict(d, law)}"));
        return Select(kept.Concat(["ok", "grp", $"ok and {Node(_plan.Possible)} as counted"]).Concat(verdicts), query, "t");
    }

    /// <summary>The name of a column of verdicts.</summary>
    /// <param name="demand">Zero-based.</param>
    /// <param name="law">Zero-based.</param>
    public static string Verdict(int demand, int law) => law == 0 ? $"v{demand}" : $"w{demand}";

    private string Cells(List<string> kept, Fact? by)
    {
        var facts = _plan.Vocabulary.Facts.Where(f => _facts.Contains(f.Index)).ToList();
        var texts = Select(kept.Concat(facts.Select(f => $"coalesce(trim(cast({_dialect.Quote(f.Name)} as {_dialect.TextType})), '') as {Cell(f)}")), _table, null);
        var literals = _plan.FactsThatMatter.SelectMany(f => LiteralsOf(f.Index)).Select(l => $"{l.Text} as {l.Name}");
        var group = by is null ? "''" : !_facts.Contains(by.Index) ? "'not known'"
            : $"case when {Cell(by)} = '' then 'not known' when {HasSeveral(by)} then 'several values' else {Cell(by)} end";
        return Select(kept.Concat([$"{string.Join(" and ", facts.Select(CanBeRead))} as ok", $"{group} as grp"]).Concat(literals), texts, "c");
    }

    private string Select(IEnumerable<string> columns, string from, string? name)
    {
        var text = new StringBuilder("select ").AppendJoin(", ", columns).Append(" from ");
        if (name is null)
            text.Append(from);
        else
            text.Append('(').Append(from).Append(") as ").Append(name);
        return text.Append(_dialect.Fence).Append('\n').ToString();
    }

    /// <summary>One column for each class of values: whether the cell allows some value of it.</summary>
    private IEnumerable<(string Name, string Text)> LiteralsOf(int fact)
    {
        if (!_facts.Contains(fact))
            return [];
        var of = _plan.Vocabulary.Facts[fact];
        return _plan.ClassesOf(of).Select((values, c) => (Literal(fact, c), Allows(of, new ValueSet(values)))).Where(_ => _plan.ClassesOf(of).Count > 1);
    }

    private string Allows(Fact fact, ValueSet values)
    {
        var names = values.Values().Select(v => fact.Values[v]).ToList();
        return $"({Cell(fact)} = '' or case when {HasSeveral(fact)} then {string.Join(" or ", names.Select(n => Names(fact, n)))} else {Cell(fact)} in ({string.Join(", ", names.Select(_dialect.Text))}) end)";
    }

    /// <summary>Each of the values named is one of the fact's, and none is named twice: as many are found as there are parts.</summary>
    private string CanBeRead(Fact fact)
    {
        var cell = Cell(fact);
        var found = string.Join(" + ", fact.Values.Select(v => $"case when {Names(fact, v)} then 1 else 0 end"));
        return $"({cell} = '' or case when {HasSeveral(fact)} then {found} = length({cell}) - length(replace({cell}, '|', '')) + 1 else {cell} in ({string.Join(", ", fact.Values.Select(_dialect.Text))}) end)";
    }

    private string HasSeveral(Fact fact) => $"{_dialect.PlaceOf("'|'", Cell(fact))} > 0";

    private string Names(Fact fact, string value) => $"{_dialect.PlaceOf(_dialect.Text($"|{value}|"), $"concat('|', {Cell(fact)}, '|')")} > 0";

    private string Expression(Diagram node)
    {
        var fact = _plan.Manager.VariableOf(node);
        var parts = new List<string>();
        foreach (var (classes, child) in _plan.BranchesOf(node))
        {
            var literal = classes == ValueSet.All(_plan.ClassesOf(_plan.Vocabulary.Facts[fact]).Count).Bits || !_facts.Contains(fact) ? True
                : string.Join(" or ", new ValueSet(classes).Values().Select(c => Literal(fact, c)));
            var below = Node(child);
            parts.Add((literal, below) switch
            {
                (True, var b) => b,
                (var l, True) => l,
                var (l, b) => $"({l}) and {b}",
            });
        }
        return parts.Contains(True) ? True : string.Join(" or ", parts);
    }

    /// <summary>The last layer that asks a node; above all layers for those whose answers are wanted in the end.</summary>
    private Dictionary<string, int> LastUses(List<IGrouping<int, Diagram>> layers)
    {
        var uses = new Dictionary<string, int>();
        for (var layer = 0; layer < layers.Count; layer++)
        {
            foreach (var (_, child) in layers[layer].SelectMany(_plan.BranchesOf).Where(b => !b.Child.IsConstant))
                uses[NameOf(child)] = layer;
        }
        foreach (var root in _plan.Roots.Where(r => !r.IsConstant))
            uses[NameOf(root)] = layers.Count;
        return uses;
    }

    private string Sum(ImmutableArray<Diagram> sets)
    {
        var parts = sets.Select((s, i) => (Set: s, Flag: 1 << i)).Where(s => s.Set != Diagram.False)
            .Select(s => s.Set == Diagram.True ? $"{s.Flag}" : $"case when {NameOf(s.Set)} then {s.Flag} else 0 end").ToList();
        return parts.Count == 0 ? "0" : string.Join(" + ", parts);
    }

    private static string Node(Diagram node) => node == Diagram.True ? True : node == Diagram.False ? "false" : NameOf(node);

    private static string NameOf(Diagram node) => $"n{node.Id}";

    private static string Cell(Fact fact) => $"c{fact.Index}";

    private static string Literal(int fact, int @class) => $"f{fact}_{@class}";
}
