using System.Text.Json;
using SafeHarbor.Law;
using SafeHarbor.Reasoning;
using SafeHarbor.Reasoning.ManyCases.Synthetic;
using SafeHarbor.Reasoning.OneCase;
using SafeHarbor.Reasoning.Tests.Support;
using SafeHarbor.Workbench.Tests.Support;
using Xunit;

namespace SafeHarbor.Workbench.Tests.Child;

/// <summary>The browser's answers are the server's: the same verdict on every question about many random children.</summary>
public sealed class BrowserAnswersTests(Site site, ITestOutputHelper output)
{
    private const int Children = 250;

    /// <summary>Of these children the direct evaluator, which shares nothing with diagrams, is asked; it is slow where more is unknown.</summary>
    private const int UnknownFactsLookedAtDirectly = 6;

    private const string InThePage = """
        text => {
          const law = document.getElementById("interview").safeharbor;
          return JSON.stringify({
            questions: law.questions.map(q => ({ kind: q.kind, text: q.text, of: q.of ?? -1, stands: q.rules.map(r => law.stands[r]) })),
            children: JSON.parse(text).map(child => {
              const known = new Map(child), box = law.box(known);
              return { possible: law.isPossible(box), verdicts: law.questions.map(q => law.verdict(q, box)), values: [...law.values(known)] };
            }),
          });
        }
        """;

    private sealed record PageAnswers(PageQuestion[] Questions, ChildAnswers[] Children);

    private sealed record PageQuestion(string Kind, string Text, int Of, int[] Stands);

    private sealed record ChildAnswers(bool Possible, int[] Verdicts, int[] Values);

    [Theory]
    [InlineData("US-DC")]
    [InlineData("US-KY")]
    [InlineData("US-WA")]
    [InlineData("US-TX")]
    [InlineData("US-MN")]
    public async Task EveryVerdictOnManyChildrenIsTheSame(string id)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"{id}: seed {seed}");
        var law = RealLibrary.Compile(id, site.Desk.Today);
        var vocabulary = law.Law.Vocabulary;
        var children = RandomChildren(vocabulary, new Random(seed)).Take(Children).ToList();

        await using var visitor = await site.Visit();
        await visitor.Open($"/{id.ToLowerInvariant()}/child");
        await new InterviewSteps(visitor).Ready();
        var given = children.Select(c => vocabulary.Facts.Where(c.IsKnown).Select(f => new[] { f.Index, c[f].Values().Single() }));
        var answer = await visitor.Page.EvaluateAsync<string>(InThePage, JsonSerializer.Serialize(given));
        var page = JsonSerializer.Deserialize<PageAnswers>(answer, JsonSerializerOptions.Web)!;

        var asked = page.Questions.Select(q => ServerQuestion.Of(law, page.Questions.Select(p => p.Text).ToArray(), q.Kind, q.Text, q.Of)).ToList();
        var evaluator = new CaseEvaluator(law);
        var diagrams = new DiagramVerdicts(law);
        Assert.NotEmpty(asked);
        // No question that the server would answer is left out.
        Assert.Equal(law.Law.Vocabulary.Statuses.Count(s => law.EffectsOn(s).Any()), page.Questions.Count(q => q.Kind == "status"));
        foreach (var (@case, inPage) in children.Zip(page.Children))
        {
            Assert.Equal(evaluator.IsPossible(@case), inPage.Possible);
            ICaseVerdicts verdicts = vocabulary.Facts.Count(f => !@case.IsKnown(f)) <= UnknownFactsLookedAtDirectly ? evaluator : diagrams;
            foreach (var ((question, told), inBrowser) in asked.Zip(page.Questions).Zip(inPage.Verdicts))
            {
                var onServer = verdicts.Of(@case, Reasoning.Formulas.Formula.True, question.Wanted);
                Assert.True((int)onServer == inBrowser, $"{id}, seed {seed}: {told.Kind} “{told.Text}”: the server says {onServer}, the browser {(Verdict)inBrowser}, of a child of whom is known: {Say(@case)}");
                Assert.Equal(question.Rules.Length, told.Stands.Length);
                foreach (var (place, formula) in question.Rules.Zip(told.Stands))
                    Assert.True(Value(evaluator.Evaluate(@case, law.Stands(place))) == inPage.Values[formula], $"{id}, seed {seed}: whether {law.Law.Rules[place.Rule].Citation} stands, of a child of whom is known: {Say(@case)}");
            }
        }
    }

    private static int Value(bool? value) => value is { } known ? known ? 1 : 0 : 2;

    private static string Say(Case @case) => string.Join(", ", @case.Given.Select(g => g.Fact.Say(g.Values)));

    /// <summary>Children of all kinds: some known nearly whole, some hardly; one in ten may contradict itself.</summary>
    private static IEnumerable<Case> RandomChildren(Vocabulary vocabulary, Random random)
    {
        var cells = new ValueSet[vocabulary.Facts.Length];
        while (true)
        {
            new CaseGenerator(vocabulary, [], unknown: random.NextDouble(), several: 0, random.Next()).Next(cells);
            if (random.Next(10) == 0)
            {
                var fact = vocabulary.Facts[random.Next(cells.Length)];
                cells[fact.Index] = ValueSet.Of(random.Next(fact.Values.Length));
            }
            yield return Case.Of(vocabulary, vocabulary.Facts.Select(f => (f, cells[f.Index])));
        }
    }
}
