// One phrase in both languages, where a closed list is put into words.
package import Domain

extension Language {
  /// The phrase of this language.
  func say(_ italian: String, _ english: String) -> String {
    switch self {
    case .italian: italian
    case .english: english
    }
  }

  /// How long something has lasted, roughly: `3 ore`, `2 days`. Under a minute is "less than one".
  package func age(_ span: Instant.Span) -> String {
    let minutes = span.milliseconds / 60_000
    switch minutes {
    case ..<1: return say("meno di un minuto", "less than a minute")
    case ..<120: return counted(minutes, "minuto", "minuti", "minute", "minutes")
    case ..<(48 * 60): return counted(minutes / 60, "ora", "ore", "hour", "hours")
    case _: return counted(minutes / 1440, "giorno", "giorni", "day", "days")
    }
  }
  private func counted(_ n: Int64, _ one: String, _ more: String, _ en: String, _ ens: String)
    -> String
  { "\(n) \(n == 1 ? say(one, en) : say(more, ens))" }
}
