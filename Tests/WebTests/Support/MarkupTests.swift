// The test browser's own reading of pages and forms: a test tool that misreads would prove nothing.
import Support
import Testing

@Suite struct `The test browser's reader` {
  private let page = Reply(
    status: 200, headers: [("Content-Type", "text/html")],
    body: Array(
      """
      <!doctype html><html lang="it"><head><title>Sostieni &amp; leggi</title>
      <script>if (a < b) { "<h1>no</h1>" }</script></head><body><!-- <h1>no</h1> -->
      <div class="summary" role="alert"><ul>
      <li><a href="#amount">L'importo</a> manca</li></ul></div>
      <main><h1>Pane&nbsp;e <em>libertà</em></h1>
      <form method="get" action="/cerca"><input name="q"></form>
      <form method="post" action="/it/x?a=1&amp;b=2">
        <input type="hidden" name="csrf" value="&quot;t&#39;k&#x2F;n&quot;">
        <label>Quanto <input name='amount' value=10></label>
        <input type=radio name=how value=card checked><input type=radio name=how value=transfer>
        <input type="checkbox" name="anonymous"><textarea name="note">ciao
      mondo</textarea>
        <select name="at"><option value="1">Uno</option>
        <option value="2" selected>Due</option></select>
        <button>Avanti</button><button name="go" value="back" formaction="/it/y">Indietro</button>
      </form></main></body></html>
      """.utf8), path: "/it/x"
  ).page

  @Test func `sees title, heading, language and problems`() {
    #expect(page.title == "Sostieni & leggi")
    #expect(page.headings == ["Pane\u{a0}e libertà"])
    #expect(page.language == "it")
    #expect(page.problems == ["L'importo manca"])
  }

  @Test func `sees every field with its present value`() throws {
    let form = try #require(page.forms.last)
    #expect(form.method == "POST" && form.action == "/it/x?a=1&b=2")
    #expect(form["csrf"] == "\"t'k/n\"")
    #expect(form["amount"] == "10" && form["how"] == "card" && form["at"] == "2")
    #expect(form["anonymous"] == nil && form["note"] == "ciao mondo")
    #expect(form.buttons.map(\.text) == ["Avanti", "Indietro"])
  }

  @Test func `fills what a person could fill, and nothing else`() throws {
    var form = try #require(page.forms.last)
    try form.fill("amount", "12,50")
    try form.fill("how", "transfer")
    try form.fill("anonymous", "on")
    #expect(form["amount"] == "12,50" && form["how"] == "transfer" && form["anonymous"] == "on")
    #expect(throws: NoSuchField.self) { try form.fill("how", "cheque") }
    #expect(throws: NoSuchField.self) { try form.fill("at", "3") }
    #expect(throws: NoSuchField.self) { try form.fill("colour", "red") }
  }

  @Test func `writes a body as browsers do`() {
    #expect(Form.encoded([("a b", "1 & è")]) == "a%20b=1%20%26%20%C3%A8")
  }
}
