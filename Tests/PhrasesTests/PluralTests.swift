// One and many, in both languages: nobody reads "1 giorni".
import Phrases
import Testing

@Suite struct PluralTests {
  private let italian = CampaignPhrases.it
  private let english = CampaignPhrases.en

  @Test func `campaigns, people, days and votes`() {
    #expect([0, 1, 2].map(italian.found) == ["0 campagne", "1 campagna", "2 campagne"])
    #expect([0, 1, 2].map(english.found) == ["0 campaigns", "1 campaign", "2 campaigns"])
    #expect([0, 1, 2].map(italian.backers) == ["0 persone", "1 persona", "2 persone"])
    #expect([0, 1, 2].map(english.backers) == ["0 people", "1 person", "2 people"])
    #expect([0, 1, 2].map(italian.daysLeft) == ["0 giorni", "1 giorno", "2 giorni"])
    #expect([0, 1, 2].map(english.daysLeft) == ["0 days", "1 day", "2 days"])
    #expect(italian.rank(1, 30, 1).hasSuffix("1 voto"))
    #expect(italian.rank(2, 30, 185).hasSuffix("185 voti"))
    #expect(english.rank(1, 30, 1).hasSuffix("1 vote"))
    #expect(english.rank(2, 30, 185).hasSuffix("185 votes"))
  }

  @Test func `what is left of a reward`() {
    #expect([1, 3].map { italian.left($0, 10) } == ["Ne resta 1 su 10", "Ne restano 3 su 10"])
    #expect(italian.atMost(1) == "Una a persona")
    #expect(italian.atMost(2) == "Al massimo 2 a persona")
    #expect(english.atMost(1) == "One each")
    #expect(english.atMost(2) == "At most 2 each")
  }

  @Test func `seconds to wait, lines and events that wait`() {
    #expect(ProblemPhrases.it.tryAgainIn(1).hasSuffix("1 secondo."))
    #expect(ProblemPhrases.it.tryAgainIn(2).hasSuffix("2 secondi."))
    #expect(ProblemPhrases.en.tryAgainIn(1).hasSuffix("1 second."))
    #expect(ProblemPhrases.en.tryAgainIn(2).hasSuffix("2 seconds."))
    #expect(MachineDeskPhrases.it.replayedMany(1) == "Una notifica è tornata in coda.")
    #expect(MachineDeskPhrases.it.replayedMany(2) == "2 notifiche in coda.")
    #expect(MachineDeskPhrases.en.replayedMany(1) == "One event is queued again.")
    #expect(MachineDeskPhrases.en.replayedMany(2) == "2 events are queued again.")
  }
}
