using System.Collections.Immutable;
using SafeHarbor.Law;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Cases;

/// <summary>The columns of a file by place: the fact that each one holds, or null for one that is not to be read.</summary>
/// <param name="Facts">One for each column.</param>
public sealed record CaseColumns(ImmutableArray<string> Names, ImmutableArray<Fact?> Facts)
{
    /// <summary>Facts that no column holds: they are unknown in every case.</summary>
    public IEnumerable<Fact> Lacking(Vocabulary vocabulary) => vocabulary.Facts.Where(f => !Facts.Contains(f));

    /// <param name="ignored">Columns that are not to be read.</param>
    /// <exception cref="CaseFileError">A column is no fact and not ignored, a fact has two columns, or no column is a fact.</exception>
    public static CaseColumns Of(Vocabulary vocabulary, IReadOnlyList<string> header, IReadOnlyCollection<string> ignored)
    {
        var names = header.Select(h => h.Trim(' ')).ToImmutableArray();
        foreach (var name in ignored.Where(i => !names.Contains(i)))
            throw new CaseFileError($"there is no column `{Cells.Shown(name)}` to ignore", $"the columns are {Friendly.And(names.Select(n => $"`{Cells.Shown(n)}`"))}");
        var facts = ImmutableArray.CreateBuilder<Fact?>(names.Length);
        for (var c = 0; c < names.Length; c++)
        {
            var name = names[c];
            var fact = ignored.Contains(name) ? null : vocabulary.FactNamed(name) ?? throw Unknown(vocabulary, name, c);
            if (fact is not null && facts.Contains(fact))
                throw new CaseFileError($"two columns are named `{name}`", "keep one of them, or put what both allow into one");
            facts.Add(fact);
        }
        if (facts.All(f => f is null))
            throw new CaseFileError("no column holds a fact", $"name the columns by facts, such as {Friendly.Or(vocabulary.Facts.Take(4).Select(f => $"`{f.Name}`"))}");
        return new CaseColumns(names, facts.ToImmutable());
    }

    private static CaseFileError Unknown(Vocabulary vocabulary, string name, int place)
    {
        if (name.Length == 0)
            return new CaseFileError($"column {place + 1} has no name", "name it by a fact, or leave the column out");
        var near = Nearest.To(name, vocabulary.Facts.Select(f => f.Name));
        return new CaseFileError($"column `{Cells.Shown(name)}` is not a fact of the vocabulary",
            (near is null ? "rename it" : $"did you mean `{near}`? if so, rename it") + $"; a column that is not to be read is passed over with `--ignore \"{Cells.Shown(name)}\"`");
    }
}
