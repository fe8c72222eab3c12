using SafeHarbor.Law;
using Xunit;

namespace SafeHarbor.Workbench.Tests.Support;

/// <summary>A child of whom some facts are known, for somebody who answers what the page asks.</summary>
public sealed class KnownChild
{
    private const int MostQuestions = 30;

    private readonly Vocabulary _vocabulary;
    private readonly Dictionary<string, int> _valueByQuestion;

    public KnownChild(Vocabulary vocabulary, string given)
    {
        _vocabulary = vocabulary;
        var (facts, findings) = CaseReader.Read(vocabulary, given);
        Assert.Empty(findings);
        _valueByQuestion = facts.ToDictionary(f => f.Fact.Question, f => f.Values.Values().Single());
    }

    /// <summary>Answers what is known, and “I don’t know” to all else, until the page shows what is looked for.</summary>
    public async Task AnswerUntil(InterviewSteps interview, Func<Task<bool>> shown)
    {
        for (var i = 0; i < MostQuestions && !await shown(); i++)
        {
            var question = await interview.Question();
            Assert.Contains(_vocabulary.Facts, f => f.Question == question);
            if (_valueByQuestion.TryGetValue(question, out var value))
                await interview.AnswerAt(value);
            else
                await interview.Skip();
        }
        Assert.True(await shown());
    }
}
