using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace SafeHarbor.Law.Tests;

/// <summary>Rules of the house, kept by reflection.</summary>
public class DesignTests
{
    private static readonly Assembly Law = typeof(LawLibrary).Assembly;

    [Fact]
    public void TheLawKnowsNothingOfReasoningOrPages() =>
        Assert.DoesNotContain(Law.GetReferencedAssemblies(), a => a.Name!.StartsWith("SafeHarbor", StringComparison.Ordinal));

    [Fact]
    public void PublicTypesOfTheModelNeverChange()
    {
        var changeable = from type in Law.GetExportedTypes()
                         from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                         where property.SetMethod is { IsPublic: true } setter
                             && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
                         select $"{type.Name}.{property.Name}";
        Assert.Empty(changeable);
    }
}
