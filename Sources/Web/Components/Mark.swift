// The mark: a sheaf of five bars of rising height, leaning outwards, tied by a band.
import Literals

enum Mark {
  /// In the colour of the text around it; the name stands beside it, so it says nothing itself.
  static let sheaf: HTML = """
    <svg class="mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">\(drawing)</svg>
    """

  /// Five bars, the middle one tallest but one: also a ranking. The band ties them.
  static let drawing: HTML = """
    <g fill="none" stroke="currentColor" stroke-width="4.4" stroke-linecap="round">\
    <path d="M19.6 43 8.5 22"/><path d="M21.8 43 15.4 15"/><path d="M24 43V5"/>\
    <path d="M26.2 43 32.6 11"/><path d="M28.4 43 39.5 18.5"/></g>\
    <path d="M15.2 31.2c5.6 2.6 12 2.6 17.6 0" fill="none" stroke="currentColor" \
    stroke-width="3.4" stroke-linecap="round"/>
    """
}
