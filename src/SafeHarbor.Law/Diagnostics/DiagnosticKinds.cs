namespace SafeHarbor.Law.Diagnostics;

/// <summary>Every kind of finding. SH00: files; SH01: text; SH02: words; SH03: provisions; SH04: sense; SH05: what reasoning shows; SH06: plans.</summary>
public static class DiagnosticKinds
{
    public static readonly DiagnosticKind FileMissing = Error("SH0001", "a file or folder is missing");
    public static readonly DiagnosticKind FileUnreadable = Error("SH0002", "a file cannot be read as text");
    public static readonly DiagnosticKind FileTooLarge = Error("SH0003", "a file is too large");
    public static readonly DiagnosticKind FileEmpty = Error("SH0004", "a file holds nothing");
    public static readonly DiagnosticKind InvisibleCharacter = Error("SH0005", "an invisible character");

    public static readonly DiagnosticKind UnknownLine = Error("SH0101", "a line begins with no known word");
    public static readonly DiagnosticKind MisplacedLine = Error("SH0102", "a line stands where it has no meaning");
    public static readonly DiagnosticKind Unclosed = Error("SH0103", "a quotation, address or bracket is not closed");
    public static readonly DiagnosticKind Incomplete = Error("SH0104", "something is missing");
    public static readonly DiagnosticKind Surplus = Error("SH0105", "something is too much");
    public static readonly DiagnosticKind TooDeep = Error("SH0106", "brackets are nested too deep");
    public static readonly DiagnosticKind AndMeetsOr = Error("SH0107", "and meets or without brackets");

    public static readonly DiagnosticKind UnknownWord = Error("SH0201", "a word that the vocabulary does not know");
    public static readonly DiagnosticKind UnknownValue = Error("SH0202", "a value that the fact does not have");
    public static readonly DiagnosticKind AmbiguousPhrase = Error("SH0203", "a phrase that can be read two ways");
    public static readonly DiagnosticKind DeclaredTwice = Error("SH0204", "a name is declared twice");
    public static readonly DiagnosticKind UnusedWord = Warning("SH0205", "a word is never used");
    public static readonly DiagnosticKind WrongParty = Error("SH0206", "the act is not one of this party's");

    public static readonly DiagnosticKind Undated = Error("SH0301", "a provision has no date");
    public static readonly DiagnosticKind Unsourced = Error("SH0302", "a provision has no source");
    public static readonly DiagnosticKind BadDate = Error("SH0303", "not a date");
    public static readonly DiagnosticKind DatesOverlap = Error("SH0304", "two versions of a provision are in force at once");
    public static readonly DiagnosticKind NoTopic = Error("SH0305", "a provision has no topic");
    public static readonly DiagnosticKind UnknownCitation = Error("SH0306", "a citation that leads to no provision");
    public static readonly DiagnosticKind TopicMissing = Warning("SH0307", "a topic has neither a provision nor an unread entry");

    public static readonly DiagnosticKind Cycle = Error("SH0401", "statuses rest on one another in a circle");
    public static readonly DiagnosticKind PrecedenceCycle = Error("SH0402", "two provisions each prevail over the other");
    public static readonly DiagnosticKind UnknownJurisdiction = Error("SH0403", "an unknown jurisdiction");
    public static readonly DiagnosticKind UnknownDemand = Error("SH0404", "an unknown demand");
    public static readonly DiagnosticKind Contradiction = Error("SH0405", "the facts given cannot all be so");
    public static readonly DiagnosticKind BeforeLibrary = Error("SH0406", "a day before the library begins");
    public static readonly DiagnosticKind PremiseWithStatus = Error("SH0407", "a premise speaks of more than facts");

    public static readonly DiagnosticKind Conflict = Warning("SH0501", "two rules contradict each other");
    public static readonly DiagnosticKind DeadRule = Warning("SH0502", "a rule that never fires");
    public static readonly DiagnosticKind AlwaysDefeated = Warning("SH0503", "a rule that is always defeated");
    public static readonly DiagnosticKind NeverDecisive = Note("SH0504", "a rule that never decides");
    public static readonly DiagnosticKind UnreachableCondition = Warning("SH0505", "a condition that is never met");
    public static readonly DiagnosticKind UnusedException = Warning("SH0506", "an exception that is never used");
    public static readonly DiagnosticKind OverlappingProvisions = Note("SH0507", "two provisions bind differently at once");
    public static readonly DiagnosticKind OnlyByReading = Note("SH0508", "a demand that holds only by a reading");

    public static readonly DiagnosticKind PlanUnreadable = Error("SH0601", "a plan cannot be read");
    public static readonly DiagnosticKind PlanWord = Error("SH0602", "a word that a plan does not know");
    public static readonly DiagnosticKind PlanValue = Error("SH0603", "a value that cannot stand there");
    public static readonly DiagnosticKind PlanReference = Error("SH0604", "a plan names what is not there");
    public static readonly DiagnosticKind PlanCycle = Error("SH0605", "actions wait for one another in a circle");
    public static readonly DiagnosticKind PlanUnclear = Warning("SH0611", "a plan leaves open what it must say");
    public static readonly DiagnosticKind PlanDates = Warning("SH0612", "dates of a plan do not fit");
    public static readonly DiagnosticKind PlanUnserved = Warning("SH0613", "a gap in scope is served by no action");

    private static DiagnosticKind Error(string id, string title) => new(id, Severity.Error, title);

    private static DiagnosticKind Note(string id, string title) => new(id, Severity.Note, title);

    private static DiagnosticKind Warning(string id, string title) => new(id, Severity.Warning, title);
}
