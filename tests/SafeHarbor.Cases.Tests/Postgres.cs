using System.Diagnostics;
using Npgsql;

namespace SafeHarbor.Cases.Tests;

/// <summary>A PostgreSQL server of our own in a folder of its own, reached through a socket there; gone when the tests are.</summary>
public sealed class Postgres : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "safeharbor-pg-" + Guid.NewGuid().ToString("N")[..8]);
    private readonly string _programs = ProgramsFolder();

    public Postgres()
    {
        Directory.CreateDirectory(_folder);
        if (Environment.UserName == "root")
            Run("chown", "postgres", _folder); // the server refuses to run as root
        AsServer("initdb", "-D", Path.Combine(_folder, "data"), "-U", "tests", "-A", "trust", "-E", "UTF8", "--no-sync");
        AsServer("pg_ctl", "-D", Path.Combine(_folder, "data"), "-w", "-l", Path.Combine(_folder, "log"),
            "-o", $"-c listen_addresses='' -c unix_socket_directories='{_folder}' -c fsync=off -c jit=off -c work_mem=64MB -c max_parallel_workers_per_gather=0", "start");
    }

    public NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection($"Host={_folder};Username=tests;Database=postgres;Command Timeout=600;Pooling=false");
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        AsServer("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private void AsServer(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        if (Environment.UserName == "root")
            Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else
            Run(path, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // The server goes on after its starter has ended, so its output is not waited for.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    private static string ProgramsFolder() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order().LastOrDefault()
                ?? throw new InvalidOperationException("PostgreSQL is not installed: ./test installs it")
            : throw new InvalidOperationException("PostgreSQL is not installed: ./test installs it");
}
