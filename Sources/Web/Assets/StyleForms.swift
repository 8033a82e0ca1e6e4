// Forms, buttons and what they say when something is wrong.

extension Style {
  static let forms = """
    .field{margin:0 0 1.75rem;padding:0;border:0;min-width:0}
    .field>label,.field>legend{display:block;font-weight:600;margin-bottom:.25rem;padding:0}
    .hint{color:var(--muted);margin:0 0 .5rem;font-size:.9375rem}
    .input{font:inherit;color:inherit;background:var(--card);border:1.5px solid var(--line);\
    border-radius:var(--r);min-height:44px;padding:.5rem .75rem;width:100%;max-width:30rem}
    textarea.input{max-width:none;line-height:1.5}
    .input::file-selector-button{font:inherit;font-weight:600;color:var(--primary);\
    background:var(--wash);border:0;border-radius:4px;padding:.1rem .7rem;margin-right:.75rem}
    .input.short{max-width:11rem}.input.code{max-width:26rem;font-family:var(--mono)}
    .input:hover{border-color:var(--ink)}
    .affix{display:inline-flex;align-items:center;gap:.5rem;max-width:100%;font-size:1.25rem}
    .affix .input{text-align:right;font-size:1.25rem}
    .wrong{border-left:4px solid var(--danger);padding-left:1rem}
    .wrong .input{border-color:var(--danger)}
    .problem{color:var(--danger);font-weight:600;margin:0 0 .5rem}
    .summary{border:3px solid var(--danger);border-radius:var(--r);background:var(--card);\
    padding:1rem 1.25rem;margin-bottom:1.5rem}
    .summary h2{margin:0 0 .5rem;font-size:1.25rem}.summary ul{margin:0;padding-left:1.25rem}
    .summary a{color:var(--danger);font-weight:600}
    .choices{display:grid;gap:.6rem}
    .choice{display:grid;grid-template-columns:auto 1fr;align-items:start;column-gap:.75rem;\
    position:relative}
    .choices .choice{background:var(--card);border:1.5px solid var(--hair);\
    border-radius:var(--r);padding:.35rem 1rem}
    .choices .choice:hover{border-color:var(--line)}
    .choices .choice:has(:checked){border-color:var(--primary);background:var(--wash)}
    .choice input{width:1.375rem;height:1.375rem;margin:.7rem 0;accent-color:var(--primary)}
    .choice label{padding:.55rem 0;min-height:44px;cursor:pointer}
    .choices .choice label::after{content:"";position:absolute;inset:0}
    .choice .hint{grid-column:2;margin:-.35rem 0 .6rem}
    .choice:has(:disabled){border-style:dashed}
    .actions{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.75rem 0;align-items:center}
    .button{display:inline-flex;align-items:center;justify-content:center;min-height:48px;\
    padding:.5rem 1.4rem;font:600 1.0625rem/1.2 var(--sans);border-radius:var(--r);\
    border:2px solid transparent;cursor:pointer;text-decoration:none;text-align:center}
    .button.primary{background:var(--primary);color:var(--paper)}
    .button.primary:hover{background:color-mix(in srgb,var(--primary) 85%,var(--ink))}
    .button.quiet{background:transparent;color:var(--primary);border-color:currentColor}
    .button.quiet:hover{background:var(--wash)}
    .button.danger{background:transparent;color:var(--danger);border-color:currentColor}
    .button.danger:hover{background:color-mix(in srgb,var(--danger) 10%,transparent)}
    .theme .button,.button.copy,td .button{min-height:44px;padding:.25rem .9rem;font-size:1rem;\
    border-width:1.5px}
    td form,.inline{display:inline}td .actions{margin:0}
    .steps{display:flex;gap:.5rem;align-items:center;color:var(--muted);margin:0 0 .25rem;\
    font-size:.9375rem}
    .steps i{width:2rem;height:5px;border-radius:3px;background:var(--hair)}
    .steps i.done{background:var(--primary)}
    """
}
