namespace SafeHarbor.Law.Binding;

/// <summary>The phrases of a vocabulary that has been read and checked.</summary>
internal static class VocabularyPhrases
{
    public static Words Of(Vocabulary vocabulary)
    {
        var phrases = new PhraseTable();
        foreach (var fact in vocabulary.Facts)
            AddFact(phrases, fact, (_, _, _) => { });
        foreach (var status in vocabulary.Statuses)
            AddStatus(phrases, status, (_, _, _) => { });
        return new Words(vocabulary, phrases);
    }

    /// <summary>Adds a fact's name and phrases. <paramref name="add"/> hears of each, with what the words meant before if that was something else.</summary>
    public static void AddFact(PhraseTable phrases, Fact fact, Action<string, Meaning, Meaning?> add)
    {
        Add(fact.Name, new Meaning.NameOfFact(fact));
        if (fact.IsNumber)
        {
            var parts = fact.Phrases[0].Split(Fact.Slot);
            if (parts.Length == 2 && PhraseTable.WordsOf(parts[0]).Length > 0)
                Add(parts[0], new Meaning.BeforeNumber(fact, parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
            return;
        }
        for (var v = 0; v < fact.Values.Length; v++)
            Add(fact.Phrases[v], new Meaning.Whole(new Condition.FactIn(fact, ValueSet.Of(v))));
        if (fact is { AnyPhrase: { } any, Anything: { } anything })
            Add(any, new Meaning.Whole(new Condition.FactIn(fact, anything)));

        void Add(string phrase, Meaning meaning) => add(phrase, meaning, phrases.Add(phrase, meaning));
    }

    public static void AddStatus(PhraseTable phrases, Status status, Action<string, Meaning, Meaning?> add)
    {
        Add(status.Name, new Meaning.NameOfStatus(status));
        Add(status.Says, new Meaning.Whole(new Condition.HasStatus(status)));
        Add(status.Denies, new Meaning.Whole(new Condition.LacksStatus(status)));

        void Add(string phrase, Meaning meaning) => add(phrase, meaning, phrases.Add(phrase, meaning));
    }
}
