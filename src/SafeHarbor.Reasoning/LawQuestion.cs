using NodaTime;

namespace SafeHarbor.Reasoning;

/// <summary>Which law is asked: of which jurisdiction, on which day, after which bills.</summary>
/// <param name="Bills">Titles of bills taken as enacted; none for the law as it stands.</param>
public sealed record LawQuestion(string Jurisdiction, LocalDate On, System.Collections.Immutable.ImmutableArray<string> Bills = default);
