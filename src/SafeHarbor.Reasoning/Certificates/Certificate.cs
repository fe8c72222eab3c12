using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SafeHarbor.Reasoning.Certificates;

/// <summary>One thing that a solver is asked: whether any situation fits the formula.</summary>
/// <param name="Text">What is claimed, in plain words.</param>
/// <param name="CanBe">Whether a situation that fits must exist (sat), or must not (unsat).</param>
public sealed record Claim(string Text, string Formula, bool CanBe);

/// <summary>
/// A file in SMT-LIB 2 that any solver can check with no trust in this program: the meaning of the law, then claims, each
/// with the answer that a solver must give.
/// </summary>
/// <param name="Name">A name for the file, without an extension.</param>
/// <param name="About">What it certifies, in plain words.</param>
public sealed record Certificate(string Name, string About, string Definitions, ImmutableArray<Claim> Claims)
{
    /// <summary>The whole file. A solver prints one answer for each claim, in order.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"; {About}\n; A solver must answer, in this order: {string.Join(' ', Claims.Select(Answer))}\n(set-logic QF_LIA)\n").Append(Definitions);
        var number = 0;
        foreach (var claim in Claims)
        {
            text.Append(CultureInfo.InvariantCulture, $"; {++number}. {claim.Text}\n(push 1)\n(assert {claim.Formula})\n(set-info :status {Answer(claim)})\n(check-sat)\n(pop 1)\n");
        }
        return text.ToString();
    }

    public static string Answer(Claim claim) => claim.CanBe ? "sat" : "unsat";
}
