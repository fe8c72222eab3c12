using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using SafeHarbor.Documents.Words;
using SafeHarbor.Reasoning.EveryCase;
using SafeHarbor.Reasoning.Model;
using SafeHarbor.Reasoning.OneCase;
using SafeHarbor.Workbench.Answers;
using SafeHarbor.Workbench.Web;

namespace SafeHarbor.Workbench.Pages;

/// <summary>Sentences in which each citation leads to its provision.</summary>
public static class Cited
{
    public static IHtmlContent Link(string sentence, GapLine line, LawDesk desk) => Link(sentence, line.Answer, desk);

    public static IHtmlContent Link(string sentence, CaseAnswer answer, LawDesk desk) =>
        Link(sentence, answer.Explanation.Findings.SelectMany(f => f.DefeatedBy.Append(f.Rule)), desk);

    /// <summary>The sentence with the first mention of each rule's provision as a link.</summary>
    public static IHtmlContent Link(string sentence, IEnumerable<ApplicableRule> rules, LawDesk desk)
    {
        var found = rules.Where(r => r.Provision is not null).DistinctBy(r => r.Citation)
            .Select(r => (Rule: r, Start: sentence.IndexOf(Sentences.Cite(r), StringComparison.Ordinal)))
            .Where(f => f.Start >= 0).OrderBy(f => f.Start).ToList();
        var html = new HtmlContentBuilder();
        var at = 0;
        foreach (var (rule, start) in found)
        {
            if (start < at)
                continue;
            html.Append(sentence[at..start]);
            html.AppendHtml(Link(rule, desk));
            at = start + rule.Citation.Length;
        }
        return html.Append(sentence[at..]);
    }

    /// <summary>A provision's citation as a link; plain where its law has no page.</summary>
    public static IHtmlContent Link(ApplicableRule rule, LawDesk desk)
    {
        var text = HtmlEncoder.Default.Encode(rule.Citation);
        return rule.Provision is { } provision
            // What a bill would add has no page of its own.
            && !desk.Provisions.Find(rule.Origin.Id, ProvisionIndex.Slug(provision.Citation)).IsEmpty && desk.Library.Find(rule.Origin.Id) is not null
            ? new HtmlString($"<a href=\"{HtmlEncoder.Default.Encode(Addresses.Of(rule.Origin, provision))}\">{text}</a>")
            : new HtmlString(text);
    }
}
