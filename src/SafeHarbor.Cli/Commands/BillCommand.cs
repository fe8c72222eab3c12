using System.CommandLine;
using SafeHarbor.Law.Text;
using SafeHarbor.Reasoning.EveryCase;

namespace SafeHarbor.Cli.Commands;

/// <summary>`bill`: the exact effect of a bill: who gains, who loses.</summary>
internal static class BillCommand
{
    public static Command Make()
    {
        var jurisdiction = new Argument<string>("jurisdiction") { Description = "for example US-KY, or KY" };
        var bill = new Argument<string[]>("bill") { Description = "part of its title; several bills are taken together, in this order", Arity = ArgumentArity.ZeroOrMore };
        var demand = new Option<string?>("--demand") { Description = "one demand, or a group of them" };
        var all = new Option<bool>("--all") { Description = "show every line" };
        var command = new Command("bill", "what a bill would change, for whom") { jurisdiction, bill, demand, all };
        command.SetRun((result, options) =>
        {
            var id = result.GetValue(jurisdiction)!;
            var session = Session.Open(options, [id]);
            var titles = result.GetValue(bill)!;
            if (titles.Length == 0)
            {
                var known = session.Jurisdiction(id).Bills;
                throw new UserError("name the bill", known.IsEmpty ? $"the library holds no bill of {session.Jurisdiction(id).Name}" : $"the bills of {session.Jurisdiction(id).Name} are {Friendly.And(known.Select(b => $"`{b.Title}`"))}");
            }
            var (without, with) = (session.Apply(id, session.On), session.Apply(id, session.On, titles));
            // What an enacted bill changed cannot be seen in a law that holds it already.
            if (with.Bills is [{ WasEnacted: true } enacted])
                (without, with, _) = BillSides.Of(session.Library, without.Jurisdiction, enacted, session.On);
            if (with.Bills.IsEmpty)
                throw new UserError("the bill would not yet be in force on that day", "ask with `--on` about a later day");
            var comparer = new Comparer(without, with);
            var differences = session.Demands(result.GetValue(demand)).Select(comparer.Compare).ToList();
            return CompareCommand.Show(session, options, differences, without, with, "without it", "with it",
                $"{without.Jurisdiction.Name}: what {Friendly.And(with.Bills.Select(b => b.Title))} would change", result.GetValue(all), BillEffect.Of(without, with));
        });
        return command;
    }
}
