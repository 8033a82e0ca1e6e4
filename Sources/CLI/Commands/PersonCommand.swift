// `person`: the first people of an installation, before anybody can sign in and add others.
import ArgumentParser
import Config
import Domain
import Services
import Store
import Web

struct PersonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "Adds people who may sign in.", subcommands: [Add.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Adds someone with a role on the whole site, and prints a sign-in link.",
      discussion: """
        Who is here already only gets the role and a link. The link is good for a quarter of an \
        hour and once; whoever has it is that person. Everyone else is added on the desk.
        Example: raccolto person add ada@comune.example --name "Ada Amati" --role administrator
        """)

    @Argument(help: "The address that mail goes to.") var email: String
    @Option(help: "As the desk and the record of acts show it.") var name: String
    @Option(help: "What they may do everywhere: \(Add.roles).") var role: String
    @Flag(help: "Write to them in English, not in Italian.") var english = false
    @Flag(help: "Print JSON.") var json = false

    private static let roles = Role.allCases.map(\.rawValue).joined(separator: ", ")

    func run() async throws {
      guard let address = EmailAddress(email) else {
        throw ValidationError("\(email) is not an e-mail address")
      }
      guard let role = Role(rawValue: role) else {
        throw ValidationError("the roles are \(Self.roles)")
      }
      let language = english ? Language.english : .italian
      let added = try await CLI.run {
        let settings = try await Wiring.settings()
        let database = try await Wiring.openMigrated(settings, Wiring.logger(settings))
        let identity = Wiring.identity(settings, database)
        let result: Result<PersonAdded, any Error>
        do {
          result = .success(
            try await add(
              .init(email: address, name: name, language: language), role, identity,
              at: settings.publicURL))
        } catch { result = .failure(error) }
        await database.close()
        return try result.get()
      }
      if json { try printJSON(added) } else { print(added.link) }
    }

    private func add(
      _ request: AddPerson.Request, _ role: Role, _ identity: IdentityServices, at site: String
    ) async throws -> PersonAdded {
      let person: Person
      switch try await identity.addPerson(request, by: .operator) {
      case .added(let new): person = new
      case .known(let known): person = known
      case .notAllowed: throw Fault("the operator may not add people")
      }
      let grant = GrantRole.Request(person: person.id, role: role, scope: .platform)
      _ = try await identity.grantRole(grant, by: .operator)
      let desk = request.language == .italian ? "/it/scrivania" : "/en/desk"
      let token = try await identity.requestSignInLink.issueForOperator(
        to: request.email, nextPath: desk)
      guard let token else { throw Fault("\(request.email.text) was not added") }
      let page = request.language == .italian ? "it/accedi" : "en/sign-in"
      return PersonAdded(
        person: person.id.description, role: role.rawValue, link: "\(site)/\(page)/\(token)")
    }
  }
}

/// What was done, for programs.
private struct PersonAdded: Encodable {
  let person: String
  let role: String
  let link: String
}
