// The addresses of signing in, of people and their roles, and of the record of acts.
package import Domain

package enum IdentityRoutes {
  package static let signIn = FixedAddress(it: "accedi", en: "sign-in")
  /// Signing in by SPID for who is under age.
  package static let minors = FixedAddress(it: "accedi/minori", en: "sign-in/minors")
  package static let checkMail = FixedAddress(it: "accedi/posta", en: "sign-in/mail")
  /// The page of a one-time link: it shows a button, and only the button uses the link.
  package static let confirm = Address<String>(it: "accedi/:", en: "sign-in/:")
  /// The second step of signing in.
  package static let secondStep = FixedAddress(it: "accedi/codice", en: "sign-in/code")
  /// Signing in once more while signed in, to show that one still can.
  package static let signInAgain = FixedAddress(it: "accedi/di-nuovo", en: "sign-in/again")
  package static let factor = FixedAddress(
    it: "profilo/secondo-fattore", en: "profile/second-factor")
  package static let confirmFactor = FixedAddress(
    it: "profilo/secondo-fattore/conferma", en: "profile/second-factor/confirm")
  package static let renewCodes = FixedAddress(
    it: "profilo/secondo-fattore/codici", en: "profile/second-factor/codes")
  package static let removeFactor = FixedAddress(
    it: "profilo/secondo-fattore/togli", en: "profile/second-factor/remove")
  package static let passkeySignIn = FixedAddress(it: "accedi/passkey", en: "sign-in/passkey")
  package static let passkeyAnswer = FixedAddress(
    it: "accedi/passkey/risposta", en: "sign-in/passkey/answer")
  package static let passkeys = FixedAddress(it: "profilo/passkey", en: "profile/passkeys")
  package static let keepPasskey = FixedAddress(
    it: "profilo/passkey/nuova", en: "profile/passkeys/new")
  package static let passkey = Address<Passkey.ID>(
    it: "profilo/passkey/:", en: "profile/passkeys/:")
  package static let removePasskey = Address<Passkey.ID>(
    it: "profilo/passkey/:/togli", en: "profile/passkeys/:/remove")
  package static let endSessions = FixedAddress(
    it: "profilo/accessi/chiudi-tutti", en: "profile/sessions/end-all")
  package static let resetFactor = Address<Person.ID>(
    it: "scrivania/persone/:/secondo-fattore/azzera", en: "desk/people/:/second-factor/reset")
  /// What the other tab shows once one has shown who one is.
  package static let proved = FixedAddress(it: "accedi/fatto", en: "sign-in/done")
  package static let linkIdentity = FixedAddress(
    it: "profilo/collega", en: "profile/connect")
  package static let removeIdentity = FixedAddress(
    it: "profilo/scollega", en: "profile/disconnect")
  package static let addAddress = FixedAddress(it: "profilo/indirizzo", en: "profile/address")
  package static let removeAddress = FixedAddress(
    it: "profilo/indirizzo/togli", en: "profile/address/remove")
  /// The page of a link to an address that someone adds: only its button uses the link.
  package static let confirmAddress = Address<String>(
    it: "profilo/indirizzo/:", en: "profile/address/:")
  package static let ownPledges = FixedAddress(it: "profilo/adesioni", en: "profile/pledges")
  package static let conflicts = FixedAddress(
    it: "scrivania/identita-contese", en: "desk/contested-identities")
  package static let conflict = Address<CredentialConflict.ID>(
    it: "scrivania/identita-contese/:", en: "desk/contested-identities/:")
  package static let signOut = FixedAddress(it: "esci", en: "sign-out")
  package static let sessions = FixedAddress(it: "profilo", en: "profile")
  package static let endSession = Address<String>(
    it: "profilo/accessi/:/chiudi", en: "profile/sessions/:/end")
  package static let people = FixedAddress(it: "scrivania/persone", en: "desk/people")
  package static let person = Address<Person.ID>(it: "scrivania/persone/:", en: "desk/people/:")
  package static let roles = FixedAddress(
    it: "scrivania/persone/ruoli", en: "desk/people/roles")
  package static let grant = Address<Person.ID>(
    it: "scrivania/persone/:/ruoli", en: "desk/people/:/roles")
  package static let revoke = Address<Person.ID, Grant.ID>(
    it: "scrivania/persone/:/ruoli/:/togli", en: "desk/people/:/roles/:/revoke")
  package static let standIn = Address<Person.ID>(
    it: "scrivania/persone/:/al-posto", en: "desk/people/:/in-place")
  package static let endStandIn = FixedAddress(it: "al-posto/fine", en: "in-place/end")
  package static let invitations = FixedAddress(
    it: "scrivania/persone/inviti", en: "desk/people/invitations")
  package static let withdrawInvitation = Address<Invitation.ID>(
    it: "scrivania/persone/inviti/:/ritira", en: "desk/people/invitations/:/withdraw")
  /// The page of an invitation's link: only its button takes it up.
  package static let invitation = Address<String>(it: "invito/:", en: "invitation/:")
  package static let audit = FixedAddress(it: "scrivania/registro-atti", en: "desk/audit")
  package static let me = FixedAddress(neutral: "api/v1/me")
}
