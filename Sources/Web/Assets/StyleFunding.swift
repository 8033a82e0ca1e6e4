// What only campaigns and pledges need: pictures, rewards, budget bars, the transfer's slip.

extension Style {
  static let funding = """
    .picture svg{display:block;width:100%;height:auto;border-radius:var(--r)}
    .campaign-card{overflow:hidden}.campaign-card .picture{margin:-1.25rem -1.25rem 1rem}
    .campaign-card .picture svg{border-radius:0}
    .campaign-top .lead{margin-top:1.25rem}
    .campaign-top{display:grid;gap:1.5rem 3rem;align-items:start}
    .campaign-side{background:var(--card);border:1px solid var(--hair);border-radius:var(--r);\
    padding:1.25rem 1.5rem;box-shadow:var(--shadow)}
    .campaign-side .meter{margin-top:0}.campaign-side .figures{margin:.75rem 0;\
    display:grid;grid-template-columns:1fr 1fr;gap:.75rem 1rem}
    .campaign-side .figures dd{font-size:1.3rem}.campaign-side .button{width:100%}
    .campaign-side .actions{margin:1rem 0 .75rem}
    @media (min-width:56rem){.campaign-top{grid-template-columns:7fr 5fr}\
    .campaign-columns{display:grid;grid-template-columns:7fr 4fr;gap:0 4rem}}
    .campaign-columns>*{min-width:0}
    .vote{font-weight:600}
    .story{max-width:42rem}.story img{margin:1rem 0}
    .budget th svg.bar{display:block;width:100%;height:8px;margin-top:.4rem}
    .bar .whole{fill:color-mix(in srgb,var(--meter) 35%,transparent)}.bar .fill{fill:var(--meter)}
    .budget tbody th{font-weight:400;width:60%}
    .reward .price{font:700 1.3rem/1.2 var(--serif);color:var(--accent);margin:0 0 .25rem}
    .reward.gone{background:transparent;box-shadow:none}\
    .reward .actions{margin-bottom:0;padding-top:1rem}
    ul.facts{list-style:none;padding:0;margin:0;font-size:.9375rem;color:var(--muted)}
    ul.facts:empty{display:none}.facts li{padding:.2rem 0 .2rem 1.1rem;position:relative}
    .facts li::before{content:"";position:absolute;left:.1rem;top:.85rem;width:.35rem;\
    height:.35rem;border-radius:50%;background:var(--meter)}
    .facts strong{color:var(--ink)}
    .people{list-style:none;padding:0}.people li{display:flex;gap:1rem;align-items:baseline;\
    padding:.45rem 0;border-bottom:1px solid var(--hair)}
    .people b{font-variant-numeric:tabular-nums;margin-left:auto}
    .people time{color:var(--muted);font-size:.9375rem;white-space:nowrap}
    .filters{display:grid;gap:.5rem 2rem;margin:0 0 1.5rem}
    .narrow summary{color:var(--primary)}
    @supports selector(::details-content){@media (min-width:46rem){.narrow summary{display:none}\
    .narrow::details-content{content-visibility:visible}.filters{margin-top:1rem}}}
    @media (min-width:46rem){.filters{grid-template-columns:1fr 1fr}}
    .filter p{margin:0;font-weight:600;font-size:.9375rem}
    .pills{list-style:none;display:flex;flex-wrap:wrap;gap:.35rem;margin:.25rem 0 .5rem;padding:0}
    .pills a{display:inline-flex;align-items:center;min-height:44px;padding:.2rem .9rem;\
    border:1.5px solid var(--hair);border-radius:1.5rem;text-decoration:none;background:var(--card)}
    .pills a:hover{border-color:var(--primary)}
    .pills a[aria-current]{background:var(--primary);color:var(--paper);border-color:var(--primary)}
    .search-line{display:flex;gap:.5rem;flex-wrap:wrap}.search-line .input{flex:1 1 12rem}
    .button.link{background:none;border:0;color:var(--primary);text-decoration:underline;\
    min-height:44px;padding:.25rem;font-weight:400}
    .slip{background:var(--card);border:1px solid var(--hair);border-radius:var(--r);\
    padding:1.25rem 1.5rem;display:grid;gap:1rem 2.5rem;box-shadow:var(--shadow);margin:1.5rem 0}
    @media (min-width:44rem){.slip{grid-template-columns:1fr auto}}
    .slip dl{margin:0;min-width:0}.slip dt{color:var(--muted);font-size:.9375rem}
    .slip dd{margin:0 0 .9rem;font-size:1.2rem}
    .slip dd.code{overflow-wrap:anywhere;font-size:1.05rem;display:flex;flex-wrap:wrap;\
    gap:.35rem .75rem;align-items:center}
    .qr{margin:0;max-width:14rem}.qr svg{display:block;width:100%;height:auto;background:#fff;\
    border-radius:var(--r)}.qr figcaption{font-size:.875rem;color:var(--muted);margin-top:.5rem}
    .steps{margin-bottom:1.75rem}fieldset .field{margin-bottom:.75rem}\
    fieldset .field:has(.input){margin-bottom:1.25rem}legend+.field{margin-top:.6rem}
    .choice .facts{padding-bottom:.6rem}
    @media (min-width:34.01rem){.answers.aligned>div{grid-template-columns:11rem 1fr 6rem}}
    .answers.aligned dd .button{min-height:24px;padding:0}
    .total{font:700 1.56rem/1.2 var(--serif)}
    .bottom{display:none}
    @media (max-width:40rem){.bottom{display:block;position:sticky;bottom:0;padding:.6rem 1.25rem;\
    margin:2rem -1.25rem -4rem;background:var(--paper);border-top:1px solid var(--hair)}\
    .bottom .button{width:100%}main:has(.bottom) .campaign-side .actions{display:none}\
    html:has(.bottom){scroll-padding-bottom:6rem}}
    .tasks{list-style:none;padding:0;border-top:1px solid var(--hair)}
    .tasks li{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center;\
    justify-content:space-between;border-bottom:1px solid var(--hair);padding:.5rem 0}
    .tasks a{font-weight:600;display:inline-flex;min-height:44px;align-items:center}
    .tasks .hint{flex-basis:100%;margin:0 0 .4rem}
    .lines td{vertical-align:middle}.lines .input{min-width:7rem}
    .print-only{display:none}
    @media print{.print-only{display:block}.print-only svg{width:4cm;height:auto}\
    .campaign-top .picture svg{height:7cm;width:auto}.bottom,.filters,.narrow{display:none}\
    .campaign-top,.campaign-columns{display:block}}
    """
}
