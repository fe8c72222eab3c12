namespace SafeHarbor.Law.Syntax;

/// <summary>What a line begins with, and so what it says.</summary>
public enum StatementKind
{
    /// <summary>A line that begins with no known word. Kept as it is.</summary>
    Broken,

    // Entries: each begins a new thing.
    LibraryBegins, Fact, Status, Party, Act, Event, Never, Phrase,
    Jurisdiction, Baseline, Provision, Unread, Framework, Demand, Bill, Scenario, SecondReading, Add, Replace, Repeal,

    // Either: a topic is declared in the vocabulary and named in a provision.
    Topic,

    // Lines of an entry.
    Asks, Says, Denies, By, Note, AsEnacted,
    Within, Division, InForce, Amended, Source, Binds, ConditionsFunding, Despite, SubjectTo,
    Reading, For, Against, When, InEverySituation, InEverySituationWhere, Then, Unless,
    Tried, Read, CouldSay, ChangesNoAnswer, Fails, From, Outcome, In, Given, Expect, Settled,
}

/// <summary>The words that begin a line.</summary>
public static class StatementWords
{
    /// <summary>Longest first, so that the first that fits is the right one.</summary>
    public static readonly IReadOnlyList<(string Words, StatementKind Kind)> All = new (string Words, StatementKind Kind)[]
    {
        ("library begins", StatementKind.LibraryBegins),
        ("fact", StatementKind.Fact), ("status", StatementKind.Status), ("party", StatementKind.Party),
        ("act", StatementKind.Act), ("event", StatementKind.Event), ("never", StatementKind.Never),
        ("phrase", StatementKind.Phrase), ("topic", StatementKind.Topic),
        ("jurisdiction", StatementKind.Jurisdiction), ("baseline", StatementKind.Baseline),
        ("provision", StatementKind.Provision), ("unread", StatementKind.Unread),
        ("framework", StatementKind.Framework), ("demand", StatementKind.Demand), ("bill", StatementKind.Bill),
        ("scenario", StatementKind.Scenario), ("second reading", StatementKind.SecondReading), ("settled", StatementKind.Settled), ("add", StatementKind.Add), ("replace", StatementKind.Replace),
        ("repeal", StatementKind.Repeal),
        ("asks", StatementKind.Asks), ("says", StatementKind.Says), ("denies", StatementKind.Denies),
        ("by", StatementKind.By), ("note", StatementKind.Note), ("as enacted", StatementKind.AsEnacted), ("within", StatementKind.Within),
        ("division", StatementKind.Division), ("in force", StatementKind.InForce), ("amended", StatementKind.Amended),
        ("source", StatementKind.Source), ("binds", StatementKind.Binds),
        ("conditions funding", StatementKind.ConditionsFunding), ("despite", StatementKind.Despite),
        ("subject to", StatementKind.SubjectTo), ("reading", StatementKind.Reading), ("for", StatementKind.For),
        ("against", StatementKind.Against), ("when", StatementKind.When),
        ("in every situation where", StatementKind.InEverySituationWhere),
        ("in every situation", StatementKind.InEverySituation), ("then", StatementKind.Then),
        ("unless", StatementKind.Unless), ("tried", StatementKind.Tried), ("read", StatementKind.Read),
        ("could say", StatementKind.CouldSay), ("changes no answer", StatementKind.ChangesNoAnswer),
        ("fails", StatementKind.Fails), ("from", StatementKind.From), ("outcome", StatementKind.Outcome),
        ("in", StatementKind.In), ("given", StatementKind.Given), ("expect", StatementKind.Expect),
    }.OrderByDescending(w => w.Words.Length).ToArray();

    public static string Of(StatementKind kind) => All.First(w => w.Kind == kind).Words;

    /// <summary>Whether a line of this kind begins a new entry, wherever it stands.</summary>
    public static bool BeginsEntry(StatementKind kind) => kind is >= StatementKind.LibraryBegins and <= StatementKind.Repeal;
}
