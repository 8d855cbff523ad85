/** The style sheet of the page: screen, narrow screen, print. */
export const STYLE = `
:root{color-scheme:light dark;--add:#e6f4ea;--gone:#fce8e6;--line:#8884}
@media (prefers-color-scheme:dark){:root{--add:#143d22;--gone:#4a1d1a}}
body{font:16px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:0 auto;max-width:72rem;padding:1rem}
h1{font-size:1.35rem}h2{font-size:1.05rem;margin:1.5rem 0 .25rem}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
.warning{border-left:.3rem solid #d90;padding-left:.6rem}
.bar{position:sticky;top:0;background:Canvas;padding:.5rem 0;border-bottom:1px solid var(--line)}
.bar div{margin:.15rem 0}
button,input{font:inherit;padding:.05rem .5rem;border:1px solid var(--line);border-radius:.3rem;background:none;color:inherit}
button[aria-pressed=true]{background:Highlight;color:HighlightText}
table{width:100%;border-collapse:collapse;table-layout:fixed}
td{border-top:1px solid var(--line);padding:.25rem .5rem;vertical-align:top;overflow-wrap:anywhere}
td:first-child{width:15rem}
tr:focus{outline:2px solid Highlight}
del{background:var(--gone)}ins{background:var(--add);text-decoration:none;font-weight:600}
small{opacity:.75}[hidden]{display:none!important}
@media(max-width:40rem){tr,td,td:first-child{display:block;width:auto}}
@media print{.bar{position:static}.bar input,.bar .keys,.skip{display:none}tr{break-inside:avoid}body{max-width:none;padding:0}}
`
