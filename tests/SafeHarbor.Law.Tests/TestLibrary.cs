using System.Collections.Immutable;
using SafeHarbor.Law.Diagnostics;

namespace SafeHarbor.Law.Tests;

/// <summary>A small library in a folder of its own, gone when the test is.</summary>
public sealed class TestLibrary : IDisposable
{
    public const string Vocabulary = """
        library begins 2016-11-01
        fact age is a number from 0 to 24
          asks "How old is the child?"
          says "the child is {value}"
        fact third party is one of none, unidentified, identified
          asks "Does anybody else take part?"
          says none "nobody else takes part"
          says unidentified "somebody else takes part and has not been identified"
          says identified "a trafficker has been identified"
        fact third party is is one of caregiver, partner or peer, nobody
          asks "Who is it?"
          says caregiver "the third party is a caregiver"
          says partner or peer "the third party is a partner or peer"
          says nobody "there is no third party"
        fact means is one of none, force fraud or coercion
          asks "Was there force?"
          says none "there is no force"
          says force fraud or coercion "there is force"
        fact decoy is yes or no
          asks "Did an officer pose as the child?"
          says yes "an officer posed as the child"
          says no "no officer posed as the child"
        never third party is none and means is not none
        status victim
          says "the child is a victim"
          denies "the child is not a victim"
        status offence
          says "the conduct is an offence"
          denies "the conduct is not an offence"
        party police
        party court
        act arrest the child
          by police
        act open a case
          by court
        event a report
        topic core offence
        """;

    public const string Baseline = """
        baseline "General law"
        provision General "Offences lead to arrest"
          topic core offence
          in force from 2000-01-01
          source <https://example.org> read 2026-01-01 as text
          when the conduct is an offence
          then police may arrest the child
        """;

    public const string Framework = """
        framework "F"
        demand R1 "Every child is a victim"
          fails "the child is not a victim"
          in every situation where age under 18
          then the child is a victim
        """;

    public const string Head = "jurisdiction US-XX \"Nowhere\"\n";

    public TestLibrary(string law = "", string vocabulary = Vocabulary, string baseline = Baseline, string framework = Framework)
    {
        Root = Path.Combine(Path.GetTempPath(), "safeharbor-" + Guid.NewGuid().ToString("N"), "law");
        Write("vocabulary.law", vocabulary);
        Write("baseline.law", baseline);
        Write("frameworks/f.law", framework);
        Write("US-XX/law.law", Head + law);
    }

    public string Root { get; }

    /// <summary>A provision that is in order, with some lines in place of its rules.</summary>
    public static string Provision(string lines, string citation = "Code 1") => $"""
        provision {citation} "A heading"
          topic core offence
          in force from 2015-01-01
          source <https://example.org> read 2026-01-01 as text
        {lines}

        """;

    public void Write(string name, string text)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public (LawLibrary? Library, ImmutableArray<Diagnostic> Findings) Read() => LibraryReader.Read(Root);

    /// <summary>The errors as a reader sees them, without warnings.</summary>
    public string Errors() => DiagnosticWriter.ToText(Read().Findings.Where(f => f.IsError));

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Root)!, recursive: true);
}
