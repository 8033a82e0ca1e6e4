// Small pieces of many pages: tags, callouts, the stepper, figures, timelines, emptiness, paging.
package import Domain
package import Literals
import Phrases

/// What a tag or callout means; the word in it says so too, never the colour alone.
package enum Tone: String, Sendable { case plain, good, warn, bad, info }

/// A state in one word.
package func tag(_ word: String, _ tone: Tone = .plain) -> HTML {
  "<span class=\"tag \(tone.rawValue)\">\(word)</span>"
}

/// Something to know before going on.
package func callout(_ title: String? = nil, tone: CalloutTone = .plain, _ body: HTML) -> HTML {
  let heading = title.map { "<h2>\($0)</h2>" as HTML }
  return "<div class=\"callout \(tone.rawValue)\">\(heading)\(body)</div>"
}
package enum CalloutTone: String, Sendable { case plain, info, danger }

/// "Passo 2 di 4", in words and in bars.
package func stepper(_ step: Int, of count: Int, _ language: Language) -> HTML {
  let bars = (1...max(1, count)).map { "<i\(if: $0 <= step, " class=\"done\"")></i>" as HTML }
  return """
    <p class="steps">\(PiecePhrases[language].step(step, count)) \
    <span aria-hidden="true" class="inline steps">\(bars)</span></p>
    """
}

/// Numbers with what they count.
package func figures(_ pairs: [(label: String, value: String)]) -> HTML {
  let items = pairs.map { "<div><dt>\($0.label)</dt><dd>\($0.value)</dd></div>" as HTML }
  return "<dl class=\"figures\">\(items)</dl>"
}

/// One thing that happened, or is going to.
package struct Moment: Sendable {
  let when: String
  let what: HTML
  let isDone: Bool
  package init(_ when: String, _ what: HTML, isDone: Bool = true) {
    self.when = when
    self.what = what
    self.isDone = isDone
  }
}

/// What happened and what comes next, from top to bottom.
package func timeline(_ moments: [Moment]) -> HTML {
  let items = moments.map { moment -> HTML in
    """
    <li\(if: moment.isDone, " class=\"done\"")><time>\(moment.when)</time>\(moment.what)</li>
    """
  }
  return "<ol class=\"timeline\">\(items)</ol>"
}

/// Two fields that belong together, side by side where there is room.
package func pair(_ one: HTML, _ other: HTML) -> HTML {
  "<div class=\"pair\">\(one)\(other)</div>"
}

/// Nothing to show, and why.
package func empty(_ sentence: String) -> HTML { "<p class=\"empty\">\(sentence)</p>" }

/// A link that looks like a button.
package func linkButton(_ label: String, _ link: Link, _ style: ButtonStyle = .primary) -> HTML {
  "<a class=\"button \(style.rawValue)\" href=\"\(link)\">\(label)</a>"
}

/// The way to the pages before and after.
package func pager(previous: Link?, next: Link?, _ language: Language) -> HTML {
  let say = PiecePhrases[language]
  guard previous != nil || next != nil else { return .empty }
  return """
    <nav class="pages" aria-label="\(say.pages)">\
    \(previous.map { pageLink($0, "prev", say.previous) })\
    \(next.map { pageLink($0, "next", say.next) })\
    </nav>
    """
}
private func pageLink(_ link: Link, _ relation: String, _ label: String) -> HTML {
  "<a class=\"button quiet\" rel=\"\(relation)\" href=\"\(link)\">\(label)</a>"
}

/// A count that should be zero: grey when it is, the only colour on the page when it is not.
package func count(_ label: String, _ number: Int, _ link: Link, why: String = "") -> HTML {
  """
  <li class="\(number == 0 ? "zero" : "alert")"><a href="\(link)"><b>\(number)</b>\(label)</a>\
  \(if: number > 0 && !why.isEmpty, "<span class=\"small\">\(why)</span>")</li>
  """
}
