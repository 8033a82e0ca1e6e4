// Carries the sandbox's webhooks over HTTP, signed like a real provider's.
package import Domain
import Services

/// Posts to our own receiver, through the network like anybody else.
package struct SandboxPost: SandboxCourier {
  let client: HTTPClient
  let signature: WebhookSignature
  let address: String

  /// `address` is the receiver's, `http://127.0.0.1:8080/webhooks/sandbox`.
  package init(client: HTTPClient, secrets: [String], to address: String) {
    self.client = client
    signature = WebhookSignature(secrets: secrets)
    self.address = address
  }

  package func deliver(_ body: [UInt8], at now: Instant) async throws -> Int {
    let answer = try await client.send(
      HTTPCall(
        "POST", address,
        headers: [
          ("Content-Type", "application/json"),
          (SandboxSigning.header, signature.sign(body, at: now)),
        ],
        body: body))
    return answer.status
  }
}
