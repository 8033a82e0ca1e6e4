// Tables, the desk's dense pages, and paper.

extension Style {
  static let tables = """
    .scroll{overflow-x:auto;margin:0 0 1.5rem}
    table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
    caption{text-align:left;font-weight:600;padding:.5rem 0}
    th,td{text-align:left;padding:.6rem .9rem .6rem 0;border-bottom:1px solid var(--hair);\
    vertical-align:top}
    thead th{border-bottom:2px solid var(--line);font-size:.9375rem;color:var(--muted)}
    tbody th{font-weight:600}
    .right{text-align:right}
    tfoot td,tfoot th{border-top:2px solid var(--line);border-bottom:0;font-weight:700}
    .pages{display:flex;gap:.75rem;flex-wrap:wrap;margin:1.5rem 0}
    """

  static let desk = """
    .desk{font-size:1rem;line-height:1.5}.desk h1{font-size:1.95rem}.desk h2{font-size:1.3rem}
    .desk th,.desk td{padding-block:.4rem}
    .counts{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,14rem),\
    1fr));list-style:none;padding:0}
    .counts li{background:var(--card);border:1px solid var(--hair);border-radius:var(--r);\
    padding:.8rem 1rem}
    .counts a{display:block;color:inherit;text-decoration:none;min-height:44px}
    .counts a:hover{text-decoration:underline}
    .counts b{display:block;font:700 1.95rem/1.1 var(--serif);font-variant-numeric:tabular-nums}
    .counts .zero{color:var(--muted);box-shadow:none}
    .counts .alert{border-color:var(--danger);border-left-width:5px}.counts .alert b{\
    color:var(--danger)}
    .toolbar{display:flex;flex-wrap:wrap;gap:.75rem 1.25rem;align-items:end;margin:0 0 1.25rem}
    .toolbar .field{margin:0}
    """

  static let print = """
    @media print{:root{--paper:#fff;--card:#fff;--ink:#000;--muted:#333;--line:#666;\
    --primary:#000;--accent:#000;--shadow:none}
    header.site nav,footer.site,.banner,.skip,.crumbs,.language,.actions,.button,form.theme{\
    display:none!important}
    main{max-width:none;padding:0}body{font-size:11pt}a{color:#000}
    .card,tr,figure{break-inside:avoid}h2,h3{break-after:avoid}}
    @media (forced-colors:active){.meter .fill{fill:Highlight}.button,.card,.tag{\
    border:1px solid}.choice input{accent-color:auto}\
    .three li,.callout,.flash{border-color:CanvasText}}
    """
}
