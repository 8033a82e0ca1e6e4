// Reads the fields of a form into values and collects every problem on the way, all at once.
package import Domain
import Phrases

/// Used by the initializer of a form type; each question names the field and its label.
package struct FormReader {
  private let body: FormBody
  private let say: FormPhrases
  /// What was wrong so far, in the order of the questions.
  package private(set) var problems: [FieldProblem] = []

  package init(_ body: FormBody, _ language: Language) {
    self.body = body
    say = FormPhrases[language]
  }

  /// Adds a problem of one's own.
  package mutating func refuse(_ field: String, _ code: String, _ message: String) {
    problems.append(FieldProblem(field, code, message))
  }

  /// A text that has to be there, of at most so many characters; empty when refused.
  package mutating func text(_ field: String, _ label: String, max: Int = 200) -> String {
    let text = body.text(field)
    if text.isEmpty { refuse(field, "required", say.required(label)) }
    return checked(text, field, label, max)
  }
  /// A text that may be left empty.
  package mutating func optionalText(_ field: String, _ label: String, max: Int = 200) -> String {
    checked(body.text(field), field, label, max)
  }
  /// An e-mail address.
  package mutating func email(_ field: String, _ label: String) -> EmailAddress? {
    let text = body.text(field)
    guard !text.isEmpty else {
      refuse(field, "required", say.required(label))
      return nil
    }
    guard let address = EmailAddress(text) else {
      refuse(field, "not-an-email", say.notAnEmail)
      return nil
    }
    return address
  }
  /// An amount as people type it: `12,50` or `12.50`.
  package mutating func amount(_ field: String) -> Money? {
    do throws(MoneyInputRefusal) {
      return try Money(typed: body.text(field))
    } catch {
      switch error {
      case .empty: refuse(field, "required", say.amountEmpty)
      case .unreadable: refuse(field, "not-an-amount", say.amountUnreadable)
      case .tooManyDecimals: refuse(field, "too-many-decimals", say.amountTooManyDecimals)
      case .tooLarge: refuse(field, FieldCode.aboveMaximum.rawValue, say.amountTooLarge)
      case .otherCurrency: refuse(field, "wrong-currency", say.amountNotEuro)
      }
      return nil
    }
  }
  /// A whole number.
  package mutating func number(_ field: String, _ label: String) -> Int? {
    guard let number = Int(body.text(field)) else {
      refuse(field, "not-a-number", say.notANumber(label))
      return nil
    }
    return number
  }
  /// A day, as `21/11/2026` or as date fields send it, `2026-11-21`.
  package mutating func day(_ field: String, _ label: String) -> CivilDate? {
    let text = body.text(field)
    let parts = text.split(separator: "/").compactMap { Int($0) }
    let day =
      parts.count == 3
      ? CivilDate(year: parts[2], month: parts[1], day: parts[0]) : CivilDate(text)
    if day == nil { refuse(field, "not-a-date", say.notADate(label)) }
    return day
  }
  /// One of a closed list.
  package mutating func choice<C: RawRepresentable>(
    _ field: String, _ label: String, of type: C.Type = C.self
  ) -> C? where C.RawValue == String {
    let choice = C(rawValue: body.text(field))
    if choice == nil { refuse(field, "not-a-choice", say.notAChoice(label)) }
    return choice
  }
  /// A box that has to be ticked to go on.
  package mutating func consent(_ field: String, _ label: String) -> Bool {
    if !body.isTicked(field) { refuse(field, "required", say.mustBeTicked(label)) }
    return body.isTicked(field)
  }
  /// A file that has to be chosen.
  package mutating func file(_ field: String, _ label: String) -> UploadedFile? {
    let file = body.file(field)
    if file == nil { refuse(field, "required", say.noFile(label)) }
    return file
  }

  private mutating func checked(_ text: String, _ field: String, _ label: String, _ max: Int)
    -> String
  {
    if text.count > max { refuse(field, "too-long", say.tooLong(label, max)) }
    return text
  }
}
