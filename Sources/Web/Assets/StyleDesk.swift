// Tables, the desk's dense pages, and paper.

extension Style {
  static let tables = """
    .scroll{position:relative;overflow-x:auto;margin:0 0 1.5rem}
    table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
    caption{text-align:left;font-weight:600;padding:.5rem 0}
    th,td{text-align:left;padding:.6rem .9rem .6rem 0;border-bottom:1px solid var(--hair);\
    vertical-align:top}
    thead th{border-bottom:2px solid var(--line);font-size:.9375rem;color:var(--muted)}
    tbody th{font-weight:600}
    .right,thead th.right{text-align:right}.right+:not(.right){padding-left:1.25rem}
    h2+p+.scroll caption,h2+.scroll caption,.lead+.scroll caption{position:absolute;width:1px;\
    height:1px;overflow:hidden;clip-path:inset(50%)}
    @media (max-width:40rem){.scroll{background:\
    linear-gradient(90deg,var(--paper) 40%,transparent) 0 0/2.5rem 100% no-repeat local,\
    linear-gradient(270deg,var(--paper) 40%,transparent) 100% 0/2.5rem 100% no-repeat local,\
    linear-gradient(90deg,var(--hair),transparent) 0 0/.6rem 100% no-repeat scroll,\
    linear-gradient(270deg,var(--hair),transparent) 100% 0/.6rem 100% no-repeat scroll}
    .scroll table{font-size:.9375rem}th,td{padding-right:.6rem}
    table:not(.fold):has(thead th:nth-child(4)){min-width:40rem}
    .fold thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .fold tr{display:flex;flex-wrap:wrap;gap:.1rem .9rem;padding:.6rem 0;\
    border-bottom:1px solid var(--hair)}
    .fold td,.fold tbody th{display:block;border:0;padding:0}.fold tbody th{flex-basis:100%}
    .fold td[data-label]::before{content:attr(data-label)" ";color:var(--muted)}\
    .fold .right+:not(.right){padding-left:0}\
    .fold td.money{margin-left:auto}.fold td:empty{display:none}.fold tfoot tr{border:0}
    .fold tfoot th,.fold tfoot td{border:0;padding:0}}
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
    .counts .figure{display:block}.counts p{margin:.35rem 0 0}
    .counts .zero a,.counts .zero b{color:var(--muted)}
    .desk-menu{background:var(--card);border-bottom:1px solid var(--hair)}
    .desk-menu ul{list-style:none;display:flex;flex-wrap:wrap;margin:0 auto;max-width:72rem;\
    padding:0 .75rem}
    .desk-menu a{display:inline-flex;align-items:center;min-height:44px;padding:0 .5rem;\
    color:var(--ink);text-decoration:none;white-space:nowrap}
    .desk-menu :focus-visible{outline-offset:-4px;box-shadow:none}
    @media (max-width:40rem){.desk-menu ul{flex-wrap:nowrap;overflow-x:auto}}
    .desk-menu a:hover{background:var(--wash)}
    .desk-menu [aria-current]{box-shadow:inset 0 -3px var(--primary);font-weight:700}
    .desk td:not(.right),.desk th:not(.right){min-width:6rem}
    .desk td.money,.desk td.day,.desk td .id,.desk time,td time,.desk th code,.desk td .tag{\
    white-space:nowrap}
    .desk th a{overflow-wrap:normal}
    .desk .detail{display:inline-block;margin-right:.75rem}
    .desk .id{font-size:.8125rem;color:var(--muted)}
    .desk tr.group th{padding-top:1.1rem}.desk tr.group .muted{font-weight:400}
    .desk .signs{list-style:none;padding:0}
    .desk .bad{color:var(--danger);font-weight:600}.desk .tag.bad{font-weight:600}
    @media (min-width:34.01rem){.desk .facts>div{grid-template-columns:minmax(9rem,1fr) 4fr}}
    .desk .choices{max-width:44rem}
    @media (min-width:46rem){.pair{display:grid;gap:0 2rem;grid-template-columns:1fr 1fr;\
    align-items:end}.pair .field{min-width:0}.lines td:nth-child(-n+2){width:36%}}
    .source{margin:0;color:var(--muted);font-size:.8125rem}
    .desk .facts dd{overflow-wrap:anywhere}
    .desk pre.body{overflow:auto;max-height:32rem;padding:1rem;background:var(--card);\
    border:1px solid var(--hair);border-radius:var(--r);font-size:.875rem;line-height:1.5}
    .desk td form .actions{margin:0}
    @media (max-width:34rem){.counts{grid-template-columns:1fr 1fr}.counts li{padding:.6rem}\
    .counts .alert{grid-column:1/-1}.counts .zero b{font-size:1.3rem}}
    """

  static let print = """
    @media print{:root{--paper:#fff;--card:#fff;--ink:#000;--muted:#333;--line:#666;\
    --primary:#000;--accent:#000;--shadow:none}
    header.site nav,footer.site,.banner,.skip,.crumbs,.language,.actions,.button,form.theme{\
    display:none!important}
    main{max-width:none;padding:0}body{font-size:11pt;min-height:0;display:block}a{color:#000}
    tfoot{display:table-row-group}tfoot tr{break-before:avoid}
    main>:last-child,.scroll:last-child{margin-bottom:0}
    .desk-menu,.toolbar,.filters,.pages,form[role=search],.desk form,\
    main h2:has(+form),p.hint:has(+form){\
    display:none}
    .scroll{overflow:visible}pre{white-space:pre-wrap}
    .card,tr,figure,.slip,.callout{break-inside:avoid}h2,h3{break-after:avoid}}
    @media (forced-colors:active){.meter .fill{fill:Highlight}.button,.card,.tag{\
    border:1px solid}.choice input{accent-color:auto}\
    .three li,.callout,.flash{border-color:CanvasText}}
    """
}
