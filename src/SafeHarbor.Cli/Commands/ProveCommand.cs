using System.CommandLine;
using SafeHarbor.Cli.Output;
using SafeHarbor.Documents.Json;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning.Certificates;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.Reform;

namespace SafeHarbor.Cli.Commands;

/// <summary>`prove`: writes gap lists, differences and reforms as files that any solver checks, and has one check them.</summary>
internal static class ProveCommand
{
    public static Command Make()
    {
        var jurisdiction = new Argument<string>("jurisdiction") { Description = "for example US-DC, or DC" };
        var demand = new Option<string?>("--demand") { Description = "one demand, or a group of them" };
        var bill = new Option<string[]>("--bill") { Description = "take this bill as enacted; may be repeated" };
        var against = new Option<string?>("--against") { Description = "prove the difference from this jurisdiction's law, and not the gaps" };
        var since = new Option<string?>("--since") { Description = "prove the difference from the law on this day, and not the gaps" };
        var reform = new Option<bool>("--reform") { Description = "prove the smallest reform of each demand, and not the gaps" };
        var write = new Option<string?>("--write") { Description = "keep the certificates in this folder" };
        var solver = new Option<string>("--solver") { Description = "the solver, with its arguments; it reads SMT-LIB 2 from its standard input", DefaultValueFactory = _ => "z3 -in" };
        var noSolver = new Option<bool>("--no-solver") { Description = "with --write: only write them" };
        var command = new Command("prove", "certificates that any solver checks with no trust in this program") { jurisdiction, demand, bill, against, since, reform, write, solver, noSolver };
        command.SetRun((result, options) =>
        {
            var id = result.GetValue(jurisdiction)!;
            var chosen = new[] { result.GetValue(against) is not null, result.GetValue(since) is not null, result.GetValue(reform) }.Count(c => c);
            if (chosen > 1)
                throw new UserError("`--against`, `--since` and `--reform` ask for different things", "give one of them");
            if (result.GetValue(noSolver) && result.GetValue(write) is null)
                throw new UserError("without a solver there is nothing to do", "give the folder for the certificates after `--write`");
            var other = result.GetValue(against);
            var session = Session.Open(options, result.GetValue(reform) ? null : other is null ? [id] : [id, other]);
            var law = session.Apply(id, session.On, result.GetValue(bill));
            var demands = session.Demands(result.GetValue(demand)).ToList();
            var before = other is not null ? session.Apply(other, session.On) : result.GetValue(since) is { } day ? session.Apply(id, session.Earlier(day)) : null;
            IEnumerable<Certificate> certificates = before is not null ? Differences(before, law, demands) : result.GetValue(reform) ? Reforms(session, law, demands) : Gaps(law, demands);
            return Show(session, options, certificates, result.GetValue(write), result.GetValue(noSolver) ? null : result.GetValue(solver)!);
        });
        return command;
    }

    private static IEnumerable<Certificate> Gaps(ApplicableLaw law, List<Law.Demand> demands)
    {
        var finder = new GapFinder(new CompiledLaw(law));
        return demands.Select(d => Certifier.OfGap(law, finder.Find(d)));
    }

    private static IEnumerable<Certificate> Differences(ApplicableLaw before, ApplicableLaw law, List<Law.Demand> demands)
    {
        var comparer = new Comparer(before, law);
        return demands.Select(d => Certifier.OfDifference(before, law, comparer.Compare(d)));
    }

    private static IEnumerable<Certificate> Reforms(Session session, ApplicableLaw law, List<Law.Demand> demands)
    {
        var search = new ReformSearch(law, session.OthersThan(law.Jurisdiction));
        return demands.Select(d => (Demand: d, Found: search.Find([d], alternatives: 1))).Where(r => r.Found.Proposals is [{ Edits.IsEmpty: false }])
            .Select(r => Certifier.OfReform(law, [r.Demand], r.Found.Proposals[0]));
    }

    private static ExitCode Show(Session session, GlobalOptions options, IEnumerable<Certificate> certificates, string? folder, string? solver)
    {
        var checkedOnes = new List<(Certificate Certificate, string? File, List<(Claim Claim, string Said)> Disputed)>();
        foreach (var certificate in certificates)
        {
            var file = folder is null ? null : Write(certificate, folder);
            checkedOnes.Add((certificate, file, solver is null ? [] : Solver.Disputed(certificate, solver)));
        }
        var (claims, disputed) = (checkedOnes.Sum(c => c.Certificate.Claims.Length), checkedOnes.Sum(c => c.Disputed.Count));
        if (options.Json)
        {
            Json.Write("safeharbor/prove/1", session.Receipt, json =>
            {
                json.WriteString("solver", solver);
                json.Array("certificates", checkedOnes, each =>
                {
                    json.WriteStartObject();
                    json.WriteString("name", each.Certificate.Name);
                    json.WriteString("about", each.Certificate.About);
                    json.WriteNumber("claims", each.Certificate.Claims.Length);
                    if (each.File is not null)
                        json.WriteString("file", each.File);
                    json.Strings("disputed", each.Disputed.Select(d => d.Claim.Text));
                    json.WriteEndObject();
                });
            });
        }
        else
        {
            var page = new Page();
            foreach (var (certificate, file, disputes) in checkedOnes)
            {
                page.Line($"{certificate.Name}: {Friendly.Count(certificate.Claims.Length, "claim")}{(solver is null ? "" : disputes.Count == 0 ? ", all proved" : $", {disputes.Count} not proved")}{(file is null ? "" : $" ({file})")}", 0, disputes.Count == 0 ? Page.Style.Plain : Page.Style.Bad, 2);
                foreach (var (claim, said) in disputes)
                    page.Line($"the solver said {said}: {claim.Text}", 2, Page.Style.Bad, 2);
            }
            page.Line($"{Friendly.Count(checkedOnes.Count, "certificate")}, {Friendly.Count(claims, "claim")}{(solver is null ? "" : disputed == 0 ? $": all proved by {solver.Split(' ')[0]}" : $": {disputed} not proved")}.", 0, disputed == 0 ? Page.Style.Good : Page.Style.Bad);
            page.Line(session.Receipt.ToString(), 0, Page.Style.Quiet).Print();
        }
        return disputed == 0 ? ExitCode.Fine : ExitCode.Findings;
    }

    private static string Write(Certificate certificate, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var file = Path.Combine(folder, certificate.Name.Replace(' ', '-') + ".smt2");
            File.WriteAllText(file, certificate.ToText());
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"the folder `{folder}` cannot be written", "give another after `--write`");
        }
    }
}
