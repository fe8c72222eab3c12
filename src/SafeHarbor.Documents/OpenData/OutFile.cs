namespace SafeHarbor.Documents.OpenData;

/// <summary>A file to be written: its path within the folder that holds all of them, with forward slashes.</summary>
public sealed record OutFile(string Path, byte[] Content);
