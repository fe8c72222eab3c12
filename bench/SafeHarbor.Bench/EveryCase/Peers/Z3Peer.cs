using System.Diagnostics;
using System.Text.RegularExpressions;
using SafeHarbor.Law;

namespace SafeHarbor.Bench.EveryCase.Peers;

/// <summary>
/// All solutions by Z3, as is usual: a model of the set is generalised to a prime implicant (first to what the solver's core
/// needs, then fact by fact and value by value, the solver as oracle), blocked, and so on until there is none. Two processes
/// in incremental mode: one looks for models, the other says whether a box leaves the set.
/// </summary>
internal sealed class Z3Peer(VerdictText text, TimeSpan atMost)
{
    /// <returns>The boxes found, each as the classes that every fact may have; null where time ran out.</returns>
    public List<ulong[]>? AllOf(string region, out TimeSpan took)
    {
        using var models = new Smt();
        using var oracle = new Smt();
        var definitions = text.ToSmt();
        var watch = Stopwatch.StartNew();
        models.Tell($"{definitions}(assert {text.Care})(assert {region})");
        oracle.Tell($"{definitions}(assert {text.Care})(assert (not {region}))");
        var literals = text.Facts.SelectMany(f => Enumerable.Range(0, text.Classes(f)).Select(c => (Fact: f, Class: c))).ToList();
        var byName = literals.ToDictionary(l => VerdictText.Literal(l.Fact, l.Class));
        var found = new List<ulong[]>();
        while (models.Ask("(check-sat)") == "sat")
        {
            var model = models.Ask($"(get-value ({string.Join(' ', byName.Keys)}))");
            // What the box shuts out: all that the model says is not so.
            var shut = Regex.Matches(model, @"\((f\d+c\d+) false\)").Select(m => m.Groups[1].Value).ToList();
            shut = oracle.Core(shut) ?? throw new InvalidOperationException("a model lies outside the set");
            foreach (var fact in text.Facts)
                shut = Without(shut, name => byName[name].Fact == fact) ?? shut;
            foreach (var name in shut.ToList())
                shut = Without(shut, other => other == name) ?? shut;
            models.Tell($"(assert (or {string.Join(' ', shut)} false))");
            found.Add(BoxOf(shut.Select(n => byName[n])));
            took = watch.Elapsed;
            if (took > atMost)
                return null;
        }
        took = watch.Elapsed;
        return found;

        List<string>? Without(List<string> shut, Func<string, bool> dropped)
        {
            var rest = shut.Where(s => !dropped(s)).ToList();
            return rest.Count == shut.Count ? null : oracle.Core(rest);
        }
    }

    /// <summary>Whether two lists of boxes are the same set of situations: neither has one that the other lacks.</summary>
    public bool AreSame(IEnumerable<ulong[]> one, IEnumerable<ulong[]> other)
    {
        using var z3 = new Smt();
        z3.Tell($"{text.ToSmt()}(assert {text.Care})(define-fun one () Bool {Union(one)})(define-fun other () Bool {Union(other)})");
        return z3.Ask("(check-sat-assuming (one (not other)))") == "unsat" && z3.Ask("(check-sat-assuming (other (not one)))") == "unsat";
    }

    private string Union(IEnumerable<ulong[]> boxes) => $"(or {string.Join(' ', boxes.Select(Box))} false)";

    private string Box(ulong[] box) => $"(and {string.Join(' ', text.Facts.SelectMany(f => Enumerable.Range(0, text.Classes(f)).Where(c => (box[f.Index] >> c & 1) == 0).Select(c => $"(not {VerdictText.Literal(f, c)})")))} true)";

    private ulong[] BoxOf(IEnumerable<(Fact Fact, int Class)> shut)
    {
        var box = new ulong[text.Facts.Max(f => f.Index) + 1];
        Array.Fill(box, ulong.MaxValue);
        foreach (var (fact, @class) in shut)
            box[fact.Index] &= ~(1UL << @class);
        return box;
    }

    /// <summary>A Z3 process that is spoken to and answers.</summary>
    private sealed class Smt : IDisposable
    {
        private readonly Process _process = Process.Start(new ProcessStartInfo("z3", ["-in", "-smt2"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

        public void Tell(string commands) => _process.StandardInput.WriteLine(commands);

        /// <summary>The answer to a command: a word, or an expression up to where its brackets close.</summary>
        public string Ask(string command)
        {
            _process.StandardInput.WriteLine(command);
            _process.StandardInput.Flush();
            var answer = "";
            do
            {
                answer += _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("z3 has ended");
            }
            while (answer.Count(c => c == '(') > answer.Count(c => c == ')'));
            return answer.StartsWith("(error", StringComparison.Ordinal) ? throw new InvalidOperationException(answer) : answer;
        }

        /// <summary>Of what a box shuts out, enough that it still does not leave the set; null where it leaves it.</summary>
        public List<string>? Core(List<string> shut) => Ask($"(check-sat-assuming ({string.Join(' ', shut.Select(s => $"(not {s})"))}))") == "unsat"
            ? [.. Regex.Matches(Ask("(get-unsat-assumptions)"), @"f\d+c\d+").Select(m => m.Value)]
            : null;

        public void Dispose()
        {
            _process.Kill();
            _process.Dispose();
        }
    }
}
