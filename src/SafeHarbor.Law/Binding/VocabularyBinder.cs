using System.Collections.Immutable;
using NodaTime;
using SafeHarbor.Law.Diagnostics;
using SafeHarbor.Law.Syntax;
using SafeHarbor.Law.Text;

namespace SafeHarbor.Law.Binding;

/// <summary>Reads the vocabulary, and refuses one in which a phrase could be read two ways.</summary>
internal sealed class VocabularyBinder(DiagnosticBag bag)
{
    private const int MostValues = 64;

    private readonly Dictionary<string, Location> _declared = [];
    private readonly List<(Meaning Meaning, string Phrase, EntryReader Entry)> _wholePhrases = [];
    private readonly PhraseTable _phrases = new();

    public Words Bind(SyntaxTree tree)
    {
        LocalDate? begins = null;
        var facts = ImmutableArray.CreateBuilder<Fact>();
        var statuses = ImmutableArray.CreateBuilder<Status>();
        var parties = ImmutableArray.CreateBuilder<Party>();
        var acts = ImmutableArray.CreateBuilder<Act>();
        var events = ImmutableArray.CreateBuilder<Event>();
        var topics = ImmutableArray.CreateBuilder<Topic>();
        var later = new List<EntryReader>();
        foreach (var syntax in tree.Entries)
        {
            var entry = new EntryReader(tree.Source, syntax, bag);
            switch (syntax.Kind)
            {
                case StatementKind.LibraryBegins:
                    begins = Words.RequireDate(entry.Head());
                    break;
                case StatementKind.Fact:
                    if (BindFact(entry, facts.Count) is { } fact)
                        facts.Add(fact);
                    break;
                case StatementKind.Status:
                    if (BindStatus(entry, statuses.Count) is { } status)
                        statuses.Add(status);
                    break;
                case StatementKind.Party:
                    if (BareName(entry, "party") is { } party)
                        parties.Add(new Party(parties.Count, party, entry.Place));
                    break;
                case StatementKind.Event:
                    if (BareName(entry, "event") is { } name)
                        events.Add(new Event(events.Count, name, entry.Place));
                    break;
                case StatementKind.Topic:
                    if (BareName(entry, "topic") is { } topic)
                        topics.Add(new Topic(topics.Count, topic, entry.Place));
                    break;
                case StatementKind.Act:
                case StatementKind.Never:
                case StatementKind.Phrase:
                    later.Add(entry);
                    break;
                default:
                    entry.Report(DiagnosticKinds.MisplacedLine, $"`{StatementWords.Of(syntax.Kind)}` does not belong in the vocabulary", "move it to the file it belongs in");
                    break;
            }
        }
        foreach (var entry in later.Where(e => e.Entry.Kind == StatementKind.Act))
        {
            if (BindAct(entry, acts.Count, parties.ToImmutable()) is { } act)
                acts.Add(act);
        }
        foreach (var entry in later.Where(e => e.Entry.Kind == StatementKind.Phrase))
            BindPhrase(entry);
        var never = later.Where(e => e.Entry.Kind == StatementKind.Never)
            .Select(e => new ConditionBinder(_phrases, []).Bind(e.Head())).ToImmutableArray();
        RefuseAmbiguity();
        if (begins is null)
            bag.Add(DiagnosticKinds.Incomplete, new Location(tree.Source, new TextSpan(0, 0)), "the vocabulary does not say when the library begins", "add the line `library begins 2016-11-01`");
        var vocabulary = new Vocabulary(begins ?? new LocalDate(2016, 11, 1), facts.ToImmutable(), statuses.ToImmutable(), parties.ToImmutable(),
            acts.ToImmutable(), events.ToImmutable(), topics.ToImmutable(), never);
        return new Words(vocabulary, _phrases);
    }

