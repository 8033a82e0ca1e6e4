// The buttons of SPID and CIE and the list of providers under the first.

extension Style {
  static let identity = """
    .button.identity{background:#0066CC;border-color:#0066CC;color:#FFFFFF;display:inline-flex;\
    align-items:center;gap:.75rem;font-weight:700;min-height:48px;padding:.5rem 1.25rem}
    .button.identity:hover{background:#004C99;border-color:#004C99}
    details.identity{margin:1rem 0}
    details.identity>summary{list-style:none;cursor:pointer}
    details.identity>summary::-webkit-details-marker{display:none}
    details.identity ul{list-style:none;padding:0;margin:.5rem 0;max-width:24rem;\
    border:1px solid var(--line);border-radius:var(--r);background:var(--card)}
    details.identity li+li{border-top:1px solid var(--hair)}
    details.identity li a{display:block;padding:.75rem 1rem;overflow-wrap:anywhere}
    details.identity ul.more{border:0;background:none}details.identity ul.more li{border:0}
    details.identity ul.more a{padding:.4rem 0}
    """
}
