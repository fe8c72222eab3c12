using NodaTime;
using NodaTime.Text;
using SafeHarbor.Law;

namespace SafeHarbor.Workbench.Answers.Drafts;

/// <summary>What a drafter finds in an empty editor: a bill that is in order and changes nothing.</summary>
public static class DraftTemplate
{
    public static Source Source(LocalDate today) => new("draft", today, ReadAs.Text);

    public static string For(Jurisdiction jurisdiction, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(jurisdiction);
        var day = LocalDatePattern.Iso.Format(today);
        return $"""
            bill {jurisdiction.Id} "An act relating to exploited children"
              source <draft> read {day} as text
              from {LocalDatePattern.Iso.Format(today.PlusMonths(8).With(DateAdjusters.StartOfMonth))}

              # A bill replaces, adds and repeals sections. After
              # "replace" the editor offers each as it stands.

              add New section 1 "No child is arrested for having been exploited"
                topic police contact

                when age under 18
                 and conduct is prostitution or loitering
                then nobody may arrest the child

            """.ReplaceLineEndings("\n");
    }
}
