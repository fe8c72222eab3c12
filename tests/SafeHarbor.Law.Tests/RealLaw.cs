namespace SafeHarbor.Law.Tests;

/// <summary>Where the real law library is.</summary>
public static class RealLaw
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SafeHarbor.slnx")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("the tests run from within the repository"), "law");
    }
}
