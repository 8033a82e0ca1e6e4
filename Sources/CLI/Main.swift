import ArgumentParser

@main
struct Raccolto: ParsableCommand {
  func run() {}
}
