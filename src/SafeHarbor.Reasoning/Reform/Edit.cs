using SafeHarbor.Law;
using SafeHarbor.Reasoning.Model;

namespace SafeHarbor.Reasoning.Reform;

/// <summary>One change of a law, from the stated list: widen or drop a condition (or settle how it is read), drop an exception, may to must, add a deadline, adopt another jurisdiction's rule.</summary>
public abstract record Edit
{
    private Edit()
    {
    }

    /// <summary>What it costs: how much a legislature changes by it. A reform is the cheaper the less it changes.</summary>
    public abstract int Cost { get; }

    /// <summary>The edits that change a rule of the jurisdiction's own.</summary>
    public abstract record OfRule(ApplicableRule Rule) : Edit
    {
        /// <summary>The part of the condition that is no longer asked; null where none is dropped.</summary>
        public int? DroppedPart => this switch
        {
            DropCondition drop => drop.Part,
            SettleReading settle => settle.Part,
            _ => null,
        };
    }

    /// <summary>The condition holds for further values of the fact: an act is added to an offence, an age to a bar.</summary>
    /// <param name="Part">Zero-based place among the parts of the rule's condition that must all hold.</param>
    /// <param name="Added">Values that the condition does not have yet.</param>
    public sealed record Widen(ApplicableRule Rule, int Part, Fact Fact, ValueSet Added) : OfRule(Rule)
    {
        public override int Cost => 2;
    }

    /// <summary>The condition is no longer asked.</summary>
    public sealed record DropCondition(ApplicableRule Rule, int Part) : OfRule(Rule)
    {
        public override int Cost => 3;
    }

    /// <summary>The words say plainly what is an open question today: the condition that it be read one way is no longer needed.</summary>
    public sealed record SettleReading(ApplicableRule Rule, int Part, string Reading) : OfRule(Rule)
    {
        public override int Cost => 1;
    }

    /// <param name="Exception">Zero-based place among the rule's exceptions.</param>
    public sealed record DropException(ApplicableRule Rule, int Exception) : OfRule(Rule)
    {
        public override int Cost => 2;
    }

    /// <param name="Effect">Zero-based place among the rule's effects; it says what a party may do.</param>
    public sealed record MayToMust(ApplicableRule Rule, int Effect) : OfRule(Rule)
    {
        public override int Cost => 2;
    }

    /// <param name="Effect">Zero-based place among the rule's effects; a duty, or a power that becomes one.</param>
    public sealed record AddDeadline(ApplicableRule Rule, int Effect, Deadline Deadline) : OfRule(Rule)
    {
        public override int Cost => 1;
    }

    /// <summary>
    /// A new section in the demand's own words, where no jurisdiction's rule helps. It prevails over whatever is opposed to it.
    /// </summary>
    /// <param name="Section">The rule as it would stand; its provision is the demand.</param>
    public sealed record Write(ApplicableRule Section, Demand Demand) : Edit
    {
        public override int Cost => 8;
    }

    /// <summary>A new section after another jurisdiction's rule. It prevails over whatever is opposed to it.</summary>
    /// <param name="Precedent">The rule as it stands in the other jurisdiction's law.</param>
    public sealed record Adopt(ApplicableRule Precedent) : Edit
    {
        public override int Cost => 5;
    }
}
