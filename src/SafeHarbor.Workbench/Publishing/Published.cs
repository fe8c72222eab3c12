using System.Collections.Immutable;

namespace SafeHarbor.Workbench.Publishing;

/// <summary>How a copy of the site is to be made.</summary>
/// <param name="Base">The path under which a host serves it; begins and ends with a slash.</param>
/// <param name="Address">The whole address under which people will know it, with that path; null where it is not known, and there is no site map.</param>
/// <param name="AllComparisons">Whether every pair of states is copied, and not only neighbours.</param>
public sealed record PublishOptions(string Folder, string Base, Uri? Address, bool AllComparisons);

/// <summary>What was written.</summary>
/// <param name="Broken">Links that lead nowhere, each with the file in which it stands; empty where all is well.</param>
public sealed record Published(int Files, long Bytes, ImmutableArray<string> Broken);
