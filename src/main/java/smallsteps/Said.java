package smallsteps;

/// What somebody wrote, as it is kept: whom and what they mentioned stands in it by id, with the
/// name that they saw, and is no text to show. A reader gets it by
/// [smallsteps.config.Words.Sentences#names].
///
/// @param kept plain text with mentions as [Mentions] writes them
public record Said(String kept) {}
