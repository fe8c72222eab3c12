using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using SafeHarbor.Documents;
using SafeHarbor.Law;
using SafeHarbor.Workbench.Answers;

namespace SafeHarbor.Workbench.Web;

/// <summary>What every page has: the desk, the day that is asked about, and the addresses of other pages on that day.</summary>
public abstract class WorkbenchPage(LawDesk desk) : PageModel
{
    public LawDesk Desk { get; } = desk;

    public LocalDate On { get; private set; } = desk.Today;

    /// <summary>Whether the address holds a day; without one it shows today's law.</summary>
    public bool IsDated => To.On is not null;

    public Addresses To { get; private set; } = new((LocalDate?)null);

    /// <summary>The same for programs, and the feeds that tell what changes in it.</summary>
    public ImmutableArray<Alternate> Alternates { get; protected set; } = [Alternate.Everywhere];

    public Receipt Receipt => Desk.ReceiptOn(On);

    /// <summary>Reads the day of the address, or of the form that asks for one.</summary>
    /// <returns>An answer that ends the request: the address proper where a form named a day, or a page that says what is wrong; null to go on.</returns>
    protected IActionResult? ReadDay(Func<Addresses, string> here)
    {
        if (Request.Query["on"] is [{ Length: > 0 } asked])
            return TryDay(asked, out var day) ? Redirect(here(new Addresses(day))) : NoSuch($"“{Short(asked)}” is not a day that can be asked about", $"Write year, month and day, such as 2016-11-15; from {LocalDatePattern.Iso.Format(Desk.Begins)} on.");
        if (RouteData.Values["on"] is not string text)
            return null;
        if (!TryDay(text, out var on))
            return NoSuch($"“{Short(text)}” is not a day that can be asked about", $"Write year, month and day, such as 2016-11-15; from {LocalDatePattern.Iso.Format(Desk.Begins)} on.");
        (On, To) = (on, new Addresses(on));
        return null;
    }

    /// <summary>The page that says that there is no such thing, and what to do.</summary>
    protected IActionResult NoSuch(string what, string remedy)
    {
        HttpContext.Items[Problem.Key] = new Problem(what, remedy);
        return StatusCode(StatusCodes.Status404NotFound);
    }

    /// <summary>How long a page waits for a search before it says that the answer is on its way.</summary>
    internal static TimeSpan Patience { get; } = TimeSpan.FromSeconds(8);

    /// <summary>The page that says that an answer is being worked out.</summary>
    protected IActionResult Later(string what)
    {
        HttpContext.Items[Problem.Key] = new Problem(what, "It is being worked out, which can take some minutes the first time. Open this page again in a minute: nothing is lost by waiting.");
        Response.Headers.RetryAfter = "30";
        return StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>A page that does not answer a method would be written with nothing in it: it is refused instead.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method) && !context.HttpContext.Items.ContainsKey(Problem.Key))
        {
            context.HttpContext.Items[Problem.Key] = new Problem("this page can only be read", "Begin at the first page, or search.");
            context.Result = StatusCode(StatusCodes.Status405MethodNotAllowed);
        }
    }

    protected Jurisdiction? JurisdictionOf(string id) => Desk.Library.Jurisdictions.FirstOrDefault(j => string.Equals(j.Id, id, StringComparison.OrdinalIgnoreCase));

    protected Demand? DemandOf(string id) => Desk.Demands.FirstOrDefault(d => string.Equals(d.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>A visitor's words, cut to what a sentence can hold.</summary>
    protected static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private bool TryDay(string text, out LocalDate day)
    {
        var found = Desk.DayOf(text);
        day = found ?? default;
        return found is not null;
    }
}
