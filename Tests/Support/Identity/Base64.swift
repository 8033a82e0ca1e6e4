// Bytes as forms carry them.
import Foundation

/// Standard base64.
package func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
