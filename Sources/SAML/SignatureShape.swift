// The only form of signature that libxmlsec1 is given at all; everything else is refused unread.
import Domain

/// The shape of the signatures in a document: where they stand and what they are made of.
enum SignatureShape {
  private static let prefixListMax = 200

  /// Refuses a signature anywhere but as a child of `holders`' elements, more than one in one of
  /// them, and any that is not exactly what SAML prescribes.
  static func check(_ root: XMLElement) throws(SamlRefusal) {
    var total = 0
    root.walk { if $0.namespace == Namespace.signature, $0.name == "Signature" { total += 1 } }
    var placed = 0
    let holders = [root] + root.all("Assertion", Namespace.assertion)
    for holder in holders {
      let signatures = holder.all("Signature", Namespace.signature)
      guard signatures.count <= 1 else { throw .signatureShape }
      if let signature = signatures.first {
        guard let id = holder.attributes["ID"], !id.isEmpty else { throw .signatureShape }
        try check(signature, over: id)
        placed += 1
      }
    }
    guard placed == total else { throw .signatureShape }
  }

  /// Children exactly SignedInfo, SignatureValue and perhaps KeyInfo, which nobody reads.
  static func check(_ signature: XMLElement, over id: String) throws(SamlRefusal) {
    let names = signature.children.map(\.name)
    guard signature.children.allSatisfy({ $0.namespace == Namespace.signature }),
      names == ["SignedInfo", "SignatureValue"]
        || names == ["SignedInfo", "SignatureValue", "KeyInfo"],
      signature.attributes.isEmpty, signature.children[1].children.isEmpty
    else { throw .signatureShape }
    if signature.children.count == 3 { try check(keyInfo: signature.children[2]) }
    try check(signedInfo: signature.children[0], over: id)
  }

  /// Providers write their certificate here; whoever asks to fetch a key means no good.
  private static func check(keyInfo: XMLElement) throws(SamlRefusal) {
    let known = ["KeyName", "KeyValue", "X509Data"]
    guard keyInfo.children.allSatisfy({ $0.namespace == Namespace.signature }),
      keyInfo.children.allSatisfy({ known.contains($0.name) })
    else { throw .signatureShape }
  }

  private static func check(signedInfo: XMLElement, over id: String) throws(SamlRefusal) {
    guard
      signedInfo.children.map(\.name) == [
        "CanonicalizationMethod", "SignatureMethod", "Reference",
      ],
      signedInfo.children.allSatisfy({ $0.namespace == Namespace.signature }),
      signedInfo.attributes.isEmpty
    else { throw .signatureShape }
    let (canonical, method) = (signedInfo.children[0], signedInfo.children[1])
    guard canonical.attributes == ["Algorithm": Algorithm.exclusive] else {
      throw .forbiddenAlgorithm
    }
    try checkPrefixes(canonical)
    guard method.attributes.keys.elementsEqual(["Algorithm"]), method.children.isEmpty,
      Algorithm.signatures[method.attributes["Algorithm"] ?? ""] != nil
    else { throw .forbiddenAlgorithm }
    try check(reference: signedInfo.children[2], over: id)
  }

  private static func check(reference: XMLElement, over id: String) throws(SamlRefusal) {
    guard reference.attributes == ["URI": "#\(id)"] else { throw .wrongReference }
    guard reference.children.map(\.name) == ["Transforms", "DigestMethod", "DigestValue"],
      reference.children.allSatisfy({ $0.namespace == Namespace.signature })
    else { throw .signatureShape }
    let (transforms, digest, value) = (
      reference.children[0].children, reference.children[1], reference.children[2]
    )
    guard transforms.count == 2,
      transforms.allSatisfy({ $0.has("Transform", Namespace.signature) }),
      transforms[0].attributes == ["Algorithm": Algorithm.enveloped],
      transforms[0].children.isEmpty,
      transforms[1].attributes == ["Algorithm": Algorithm.exclusive]
    else { throw .forbiddenAlgorithm }
    try checkPrefixes(transforms[1])
    guard digest.children.isEmpty, digest.attributes.keys.elementsEqual(["Algorithm"]),
      Algorithm.digests.contains(digest.attributes["Algorithm"] ?? "")
    else { throw .forbiddenAlgorithm }
    guard let text = value.text, !text.isEmpty, value.attributes.isEmpty else {
      throw .signatureShape
    }
  }

  /// OpenSAML and Shibboleth write a prefix list; nothing else may stand in these elements.
  private static func checkPrefixes(_ element: XMLElement) throws(SamlRefusal) {
    guard !element.children.isEmpty else { return }
    guard element.children.count == 1, element.children[0].children.isEmpty,
      element.children[0].has("InclusiveNamespaces", Namespace.exclusive),
      element.children[0].attributes.keys.elementsEqual(["PrefixList"]),
      (element.children[0].attributes["PrefixList"] ?? "").utf8.count <= prefixListMax
    else { throw .forbiddenAlgorithm }
  }
}
