// The desk speaks the reader's language: every act has words, and labels that ask keep their mark.
import Domain
import Phrases
import Testing

@Suite struct DeskWordTests {
  @Test(arguments: Act.allCases) func `every act is told in words`(act: Act) {
    for language in Language.allCases {
      #expect(act.word(language) != act.rawValue, "add \(act) to ActWords.swift")
    }
    #expect(act.word(.italian) != act.word(.english))
  }

  @Test func `what moved a payment is told in words`() {
    #expect(Cause.Kind(historyWords: "pledge")?.word(.italian) == "adesione")
    #expect(Cause.Kind(historyWords: "statement line")?.word(.italian) == "riga di estratto")
    #expect(Cause.Kind(historyWords: "somebody") == nil)
    #expect(historyCause("timetable", .italian) == "l’orario delle attività")
    #expect(historyCause("anything else", .italian) == "anything else")
  }

  @Test func `a label that asks is followed by a sentence, any other by a colon`() {
    let say = FormPhrases.it
    #expect(say.notAChoice("Come vuoi pagare?").hasPrefix("Come vuoi pagare? Scegli"))
    #expect(say.required("E-mail") == "E-mail: manca. Compila questo campo.")
    #expect(FormPhrases.en.required("Who are you?").hasPrefix("Who are you? Missing."))
  }
}
