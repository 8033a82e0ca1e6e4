// Text without case and accents, for slugs and for comparing names that banks have flattened.

extension String {
  /// Lower case, with the Latin letters of European names reduced to a–z.
  package var folded: String {
    var text = ""
    for scalar in lowercased().unicodeScalars {
      if (0x300...0x36F).contains(scalar.value) { continue }
      if let plain = plainLetters[scalar] {
        text += plain
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

/// Each plain letter with the accented ones that fold to it.
private let plainLetters: [Unicode.Scalar: String] = {
  let groups: [(String, String)] = [
    ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
    ("i", "ìíîïĩīĭįı"), ("l", "ĺļľł"), ("n", "ñńņň"), ("o", "òóôõöøōŏő"), ("r", "ŕŗř"),
    ("s", "śŝşšș"), ("t", "ţťț"), ("u", "ùúûüũūŭůűų"), ("y", "ýÿ"), ("z", "źżž"), ("ae", "æ"),
    ("oe", "œ"), ("ss", "ß"),
  ]
  var letters: [Unicode.Scalar: String] = [:]
  for (plain, accented) in groups {
    for scalar in accented.unicodeScalars { letters[scalar] = plain }
  }
  return letters
}()
