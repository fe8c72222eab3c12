using SafeHarbor.Law;

namespace SafeHarbor.Reasoning.Tests.Support;

/// <summary>Cases of all kinds: most facts known, some narrowed to several values, some unknown; some cases contradict themselves.</summary>
public static class RandomCases
{
    public static IEnumerable<Case> Of(Vocabulary vocabulary, Random random)
    {
        while (true)
        {
            // Some cases are nearly all known and some nearly all unknown: each finds other faults.
            var unknown = random.NextDouble() * random.NextDouble();
            var cells = new ValueSet[vocabulary.Facts.Length];
            var generator = random.Next();
            var draws = new Reasoning.ManyCases.Synthetic.CaseGenerator(vocabulary, [], unknown, several: unknown / 2, generator);
            for (var i = 0; i < 50; i++)
            {
                draws.Next(cells);
                // One case in ten may contradict itself.
                if (random.Next(10) == 0)
                {
                    var fact = vocabulary.Facts[random.Next(cells.Length)];
                    cells[fact.Index] = ValueSet.Of(random.Next(fact.Values.Length));
                }
                yield return Case.Of(vocabulary, vocabulary.Facts.Select(f => (f, cells[f.Index])));
            }
        }
    }
}
