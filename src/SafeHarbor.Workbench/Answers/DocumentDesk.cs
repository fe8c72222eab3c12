using System.Collections.Concurrent;
using SafeHarbor.Documents.Amendments;
using SafeHarbor.Documents.Briefs;
using SafeHarbor.Documents.Resolutions;
using SafeHarbor.Documents.Tables;
using SafeHarbor.Documents.Writers;
using SafeHarbor.Law;

namespace SafeHarbor.Workbench.Answers;

/// <summary>What people carry away from the site: each document is made when it is first asked for and kept for the day.</summary>
/// <remarks>Safe for several threads; few are made at once, since each searches for reforms.</remarks>
public sealed class DocumentDesk(LawDesk desk) : IDisposable
{
    /// <summary>How long the reforms of one document are searched for; what was not found in time the document says.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private const int MadeAtOnce = 2;
    private const int Kept = 500;

    private readonly ConcurrentDictionary<(string Kind, string Id, string Demand, NodaTime.LocalDate Day), Lazy<byte[]?>> _made = new();
    private readonly SemaphoreSlim _turn = new(MadeAtOnce);

    public byte[]? Brief(Jurisdiction jurisdiction) => Make("brief", jurisdiction.Id, "", () => WordWriter.Write(Documents.Briefs.Brief.Of(Facts(jurisdiction))));

    public byte[]? Testimony(Jurisdiction jurisdiction) => Make("testimony", jurisdiction.Id, "", () => WordWriter.Write(Documents.Testimonies.Testimony.Of(Facts(jurisdiction))));

    /// <summary>The smallest reform of one demand as tracked changes; null where there is nothing to close, or nothing was found that closes it.</summary>
    public byte[]? Amendment(Jurisdiction jurisdiction, Demand demand) => Make("amendment", jurisdiction.Id, demand.Id, () =>
    {
        var facts = AmendmentFacts.Of(Desk(jurisdiction), [demand], together: false);
        return facts.Reforms.All(r => r.Proposals.IsEmpty) ? null : WordWriter.Write(Documents.Amendments.Amendment.Of(facts));
    });

    /// <summary>A model resolution, for one jurisdiction's council or legislature or for any.</summary>
    public byte[]? Resolution(Jurisdiction? jurisdiction) => Make("resolution", jurisdiction?.Id ?? "", "", () =>
        WordWriter.Write(ModelResolution.Of(desk.ReceiptOn(desk.Today), jurisdiction is null ? null : ResolutionFacts.Of(desk.Library, jurisdiction.Id, desk.Today))));

    /// <summary>The national tables in one workbook.</summary>
    public byte[]? Tables() => Make("tables", "", "", () => SheetWriter.Write([.. NationalTables.Of(NationalGaps.Of(desk.Library, desk.Today))]));

    public void Dispose() => _turn.Dispose();

    private BriefFacts Facts(Jurisdiction jurisdiction) => BriefFacts.Of(Desk(jurisdiction));

    private JurisdictionDesk Desk(Jurisdiction jurisdiction) => new(desk.Library, jurisdiction.Id, desk.Today, Patience);

    private byte[]? Make(string kind, string id, string demand, Func<byte[]?> make)
    {
        if (_made.Count >= Kept)
            _made.Clear();
        return _made.GetOrAdd((kind, id, demand, desk.Today), _ => new Lazy<byte[]?>(() =>
        {
            _turn.Wait();
            try
            {
                return make();
            }
            finally
            {
                _turn.Release();
            }
        })).Value;
    }
}
