// Cards, the meter, callouts, tags, summaries, timelines: what campaigns are told with.

extension Style {
  static let cards = """
    .cards{display:grid;gap:1.25rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),\
    1fr));list-style:none;padding:0;margin:1.5rem 0}
    .card{background:var(--card);border:1px solid var(--hair);border-radius:var(--r);\
    padding:1.25rem;box-shadow:var(--shadow);display:flex;flex-direction:column;position:relative}
    .card h2,.card h3{margin:0 0 .35rem;font:700 1.3rem/1.25 var(--serif)}
    .card h2 a,.card h3 a{color:inherit;text-decoration:none}
    .card h2 a::after,.card h3 a::after{content:"";position:absolute;inset:0}
    .card:hover h2 a,.card:hover h3 a{text-decoration:underline}
    .card p:last-child{margin-bottom:0}.card .push{margin-top:auto}
    .meter{margin:1rem 0}
    .meter .track{height:12px;border-radius:6px;overflow:hidden;\
    background:color-mix(in srgb,var(--line) 28%,transparent);border:1px solid var(--line);\
    display:block;width:100%}
    .meter .match{fill:color-mix(in srgb,var(--meter) 45%,transparent)}\
    .meter .fill{fill:var(--meter)}.meter .tick{fill:var(--ink)}
    .meter .raised{font-size:1.95rem;line-height:1.2;font-weight:700;display:block;\
    font-variant-numeric:tabular-nums}
    .card .meter .raised{font-size:1.3rem}
    .meter .of{color:var(--muted);display:block;margin-bottom:.5rem}
    .figures{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;margin:1.5rem 0;padding:0}
    .figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end}
    .figures dt{color:var(--muted)}
    .figures dd{margin:0;font:700 1.95rem/1.15 var(--serif);font-variant-numeric:tabular-nums}
    .callout{border-left:4px solid var(--accent);background:var(--sun);padding:1rem 1.25rem;\
    border-radius:0 var(--r) var(--r) 0;margin:1.5rem 0}
    .callout>:last-child{margin-bottom:0}.callout h2,.callout h3{margin-top:0;font-size:1.25rem}
    .callout.info{border-color:var(--info);background:color-mix(in srgb,var(--info) 8%,var(--card))}
    .callout.danger{border-color:var(--danger);\
    background:color-mix(in srgb,var(--danger) 8%,var(--card))}
    .tag{display:inline-block;font-size:.875rem;font-weight:600;line-height:1.5;\
    padding:.1rem .6rem;border:1.5px solid currentColor;border-radius:1rem;\
    color:var(--muted)}
    .tag.good{color:var(--primary)}.tag.warn{color:var(--accent)}.tag.bad{color:var(--danger)}
    .tag.info{color:var(--info)}
    .answers{margin:1.5rem 0;border-top:1px solid var(--hair)}
    .answers>div{display:grid;grid-template-columns:minmax(8rem,2fr) 4fr auto;gap:.25rem 1rem;\
    padding:.7rem 0;border-bottom:1px solid var(--hair);align-items:baseline}
    .answers dt{font-weight:600}.answers dd{margin:0}
    .answers dd a{display:inline-flex;min-height:24px;align-items:center}
    @media (max-width:34rem){.answers>div{grid-template-columns:1fr auto}\
    .answers dt{grid-column:1/-1}}
    .timeline{list-style:none;padding:0;margin:1.5rem 0}
    .timeline li{border-left:2px solid var(--line);padding:0 0 1.4rem 1.4rem;position:relative}
    .timeline li::before{content:"";position:absolute;left:-7px;top:.45rem;width:12px;height:12px;\
    border-radius:50%;background:var(--paper);border:2px solid var(--line)}
    .timeline li.done::before{background:var(--primary);border-color:var(--primary)}
    .timeline li:last-child{border-color:transparent}
    .timeline time{display:block;color:var(--muted);font-size:.9375rem}
    .empty{border:1.5px dashed var(--line);border-radius:var(--r);padding:2rem 1.25rem;\
    text-align:center;color:var(--muted)}
    .hero{display:grid;gap:1rem 3rem;align-items:center;padding:1rem 0 2rem}\
    .hero .figures{margin-bottom:0}
    @media (min-width:52rem){.hero{grid-template-columns:3fr 2fr}}
    .hero .picture svg{border-radius:var(--r);display:block;width:100%;height:auto}
    .three{counter-reset:step;display:grid;gap:1.25rem;list-style:none;padding:0;\
    grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr))}
    .three li{counter-increment:step;border-top:3px solid var(--meter);padding-top:.75rem}
    .three li::before{content:counter(step);font:700 1.95rem/1 var(--serif);color:var(--accent)}
    .three h3{margin:.35rem 0}
    """
}