    private Fact? BindFact(EntryReader entry, int index)
    {
        var head = entry.Head();
        // The last "is …" ends the name, so that a fact may be called "third party is".
        var at = LastIs(head);
        if (at is not > 0)
        {
            head.Report(DiagnosticKinds.Incomplete, head.Whole, "a fact needs a name and its values", "write, for example, `fact decoy is yes or no` or `fact age is a number from 0 to 24`");
            return null;
        }
        var name = string.Join(' ', Enumerable.Range(0, at.Value).Select(i => head.At(i).Text));
        head.Position = at.Value + 1;
        int? lowest = null;
        ImmutableArray<string> values;
        if (head.TryWords("a number from"))
        {
            if (!TryNumber(head, out var from) || !head.TryWord("to") || !TryNumber(head, out var to) || to < from || to - from >= MostValues)
            {
                head.Report(DiagnosticKinds.UnknownValue, head.Whole, "the numbers of this fact cannot be read", $"write `a number from A to B`, with at most {MostValues} numbers");
                return null;
            }
            lowest = from;
            values = [.. Enumerable.Range(from, to - from + 1).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        }
        else if (head.TryWords("yes or no"))
        {
            values = ["yes", "no"];
        }
        else
        {
            head.TryWords("one of");
            values = ListOf(head);
        }
        head.ExpectEnd();
        if (values.Length < 2 || values.Length > MostValues || values.Distinct().Count() != values.Length)
        {
            head.Report(DiagnosticKinds.UnknownValue, head.Whole, $"a fact needs from 2 to {MostValues} different values, and this one has {values.Distinct().Count()}", "list each value once, with commas");
            return null;
        }
        if (!Declare("fact", name, entry))
            return null;
        return BindFactBody(entry, index, name, values, lowest);
    }

    private Fact BindFactBody(EntryReader entry, int index, string name, ImmutableArray<string> values, int? lowest)
    {
        var question = "";
        var said = new string?[lowest is null ? values.Length : 1];
        string? any = null;
        foreach (var statement in entry.Entry.Body)
        {
            var reader = entry.Read(statement);
            if (statement.Kind == StatementKind.Asks)
            {
                question = EntryReader.ReadNote(reader);
            }
            else if (statement.Kind == StatementKind.Note)
            {
                EntryReader.ReadNote(reader);
            }
            else if (statement.Kind == StatementKind.Says)
            {
                var value = lowest is null ? reader.TryRaw() : null;
                var phrase = reader.RequireQuotations("the phrase");
                reader.ExpectEnd();
                if (value == "any" && values.Any(v => v is "none" or "nobody"))
                {
                    any = phrase;
                    continue;
                }
                var at = value is null ? (lowest is null ? -1 : 0) : values.IndexOf(value);
                if (at < 0)
                {
                    reader.Report(DiagnosticKinds.UnknownValue, reader.Whole, value is null ? "the value is missing before the phrase" : $"`{TokenReader.Shorten(value)}` is not a value of the fact `{name}`",
                        Nearest.To(value ?? "", values) is { } near ? $"did you mean `{near}`?" : $"its values are {Friendly.And(values)}");
                }
                else
                {
                    said[at] = phrase;
                }
            }
            else
            {
                entry.Misplaced(statement);
            }
        }
        if (question.Length == 0)
            entry.Report(DiagnosticKinds.Incomplete, $"the fact `{name}` has no question", "add a line such as `asks \"How old is the child?\"`");
        for (var i = 0; i < said.Length; i++)
        {
            if (said[i] is null)
                entry.Report(DiagnosticKinds.Incomplete, lowest is null ? $"no phrase says that `{name}` is `{values[i]}`" : $"no phrase says `{name}`", "add a line that begins with `says`");
        }
        if (lowest is not null && said[0] is { } slotted && !slotted.Contains(Fact.Slot, StringComparison.Ordinal))
            entry.Report(DiagnosticKinds.Incomplete, $"the phrase of `{name}` has no place for the number", $"write `{Fact.Slot}` where the number goes");
        var fact = new Fact(index, name, values, lowest, question, [.. said.Select((s, i) => s ?? (lowest is null ? $"{name} is {values[i]}" : $"{name} is {Fact.Slot}"))], entry.Place) { AnyPhrase = any };
        VocabularyPhrases.AddFact(_phrases, fact, (phrase, meaning, earlier) => Note(entry, phrase, meaning, earlier));
        return fact;
    }

    private Status? BindStatus(EntryReader entry, int index)
    {
        if (BareName(entry, "status", ownBody: true) is not { } name)
            return null;
        string? says = null, denies = null;
        foreach (var statement in entry.Entry.Body)
        {
            var reader = entry.Read(statement);
            switch (statement.Kind)
            {
                case StatementKind.Says: says = EntryReader.ReadNote(reader); break;
                case StatementKind.Denies: denies = EntryReader.ReadNote(reader); break;
                case StatementKind.Note: EntryReader.ReadNote(reader); break;
                default: entry.Misplaced(statement); break;
            }
        }
        if (says is null || denies is null)
            entry.Report(DiagnosticKinds.Incomplete, $"the status `{name}` needs a phrase that says it and one that denies it", "add the lines `says \"…\"` and `denies \"…\"`");
        var status = new Status(index, name, says ?? name, denies ?? $"not {name}", entry.Place);
        VocabularyPhrases.AddStatus(_phrases, status, (phrase, meaning, earlier) => Note(entry, phrase, meaning, earlier));
        return status;
    }

    private Act? BindAct(EntryReader entry, int index, ImmutableArray<Party> parties)
    {
        if (BareName(entry, "act", ownBody: true) is not { } name)
            return null;
        var by = ImmutableArray.CreateBuilder<Party>();
        foreach (var statement in entry.Entry.Body)
        {
            var reader = entry.Read(statement);
            if (statement.Kind != StatementKind.By)
            {
                entry.Misplaced(statement);
                continue;
            }
            do
            {
                if (Words.RequireNamed(reader, parties, p => p.Name, "party") is { } party)
                    by.Add(party);
            }
            while (reader.TryMark(',') || reader.TryWord("and"));
            reader.ExpectEnd();
        }
        if (by.Count == 0)
            entry.Report(DiagnosticKinds.Incomplete, $"nobody can do the act `{name}`", "add a line such as `by police, court`");
        return new Act(index, name, [.. by.Distinct()], entry.Place);
    }

    private void BindPhrase(EntryReader entry)
    {
        var head = entry.Head();
        var name = head.TryRaw(t => t.IsWord("means"));
        if (name is null || !head.TryWord("means"))
        {
            head.Report(DiagnosticKinds.Incomplete, head.Whole, "a phrase needs `means` and what it means", "write, for example, `phrase a minor means age under 18`");
            return;
        }
        var meaning = new Meaning.Whole(new ConditionBinder(_phrases, []).Bind(head));
        Note(entry, name, meaning, _phrases.Add(name, meaning));
    }

    private void Note(EntryReader entry, string phrase, Meaning meaning, Meaning? earlier)
    {
        if (earlier is not null)
        {
            entry.Report(DiagnosticKinds.AmbiguousPhrase, $"the phrase `{phrase}` already means something else",
                "say one of the two in other words: a phrase must be read in one way only");
        }
        if (meaning is Meaning.Whole or Meaning.NameOfStatus)
            _wholePhrases.Add((meaning, phrase, entry));
    }

    /// <summary>A phrase that is also a sentence made of other phrases could be read two ways.</summary>
    private void RefuseAmbiguity()
    {
        var silent = new DiagnosticBag();
        foreach (var (meaning, phrase, entry) in _wholePhrases)
        {
            var text = new SourceText("phrase", "when " + phrase);
            var tree = LawParser.Parse(new SourceText("phrase", "provision x\n" + text.Content), silent);
            if (tree.Entries is not [{ Body: [{ Kind: StatementKind.When } statement] }])
                continue;
            var reader = new TokenReader(tree.Source, statement, null, silent);
            if (new ConditionBinder(_phrases, []).CanReadWithout(reader, meaning) && !SameMeaning(tree.Source, statement, meaning))
                entry.Report(DiagnosticKinds.AmbiguousPhrase, $"the phrase `{phrase}` can also be read as a sentence of other words", "say it in other words");
        }
    }

    private bool SameMeaning(SourceText source, Statement statement, Meaning meaning)
    {
        var without = new ConditionBinder(_phrases, []).BindExcept(new TokenReader(source, statement, null, new DiagnosticBag()), meaning);
        return meaning switch
        {
            Meaning.Whole whole => whole.Condition.Equals(without),
            Meaning.NameOfStatus name => new Condition.HasStatus(name.Status).Equals(without),
            _ => false,
        };
    }

    private string? BareName(EntryReader entry, string kind, bool ownBody = false)
    {
        var head = entry.Head();
        var name = head.TryRaw();
        head.ExpectEnd();
        if (name is null)
        {
            head.Report(DiagnosticKinds.Incomplete, head.Here, $"the name of the {kind} is missing", $"write it after `{kind}`");
            return null;
        }
        if (!ownBody)
        {
            foreach (var statement in entry.Entry.Body)
                entry.Misplaced(statement);
        }
        return Declare(kind, name, entry) ? name : null;
    }

    private bool Declare(string kind, string name, EntryReader entry)
    {
        if (_declared.TryAdd($"{kind} {name}", entry.Place))
            return true;
        entry.Report(DiagnosticKinds.DeclaredTwice, $"the {kind} `{name}` is declared twice", "delete one of the two", new RelatedPlace(_declared[$"{kind} {name}"], "first declared here"));
        return false;
    }

    private static int? LastIs(TokenReader head)
    {
        for (var i = head.Count - 1; i > 0; i--)
        {
            if (head.At(i).IsWord("is")
                && i + 1 < head.Count && (head.At(i + 1).IsWord("one") || head.At(i + 1).IsWord("a") || head.At(i + 1).IsWord("yes")))
                return i;
        }
        return null;
    }

    private static ImmutableArray<string> ListOf(TokenReader head)
    {
        var values = ImmutableArray.CreateBuilder<string>();
        do
        {
            if (head.TryRaw(t => t.IsMark(',')) is { } value)
                values.Add(value);
        }
        while (head.TryMark(','));
        return values.ToImmutable();
    }

    private static bool TryNumber(TokenReader head, out int number)
    {
        number = 0;
        return head.Peek is { Kind: TokenKind.Word } token
            && int.TryParse(token.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number)
            && head.Next().Text is not null;
    }
}
