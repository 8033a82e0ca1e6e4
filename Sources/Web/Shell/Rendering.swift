// Turns a screen's reply into a response: status, type, cookies, and what may be cached.
import Domain
import Foundation
import Hummingbird
import HTTPTypes
import Literals
import Services

/// One reply on its way out.
struct Rendering {
  private let screen: ScreenContext
  private let audience: Audience

  init(_ screen: ScreenContext, _ audience: Audience) {
    self.screen = screen
    self.audience = audience
  }

  func response(_ reply: Reply) -> Response {
    switch reply {
    case .page(let page): html(page, 200)
    case .unprocessable(let page): html(page, 422)
    case .status(let status, let page): html(page, status)
    case .seeOther(let route, let flash): redirect(route[screen.language].path, flash)
    case .seeOtherLink(let link, let flash): redirect(link.path, flash)
    case .leave(let url): redirect(url, nil)
    case .found(let url): redirect(url, nil, .found)
    case .handOver(let page, let place): allowing(place, html(page, 200))
    case .problem(let problem): self.problem(problem)
    case .file(let bytes, let type, let name): file(bytes, type, name)
    case .json(let bytes, let status): plain(bytes, "application/json", status)
    case .text(let text, let status): plain(Array(text.utf8), "text/plain; charset=utf-8", status)
    // A form's door answers this one itself; nothing else asks for proof.
    case .proveFirst: problem(.notAllowed)
    case .with(let cookies, let reply): adding(cookies, to: response(reply))
    }
  }

  private func html(_ page: Page, _ status: Int) -> Response {
    let document = Document(screen: screen, page: page).html
    var response = bytes(Array(document.text.utf8), "text/html; charset=utf-8", status)
    response.headers[.contentLanguage] = screen.language.rawValue
    if audience == .everyone, screen.signedIn == nil, screen.flash == nil, status == 200 {
      response.headers[.cacheControl] = "public, max-age=0, must-revalidate"
      response.headers[.eTag] = "\"\(Digest(of: document.text).description.prefix(22))\""
      response.headers[.vary] = "Cookie"
    } else {
      // Who is not signed in may go back to a form already sent: not kept, that is a browser error.
      response.headers[.cacheControl] =
        screen.signedIn == nil ? "private, no-cache" : "private, no-store"
      if audience != .everyone, screen.signedIn == nil, !screen.visitor.isKnown {
        let sealed = Sealed.seal(screen.visitor.mark, screen.key, .visitor)
        response = adding([SiteCookie(.visitor, sealed)], to: response)
      }
    }
    return screen.flash == nil ? response : adding([.clear(.flash)], to: response)
  }

  private func allowing(_ place: String, _ response: Response) -> Response {
    var response = response
    if let name = HTTPField.Name("Content-Security-Policy") {
      response.headers[name] = SecurityHeaders.policy(formsTo: place)
    }
    return response
  }

  private func redirect(
    _ location: String, _ flash: Flash?, _ status: HTTPResponse.Status = .seeOther
  ) -> Response {
    var headers: HTTPFields = [.location: location]
    headers[.cacheControl] = "private, no-store"
    let response = Response(status: status, headers: headers)
    guard let flash else { return response }
    return adding(
      [SiteCookie(.flash, flash.sealed(screen.key), maxAgeSeconds: 60)], to: response)
  }

  private func problem(_ problem: Problem) -> Response {
    var response: Response
    if audience == .programs || Negotiation.wantsJSON(screen.request) {
      let body = ProblemDocument(problem, screen).json
      response = bytes(body, "application/problem+json", problem.status)
    } else {
      response = html(ProblemPage(problem, screen).page, problem.status)
    }
    response.headers[.cacheControl] = "private, no-store"
    if let seconds = problem.retryAfterSeconds { response.headers[.retryAfter] = String(seconds) }
    if let pace = problem.pace, let limit = HTTPField.Name("RateLimit"),
      let policy = HTTPField.Name("RateLimit-Policy")
    {
      response.headers[policy] = "\"\(pace.name)\";q=\(pace.perMinute);w=60"
      response.headers[limit] = "\"\(pace.name)\";r=0;t=\(problem.retryAfterSeconds ?? 1)"
    }
    return response
  }

  private func file(_ content: [UInt8], _ type: String, _ name: String?) -> Response {
    var response = bytes(content, type, 200)
    response.headers[.cacheControl] = "private, no-store"
    if let name {
      let plain = name.folded.map {
        $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) ? $0 : "-"
      }
      response.headers[.contentDisposition] = "attachment; filename=\"\(String(plain))\""
    }
    return response
  }

  private func plain(_ content: [UInt8], _ type: String, _ status: Int) -> Response {
    var response = bytes(content, type, status)
    response.headers[.cacheControl] = "no-store"
    return response
  }

  private func bytes(_ bytes: [UInt8], _ type: String, _ status: Int) -> Response {
    Response(
      status: .init(code: status), headers: [.contentType: type],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private func adding(_ cookies: [SiteCookie], to response: Response) -> Response {
    var response = response
    for cookie in cookies {
      response.headers.append(
        HTTPField(name: .setCookie, value: cookie.header(secure: screen.settings.isSecure)))
    }
    return response
  }
}
