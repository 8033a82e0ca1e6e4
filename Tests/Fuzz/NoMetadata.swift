// Stands in for our metadata, which has nothing to do with answers and would pull cryptography in.

struct ServiceMetadata {
  let service: ServiceProvider
  func document() throws -> [UInt8] { [] }
}
