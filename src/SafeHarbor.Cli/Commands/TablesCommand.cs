using System.CommandLine;
using SafeHarbor.Cli.Output;
using SafeHarbor.Documents.OpenData;
using SafeHarbor.Documents.Tables;
using SafeHarbor.Documents.Writers;

namespace SafeHarbor.Cli.Commands;

/// <summary>`tables`: how each law stands on each demand, as tables for whoever counts.</summary>
internal static class TablesCommand
{
    public static Command Make()
    {
        var output = OutputFile.Option("a workbook (.xlsx), or a folder for CSV and Parquet files; tables.xlsx if left out");
        var force = OutputFile.Force();
        var command = new Command("tables", "demands against jurisdictions, counts of gaps, provisions by topic: XLSX, CSV, Parquet") { output, force };
        command.SetRun((result, options) =>
        {
            var session = Session.Open(options, null);
            var file = result.GetValue(output) ?? "tables.xlsx";
            var isFolder = Path.GetExtension(file).Length == 0;
            if (!isFolder)
                OutputFile.KindOf(file, "xlsx");
            if (!options.Json && isFolder)
                OutputFolder.Require(file, result.GetValue(force));
            else if (!options.Json)
                OutputFile.Require(file, result.GetValue(force));
            var tables = NationalTables.Of(NationalGaps.Of(session.Library, session.On));
            if (options.Json)
                Json.Write("safeharbor/tables/1", session.Receipt, json => TablesJson.Write(json, tables));
            else if (isFolder)
                OutputFolder.Write(file, [.. tables.SelectMany(t => new[] { new OutFile(t.Name + ".csv", CsvTable.Write(t)), new OutFile(t.Name + ".parquet", ParquetTable.Write(t, session.Receipt)) })], "National tables");
            else
                OutputFile.Write(file, SheetWriter.Write(tables), "National tables");
            return ExitCode.Fine;
        });
        return command;
    }
}
