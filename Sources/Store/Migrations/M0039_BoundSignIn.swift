// One-time links know the browser that asked; sign-ins that wait are found by their browser.
import Literals

extension Migration {
  static let boundSignIn = Migration(
    number: 39, title: "boundSignIn",
    why: "A link that comes to another browser than the one that asked for it says whose sign-in it"
      + " is before it lets anybody in; a test provider is never among those that are kept.",
    sql: """
      ALTER TABLE sign_in_link ADD COLUMN browser_hash TEXT
      ;;
      CREATE INDEX saml_request_browser ON saml_request (browser_hash)
      ;;
      DELETE FROM saml_metadata WHERE source = 'the test provider'
      """)
}
