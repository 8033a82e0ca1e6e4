// The mark: a sheaf of five bars of rising height, leaning outwards, tied by a band.
import Literals

enum Mark {
  /// In the colour of the text around it; the name stands beside it, so it says nothing itself.
  static let sheaf: HTML = """
    <svg class="mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">\(drawing)</svg>
    """

  /// Five bars of rising height, so also a ranking; a band ties them, the cut ends flare below.
  static let drawing: HTML = """
    <g fill="none" stroke="currentColor" stroke-linecap="round" stroke-width="3.3">\
    <path d="M17.0 26.4 10.4 14.0M20.5 26.4 16.5 10.4\
    M24.0 26.4 24.0 7.4M27.5 26.4 32.7 5.5M31.0 26.4 42.3 5.2"/>\
    <path d="M17.0 35.6 13.9 42.5M20.5 35.6 18.9 42.9\
    M24.0 35.6 24.0 43.1M27.5 35.6 29.1 42.9M31.0 35.6 34.1 42.5"/>\
    <path stroke-width="3.6" d="M15.4 31h17.2"/></g>
    """
}
