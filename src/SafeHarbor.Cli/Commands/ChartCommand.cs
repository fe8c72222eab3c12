using System.CommandLine;
using System.Text;
using SafeHarbor.Cli.Output;
using SafeHarbor.Documents.Charts;
using SafeHarbor.Documents.Writers;

namespace SafeHarbor.Cli.Commands;

/// <summary>`chart`: how the demands stood year by year, as a picture that is told in words too.</summary>
internal static class ChartCommand
{
    public static Command Make()
    {
        var jurisdiction = new Argument<string?>("jurisdiction") { Description = "for example US-KY, or KY; all of them together if left out", Arity = ArgumentArity.ZeroOrOne };
        var output = OutputFile.Option("a picture (.svg), a web page with its table (.html), or the table (.csv); chart.svg if left out");
        var force = OutputFile.Force();
        var command = new Command("chart", "how many demands were met, arguable, not met or not known, by year since 2016") { jurisdiction, output, force };
        command.SetRun((result, options) =>
        {
            var wanted = result.GetValue(jurisdiction);
            var session = Session.Open(options, wanted is null ? null : [wanted]);
            var file = result.GetValue(output) ?? (wanted is null ? "chart.svg" : $"chart-{session.Jurisdiction(wanted).Id}.svg");
            var kind = OutputFile.KindOf(file, "svg", "html", "csv");
            if (!options.Json)
                OutputFile.Require(file, result.GetValue(force));
            var history = wanted is null ? StandingHistory.OfTheNation(session.Library, session.On) : StandingHistory.Of(session.Library, session.Jurisdiction(wanted), session.On);
            if (options.Json)
            {
                Json.Write("safeharbor/tables/1", session.Receipt, json => TablesJson.Write(json, [history.Table]));
                return ExitCode.Fine;
            }
            OutputFile.Write(file, kind switch
            {
                "svg" => Encoding.UTF8.GetBytes(StandingChart.Svg(history)),
                "html" => Encoding.UTF8.GetBytes(ChartPage.Write(history)),
                "csv" => CsvTable.Write(history.Table),
                _ => throw new System.Diagnostics.UnreachableException(kind),
            }, "A chart of the law by year");
            return ExitCode.Fine;
        });
        return command;
    }
}
