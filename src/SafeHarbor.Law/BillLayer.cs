namespace SafeHarbor.Law;

/// <summary>Lays the changes of bills over provisions.</summary>
public static class BillLayer
{
    /// <summary>The provisions with the changes made, in order. A citation that is replaced or repealed takes its subsections with it.</summary>
    public static List<Provision> Over(IEnumerable<Provision> provisions, IEnumerable<BillChange> changes)
    {
        var laid = provisions.ToList();
        foreach (var change in changes)
        {
            switch (change)
            {
                case BillChange.Add add:
                    laid.Add(add.Provision);
                    break;
                case BillChange.Replace replace:
                    laid.RemoveAll(p => TakesAway(replace, p));
                    laid.Add(replace.Provision);
                    break;
                case BillChange.Repeal repeal:
                    laid.RemoveAll(p => TakesAway(repeal, p));
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException(change.GetType().Name);
            }
        }
        return laid;
    }

    /// <summary>Whether a change takes a provision out of the law as it stands.</summary>
    public static bool TakesAway(BillChange change, Provision provision) => change switch
    {
        BillChange.Add => false,
        BillChange.Replace replace => new Precedence(replace.Provision.Citation, true, replace.Provision.Location).Covers(provision.Citation),
        BillChange.Repeal repeal => new Precedence(repeal.Citation, true, repeal.Location).Covers(provision.Citation),
        _ => throw new System.Diagnostics.UnreachableException(change.GetType().Name),
    };
}
