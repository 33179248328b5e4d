#include "html_style.h"

const char *const html_style[] = {
    /* The page. */
    "*{box-sizing:border-box}\n"
    "html{font:100%/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',Arial,sans-serif;"
    "color:#1b2733;background:#fff;-webkit-text-size-adjust:100%}\n"
    "body{margin:0}\n"
    "main{max-width:62rem;margin:0 auto;padding:2rem 1rem 4rem}\n"
    "h1,h2,h3,h4,h5,h6{line-height:1.25;overflow-wrap:break-word}\n"
    "h1{font-size:1.9rem;margin:0 0 .75rem}\n"
    "h2{font-size:1.45rem;margin:3rem 0 .75rem;padding-top:.75rem;border-top:2px solid #1d4e89}\n"
    "h3{font-size:1.15rem;margin:2rem 0 .5rem}\n"
    "h4,h5,h6{font-size:1rem;margin:1.5rem 0 .5rem}\n"
    "p{max-width:44rem;margin:.6rem 0;overflow-wrap:break-word}\n"
    "p.good,p.warning,p.bad,p.open{padding:.35rem .75rem;border-left:.3rem solid}\n"
    "p.good{border-color:#1d6b3a;background:#eef7f0}\n"
    "p.warning{border-color:#8a5a00;background:#fdf6e7}\n"
    "p.bad{border-color:#a3261d;background:#fcf0ef}\n"
    "p.open{border-color:#4a5665;background:#f2f4f6}\n"
    "p.foot{font-size:.85rem;color:#4a5665;margin-top:.35rem}\n"
    "nav{margin:1.5rem 0}\n"
    "nav ul{columns:2 14rem;list-style:none;margin:0;padding:0}\n"
    "nav a{display:block;padding:.2rem 0;color:#1d4e89}\n"
    ":focus-visible{outline:3px solid #1d4e89;outline-offset:2px}\n",
    /* Tables. */
    ".table{overflow-x:auto;margin:1.25rem 0 .35rem}\n"
    "table{border-collapse:collapse;font-variant-numeric:tabular-nums lining-nums;font-size:.92rem;"
    "min-width:min(100%,28rem)}\n"
    "caption{text-align:left;font-weight:600;font-size:1rem;padding:0 0 .4rem}\n"
    "th,td{padding:.28rem .65rem;text-align:left;vertical-align:top;border-bottom:1px solid #dde3ea}\n"
    "th:first-child{padding-left:.15rem}\n"
    "th{font-weight:400;min-width:8.5rem}\n"
    "th,td{overflow-wrap:break-word}\n"
    ".path{overflow-wrap:anywhere;min-width:9rem}\n"
    "thead th,thead td{font-weight:600;vertical-align:bottom;min-width:0;border-bottom:2px solid #1b2733;"
    "overflow-wrap:normal}\n"
    "td.n,th.n{text-align:right;white-space:nowrap;overflow-wrap:normal;padding-left:1rem}\n"
    "thead th.n{white-space:normal;max-width:12rem}\n"
    "td.k{white-space:nowrap}\n"
    "tr.group th{font-weight:600;padding-top:.8rem}\n"
    "tr.total th,tr.total td{font-weight:600;border-top:1.5px solid #1b2733}\n"
    "th.i1{padding-left:1.1rem}th.i2{padding-left:2rem}th.i3{padding-left:2.9rem}th.i4{padding-left:3.8rem}"
    "th.i5{padding-left:4.7rem}th.i6{padding-left:5.6rem}\n"
    ".v{display:inline-block;white-space:nowrap;padding:0 .5rem;border:1px solid;border-radius:.25rem}\n"
    ".v.good{color:#1d6b3a;background:#eef7f0}.v.warning{color:#7a4f00;background:#fdf6e7}"
    ".v.bad{color:#a3261d;background:#fcf0ef;font-weight:600}.v.open{color:#3d4956;background:#f2f4f6}"
    ".v.neutral{color:#3d4956;border-color:transparent;padding:0}\n",
    /* Charts, and what is folded. */
    "figure{margin:1.75rem 0;max-width:46rem}\n"
    "figcaption{font-weight:600;margin-bottom:.25rem}\n"
    "figcaption span{font-weight:400;color:#4a5665}\n"
    "svg{display:block;overflow:visible}\n"
    "figure>svg{width:100%}\n"
    "svg text{font-variant-numeric:tabular-nums}\n"
    "svg .halo{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}\n"
    ".legend{list-style:none;margin:.4rem 0 0;padding:0;font-size:.9rem}\n"
    ".legend li{display:flex;align-items:baseline;padding:.1rem 0}\n"
    ".legend svg{flex:none;align-self:center;margin-right:.6rem}\n"
    "details{margin:.75rem 0;border:1px solid #c3ccd6;border-radius:.25rem;padding:.1rem .9rem}\n"
    "details[open]{padding-bottom:.75rem}\n"
    "summary{cursor:pointer;padding:.45rem 0}\n"
    "summary h2,summary h3,summary h4,summary h5,summary "
    "h6{display:inline;font-size:1.05rem;border:0;margin:0}\n",
    /* Phones. */
    "@media (max-width:40rem){\n"
    "h1{font-size:1.5rem}h2{font-size:1.25rem}\n"
    "table{font-size:.86rem;min-width:100%}\n"
    "th,td{padding:.28rem .4rem}td.n,th.n{padding-left:.55rem}\n"
    "tbody th{position:sticky;left:0;background:#fff;min-width:7rem;max-width:10.5rem;hyphens:auto}\n"
    ".table{background:linear-gradient(90deg,#fff 30%,transparent) local 0/2rem 100% no-repeat,"
    "linear-gradient(-90deg,#fff 30%,transparent) local 100%/2rem 100% no-repeat,"
    "linear-gradient(90deg,#c3ccd6,transparent) 0/.5rem 100% no-repeat,"
    "linear-gradient(-90deg,#c3ccd6,transparent) 100%/.5rem 100% no-repeat}\n"
    "caption span{position:sticky;left:0;display:inline-block;max-width:calc(100vw - 2rem)}\n"
    "tbody th.path{position:static;hyphens:manual}\n"
    "}\n",
    /* Paper. */
    "@page{size:A4;margin:16mm 15mm 18mm}\n"
    "@page wide{size:A4 landscape}\n"
    "@media print{\n"
    "html{font-size:9.5pt}main{max-width:none;padding:0}nav{display:none}\n"
    "h2{margin-top:2rem}h2,h3,h4,h5,h6,caption,figcaption{break-after:avoid}\n"
    "p{orphans:3;widows:3;max-width:none}\n"
    ".table{overflow:visible}.wide{page:wide}\n"
    "table{font-size:8.5pt}.dense table{font-size:7.5pt}.dense th,.dense "
    "td{padding-left:.3rem;padding-right:.3rem}\n"
    "tr,figure,.legend,.kept,p.bad{break-inside:avoid}\n"
    "thead,tbody tr:nth-child(-n+2){break-after:avoid}\n"
    "figure{max-width:150mm}\n"
    "details{border:0;padding:0}summary{list-style:none}summary::-webkit-details-marker{display:none}\n"
    "details::details-content{content-visibility:visible;display:block;height:auto}\n"
    "}\n",
    NULL
};

const char html_svg_style[] = "svg text{font-size:13px;fill:#1b2733}svg .soft{fill:#4a5665;font-size:12px}"
                              "svg .light{fill:#fff}svg .strong{font-weight:600}"
                              "svg .grid{stroke:#dde3ea}svg .axis{stroke:#1b2733}";

/* Words first, and tables whose cells say themselves where they are set. */
const char *const html_letter_style[] = {
    "html{font-family:Georgia,'Liberation Serif',serif}\n"
    "main{max-width:44rem}\n"
    "h1,h2,h3,table{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',Arial,sans-serif}\n"
    "h1{font-size:1.5rem;margin:2rem 0 1rem}\n"
    "h2{font-size:1.2rem;margin:1.75rem 0 .5rem;padding:0;border:0}\n"
    "h3{font-size:1rem;margin:1.25rem 0 .4rem}\n"
    ".table{margin:.4rem 0 1rem}\n"
    "td:first-child{padding-left:.15rem}\n"
    "th[align=right],td[align=right]{text-align:right;white-space:nowrap}\n"
    "@media print{html{font-size:11pt}table{font-size:9pt}h2{margin-top:1.25rem}}\n",
    NULL
};
