// The colours of the site as values, so that a test can compute their contrast.

/// One palette; each name becomes a custom property of the stylesheet.
struct Palette: Sendable {
  let paper: String
  let card: String
  let ink: String
  let muted: String
  let line: String
  let primary: String
  let accent: String
  let meter: String
  let danger: String
  let info: String

  static let light = Palette(
    paper: "#FBF8F2", card: "#FFFFFF", ink: "#1F2A1C", muted: "#5A6355", line: "#8A8F82",
    primary: "#2B6638", accent: "#8F5200", meter: "#C98A1B", danger: "#A3231F", info: "#0B5CAD")
  static let dark = Palette(
    paper: "#141813", card: "#1D231B", ink: "#ECEBE2", muted: "#B3B8AC", line: "#7B8375",
    primary: "#8CCB98", accent: "#EDB85E", meter: "#EDB85E", danger: "#FF9C93", info: "#8CC2FF")

  /// The declarations of this palette.
  var properties: String {
    """
    --paper:\(paper);--card:\(card);--ink:\(ink);--muted:\(muted);--line:\(line);\
    --primary:\(primary);--accent:\(accent);--meter:\(meter);--danger:\(danger);--info:\(info);
    """
  }
}

extension Style {
  /// Light unless the device or the reader says dark.
  static let tokens = """
    :root{color-scheme:light dark;\(Palette.light.properties)\
    --hair:color-mix(in srgb,var(--line) 38%,transparent);\
    --wash:color-mix(in srgb,var(--primary) 7%,var(--card));\
    --sun:color-mix(in srgb,var(--meter) 14%,var(--card));\
    --sans:"Titillium Web",system-ui,sans-serif;--serif:Lora,Georgia,serif;\
    --mono:"Roboto Mono",ui-monospace,monospace;--r:6px;\
    --shadow:0 1px 2px #0000000d,0 6px 20px -8px #1f2a1c26}
    @media (prefers-color-scheme:dark){:root:not([data-theme=light]){\(Palette.dark.properties)\
    --shadow:0 1px 2px #0006}}
    :root[data-theme=dark]{color-scheme:dark;\(Palette.dark.properties)--shadow:0 1px 2px #0006}
    :root[data-theme=light]{color-scheme:light}
    """
}
