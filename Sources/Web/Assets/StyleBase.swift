// Type, rhythm, links and focus; then the frame around every page.

/// The stylesheet, by subject.
enum Style {
  static let base = """
    *,*::before,*::after{box-sizing:border-box}
    html{scroll-padding-block:5rem;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 var(--sans);\
    overflow-wrap:break-word;min-height:100vh;display:flex;flex-direction:column}
    h1,h2,h3,h4{line-height:1.2;text-wrap:balance;margin:2.5rem 0 .75rem;font-weight:700}
    h1{font:700 clamp(1.95rem,1.4rem + 2.4vw,3.05rem)/1.12 var(--serif);letter-spacing:-.012em;\
    margin:1rem 0 1rem}
    h2{font-size:1.56rem}h3{font-size:1.25rem;margin-top:2rem}h4{font-size:1.0625rem}
    p,ul,ol,dl,table,figure{margin:0 0 1rem}
    a,dd,code,pre{overflow-wrap:anywhere}
    .letter{font:inherit;white-space:pre-wrap}
    .lead{font-size:1.25rem;line-height:1.5;color:var(--muted);max-width:40rem}
    .story{font:1.125rem/1.7 var(--serif)}
    .small{font-size:.9375rem}.muted{color:var(--muted)}
    .money,.number{font-variant-numeric:tabular-nums lining-nums}
    code,.code{font-family:var(--mono);font-size:.94em}
    a{color:var(--primary);text-decoration-thickness:.08em;text-underline-offset:.18em}
    a:hover{text-decoration-thickness:.16em}
    :focus-visible{outline:3px solid var(--ink);outline-offset:2px;box-shadow:0 0 0 6px #FFD24D;\
    border-radius:2px}
    main:focus,main:focus-visible{outline:none;box-shadow:none}
    hr{border:0;border-top:1px solid var(--hair);margin:2.5rem 0}
    img,svg{max-width:100%}img{height:auto;border-radius:var(--r)}
    summary{cursor:pointer;min-height:44px;padding:.6rem 0;font-weight:600}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);\
    white-space:nowrap}
    @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}\
    a,.button,.input{transition:background-color .12s,border-color .12s}}
    """

  static let frame = """
    .skip{position:absolute;left:1rem;top:-5rem;background:var(--ink);color:var(--paper);\
    padding:.75rem 1rem;z-index:9}
    .skip:focus{top:.5rem}
    .banner{margin:0;background:var(--sun);border-bottom:1px solid var(--hair);text-align:center;\
    padding:.45rem 1rem;font-size:.9375rem}
    .banner.acting{background:var(--card);border-block:3px solid var(--danger);display:flex;\
    flex-wrap:wrap;align-items:center;justify-content:center;gap:.25rem 1rem}
    @media (min-width:64rem){.banner.acting{position:sticky;top:0;z-index:5}}
    .banner.acting p{margin:0}
    .row{max-width:72rem;margin-inline:auto;padding-inline:1.25rem}
    header.site{border-bottom:1px solid var(--hair);background:var(--card)}
    header.site .row{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.25rem;\
    padding-block:.5rem}
    .brand{display:inline-flex;align-items:center;gap:.5rem;font:700 1.5rem/1 var(--serif);\
    color:var(--primary);text-decoration:none;min-height:44px;margin-right:auto}
    .mark{width:2.1rem;height:2.1rem;flex:none}
    header.site ul,footer.site ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;\
    gap:0 .25rem}
    header.site li a,.language{display:inline-flex;align-items:center;min-height:44px;\
    padding:0 .65rem;color:var(--ink);text-decoration:none;border-radius:var(--r)}
    header.site li a:hover,.language:hover{background:var(--wash)}
    header.site [aria-current]{box-shadow:inset 0 -3px var(--meter);border-radius:0}
    .language{color:var(--muted);border:1px solid var(--hair)}
    main{max-width:44rem;width:100%;margin-inline:auto;padding:1.25rem 1.25rem 4rem;flex:1}
    .wide main,.desk main{max-width:72rem}
    .crumbs ol{list-style:none;display:flex;flex-wrap:wrap;margin:0;padding:0;font-size:.9375rem}
    .crumbs a{display:inline-flex;align-items:center;min-height:44px}
    .crumbs li+li::before{content:"›";padding:0 .5rem;color:var(--muted)}
    .flash{border-left:4px solid var(--primary);background:var(--wash);padding:.75rem 1rem;\
    border-radius:var(--r)}
    .flash.problem{border-color:var(--danger)}.flash.note{border-color:var(--info)}
    footer.site{border-top:1px solid var(--hair);background:var(--card);font-size:.9375rem}
    footer.site .row{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;padding-block:2rem;\
    align-items:start;justify-content:space-between}
    .foot-brand{display:flex;gap:.75rem;align-items:center;color:var(--primary);max-width:17rem}
    .foot-brand p{margin:0;font:italic 1rem/1.4 var(--serif);color:var(--ink)}
    footer.site nav{flex:1 1 16rem}footer.site nav ul{display:grid;grid-template-columns:\
    repeat(auto-fit,minmax(11rem,1fr))}
    footer.site nav a{display:inline-flex;align-items:center;min-height:44px;color:var(--ink)}
    .theme{display:flex;gap:.5rem;align-items:center;flex-wrap:wrap}
    .theme label{color:var(--muted)}.theme .input{width:auto}
    @media (max-width:34rem){header.site nav{order:3;width:100%;margin-inline:-.65rem}}
    """
}
