// A migrated SQLite file that every test copies, in memory where the system has such a folder.
import Foundation
import Store

actor SQLiteTemplate {
  static let shared = SQLiteTemplate()

  private var template: Task<String, any Error>?
  private var copies = 0

  nonisolated func withCopy<T>(_ body: (DatabaseAddress) async throws -> T) async throws -> T {
    let path = try await copy()
    defer {
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: path + suffix)
      }
    }
    return try await body(.sqlite(path: path))
  }

  private func copy() async throws -> String {
    if template == nil { template = Task { try await Self.make() } }
    guard let original = try await template?.value else { throw CocoaError(.fileNoSuchFile) }
    copies += 1
    let path = original + "-\(copies)"
    try FileManager.default.copyItem(atPath: original, toPath: path)
    return path
  }

  /// Migrates a file once; its folder goes when the process ends.
  private static func make() async throws -> String {
    let fast = FileManager.default.isWritableFile(atPath: "/dev/shm")
    let base = fast ? "/dev/shm" : NSTemporaryDirectory()
    let folder = base + "/raccolto-sqlite.\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    sweep(folder)
    let path = folder + "/template"
    let database = try await Database.open(.sqlite(path: path))
    try await database.closing(after: { _ = try await $0.migrate() })
    return path
  }

  private static func sweep(_ folder: String) {
    leftBehind = folder
    atexit { try? FileManager.default.removeItem(atPath: leftBehind) }
  }
}

/// Set once before `atexit` is told of it.
nonisolated(unsafe) private var leftBehind = ""
