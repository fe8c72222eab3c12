namespace SafeHarbor.Publishing.Tests;

/// <summary>Documents that a visitor carries away are whole files of their kind, and what is not there is said so.</summary>
public class DownloadTests(Site site)
{
    [Theory]
    [InlineData("/us-dc/brief.docx")]
    [InlineData("/us-dc/testimony.docx")]
    [InlineData("/us-dc/resolution.docx")]
    [InlineData("/us-dc/demand/r3.arrest/amendment.docx")]
    [InlineData("/resolution.docx")]
    [InlineData("/tables.xlsx")]
    public async Task ADocumentIsAWholeFile(string address)
    {
        using var response = await site.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
        using var zip = new System.IO.Compression.ZipArchive(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Contains(zip.Entries, e => e.FullName is "word/document.xml" or "xl/workbook.xml");
        Assert.Equal(address.Split('/')[^1].Split('.')[^1], response.Content.Headers.ContentDisposition!.FileName!.Trim('"').Split('.')[^1]);
    }

    [Theory]
    [InlineData("/us-zz/brief.docx")]
    [InlineData("/us-dc/demand/r9.none/amendment.docx")]
    public async Task WhatIsNotThereIsNotFound(string address) =>
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await site.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
}
