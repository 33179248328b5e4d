/* The diagnostics of portfolios: a part of diag_rows.h. */

/* clang-format off */
DIAG(DIAG_FILE_PORTFOLIO, "file-portfolio", DIAG_INPUT, N_("{1} is a portfolio of several projects, and no project"),
     N_("medfin portfolio {1}"))
DIAG(DIAG_PORTFOLIO_INSIDE, "portfolio-inside", DIAG_INPUT, N_("[portfolio] begins a file of its own, so it cannot stand in this one"),
     N_("move the section to a file of its own, which names this one under projects"))
DIAG(DIAG_NO_PORTFOLIO, "no-portfolio", DIAG_INPUT, N_("{1} does not begin with [portfolio], so it says nothing of which projects to look at"),
     N_("write a file that begins with [portfolio] and names the projects: projects = a.ini, b.ini"))
DIAG(DIAG_PORTFOLIO_MISSING, "portfolio-missing", DIAG_USAGE, N_("'portfolio' needs a file that names the projects"),
     N_("medfin portfolio PORTFOLIO.ini"))
DIAG(DIAG_PORTFOLIO_SECTION, "portfolio-section", DIAG_INPUT, N_("[{1}] cannot stand in a portfolio, which has frames alone beside [portfolio]"),
     N_("move it to the project that it is about"))
DIAG(DIAG_PORTFOLIO_STACK, "portfolio-stack", DIAG_INPUT, N_("no file stands here"),
     N_("write the files with commas between them, and a plus before what is read on top: a.ini, b.ini + utfall-b.ini"))
DIAG(DIAG_PORTFOLIO_NO_PROJECT, "portfolio-no-project", DIAG_INPUT, N_("no file of '{1}' is a project: none begins with [project]"), "")
DIAG(DIAG_PORTFOLIO_TWICE, "portfolio-twice", DIAG_INPUT, N_("{1} is named here and at {2}, and would be counted twice"),
     N_("name it once"))
DIAG(DIAG_PORTFOLIO_LARGE, "portfolio-large", DIAG_INPUT, N_("with {1} a sum of all projects goes beyond {2}, which no amount may reach"),
     N_("check the project's amounts, or look at fewer projects at a time"))
DIAG(DIAG_FRAME_CLASH, "frame-clash", DIAG_INPUT, N_("the frame {1} is {2} here, and another amount at {3}"),
     N_("one id is one frame: state one amount, or give one of the frames another id"))
DIAG(DIAG_FRAME_COMMITTED, "frame-committed", DIAG_INPUT,
     N_("other decisions take {2} of the frame {1} here, and another amount at {3}"),
     N_("state in the portfolio's own [frame {1}] what decisions outside it take"))
/* clang-format on */
