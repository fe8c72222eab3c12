using SafeHarbor.Law.Syntax;

namespace SafeHarbor.LanguageService;

/// <summary>Which lines may stand where, and what each says.</summary>
internal static class LineHelp
{
    private static readonly StatementKind[] OfRules = [StatementKind.When, StatementKind.InEverySituation, StatementKind.Then, StatementKind.Unless];

    private static readonly StatementKind[] OfChange =
        [.. OfRules, StatementKind.Topic, StatementKind.Note, StatementKind.Despite, StatementKind.SubjectTo, StatementKind.Reading, StatementKind.For, StatementKind.Against, StatementKind.Binds, StatementKind.ConditionsFunding, StatementKind.AsEnacted];

    private static readonly StatementKind[] Changes = [StatementKind.Replace, StatementKind.Add, StatementKind.Repeal];

    /// <summary>The lines that may come next under an entry, the likeliest first.</summary>
    /// <param name="entry">The entry; null at the beginning of a text.</param>
    public static IEnumerable<StatementKind> Under(StatementKind? entry) => entry switch
    {
        null => [StatementKind.Bill, StatementKind.Provision, StatementKind.Unread, StatementKind.Scenario, StatementKind.SecondReading, StatementKind.Jurisdiction, StatementKind.Framework, StatementKind.Demand],
        StatementKind.Bill => [StatementKind.From, StatementKind.Source, StatementKind.Outcome, StatementKind.Note, .. Changes],
        StatementKind.Add or StatementKind.Replace => [.. OfChange, .. Changes],
        StatementKind.Repeal => Changes,
        StatementKind.Provision => [.. OfChange, StatementKind.InForce, StatementKind.Amended, StatementKind.Source, StatementKind.Provision, StatementKind.Unread],
        StatementKind.Unread => [StatementKind.Topic, StatementKind.Tried, StatementKind.Note, StatementKind.Read, StatementKind.InForce, StatementKind.CouldSay, StatementKind.Then, StatementKind.Unless, StatementKind.ChangesNoAnswer, StatementKind.Provision, StatementKind.Unread],
        StatementKind.Scenario => [StatementKind.In, StatementKind.Given, StatementKind.Expect, StatementKind.Note, StatementKind.Scenario],
        StatementKind.SecondReading => [StatementKind.In, StatementKind.Given, StatementKind.Expect, StatementKind.Settled, StatementKind.Note, StatementKind.SecondReading],
        StatementKind.Framework => [StatementKind.Source, StatementKind.Note, StatementKind.Demand],
        StatementKind.Demand => [StatementKind.Fails, StatementKind.InEverySituationWhere, StatementKind.InEverySituation, StatementKind.Then, StatementKind.Note, StatementKind.Demand],
        StatementKind.Jurisdiction or StatementKind.Baseline => [StatementKind.Within, StatementKind.Division, StatementKind.Note, StatementKind.Provision, StatementKind.Unread],
        StatementKind.Fact => [StatementKind.Asks, StatementKind.Says, StatementKind.Note, StatementKind.Fact, StatementKind.Status],
        StatementKind.Status => [StatementKind.Says, StatementKind.Denies, StatementKind.Note, StatementKind.Status],
        StatementKind.Act => [StatementKind.By, StatementKind.Act, StatementKind.Event],
        _ => [StatementKind.Fact, StatementKind.Status, StatementKind.Party, StatementKind.Act, StatementKind.Event, StatementKind.Topic, StatementKind.Never, StatementKind.Phrase],
    };

    /// <summary>What a line says, in a sentence.</summary>
    public static string Of(StatementKind kind) => kind switch
    {
        StatementKind.Bill => "Begins a bill: its jurisdiction and its title. The lines under it say from when it would be law and what it changes.",
        StatementKind.Add => "Adds a new section, with its citation and a heading in your own words.",
        StatementKind.Replace => "Puts what follows in place of the section cited, subsections included. Rules that should stay are written again.",
        StatementKind.Repeal => "Takes the section cited out of the law, subsections included.",
        StatementKind.From => "The first day on which the bill would be law: `from 2027-07-01`.",
        StatementKind.Outcome => "What became of the bill, in a sentence.",
        StatementKind.Source => "Where the text was read, when, and how: `source <address> read 2026-11-24 as text`.",
        StatementKind.Note => "A remark for the reader. It changes no answer.",
        StatementKind.Provision => "Begins a provision: its citation, at the level of the subsection that says it, and a heading in your own words.",
        StatementKind.Topic => "The subject, one of those that are read for every jurisdiction.",
        StatementKind.InForce => "From when the provision stands: `in force from 2015-05-07`, `in force from 2015` or `in force since before 2016-11-01`.",
        StatementKind.Amended => "A change of the section that did not move what is written here.",
        StatementKind.Binds => "This law also binds the jurisdictions within.",
        StatementKind.ConditionsFunding => "This law only attaches conditions to money; it creates no duty.",
        StatementKind.Despite => "Where the two are opposed, this section prevails over the one cited. `despite everything else` prevails over every other.",
        StatementKind.SubjectTo => "Where the two are opposed, the section cited prevails.",
        StatementKind.AsEnacted => "Why what looks like an oversight is the law's own.",
        StatementKind.Reading => "An open question of law, with what is said for and against it. Rules that depend on it name it in their condition.",
        StatementKind.For => "What supports the reading.",
        StatementKind.Against => "What is against the reading.",
        StatementKind.When => "Begins a rule: the condition under which it applies.",
        StatementKind.InEverySituation => "Begins a rule that applies always.",
        StatementKind.InEverySituationWhere => "The situations of which the demand speaks.",
        StatementKind.Then => "What follows: a status, such as `the child is a victim of sex trafficking`, or a norm, such as `police must not arrest the child`.",
        StatementKind.Unless => "An exception: where it holds the rule does not apply.",
        StatementKind.Unread => "Something that could not be read. What it could say is tried both ways.",
        StatementKind.CouldSay => "A rule that the unread text may or may not hold.",
        StatementKind.ChangesNoAnswer => "Nothing that is asked could turn on the unread text.",
        StatementKind.Tried => "Where it was looked for.",
        StatementKind.Read => "The day on which it was looked for.",
        StatementKind.Scenario => "A made-up case with the answers that the law must give.",
        StatementKind.SecondReading => "The answers of somebody who had not seen the encoding.",
        StatementKind.Given => "The facts of the case, with commas between them.",
        StatementKind.Expect => "An answer that the law must give, and the provision that decides.",
        StatementKind.Settled => "How a difference between the two readings was settled.",
        StatementKind.In => "The jurisdiction and the day of the case.",
        StatementKind.Framework => "A named set of demands.",
        StatementKind.Demand => "A statement that must hold in every situation of which it speaks.",
        StatementKind.Fails => "What is so of the child where the demand is not met.",
        StatementKind.Jurisdiction => "Says whose law this folder holds.",
        StatementKind.Within => "The jurisdiction that this one lies within.",
        StatementKind.Division => "Its Open Civic Data division id.",
        StatementKind.Fact => "One thing that may be true of a situation, with its values.",
        StatementKind.Status => "What the law may make of a situation.",
        StatementKind.Never => "What cannot be.",
        _ => "",
    };
}
