/* Projects to start from, as a newcomer reads them: every line is meant to be changed, and
   each `?` has an example beside it that makes the whole balance. In Swedish, as the field
   that they are about. */

#include "init.h"

#include <string.h>

#include <medfin/system/file_write.h>
#include <medfin/system/reason.h>

#include "init_networks.h"
#include "output.h"

/* In pieces: C promises room for 4095 bytes in one. */
/* clang-format off */
/* What a newcomer fills in, and what one case filled in, of the same project. */
#define THREE_YEARS(OF, TITLE, OWNER, BOARD, SOURCE, CASE, GRANT_CASE, POST_NOTE, REGION_NOTE, BOARD_NOTE, GRANT_NOTE) \
    "; Ett medfinansierat projekt i tre år" OF ".\n"                                                                   \
    ";\n"                                                                                                              \
    "; Skriv över det som står till höger om likhetstecknet. Ett semikolon inleder en kommentar;\n"                    \
    "; en rad som börjar så läses inte, och flera av dem här är sådant som du kan ta med.\n"                           \
    ";\n"                                                                                                              \
    "; ? betyder att ett belopp inte är känt än. Okänt är inte noll: en summa som behöver det\n"                       \
    "; visas som ?, och en regel som behöver det kan inte avgöras. Saknas bara ett belopp säger\n"                     \
    "; check vad det måste vara. Tre ? står här, vart och ett med ett exempel bredvid sig; med de\n"                   \
    "; tre exemplen går projektet ihop varje år.\n"                                                                    \
    ";\n"                                                                                                              \
    ";   medfin check FIL.ini     håller projektet, och vad saknas?\n"                                                 \
    ";   medfin budget FIL.ini    kostnader och finansiering år för år\n"                                              \
    ";   medfin liquidity FIL.ini kassan månad för månad\n"                                                            \
    ";   medfin help keys         allt som kan stå i en projektfil\n"                                                  \
    ";   medfin help values       hur belopp, procent, månader och ord skrivs\n"                                       \
    "\n"                                                                                                               \
    "[project]\n"                                                                                                      \
    "title     = " TITLE "\n"                                                                                          \
    "reference = " CASE "\n"                                                                                           \
    "owner     = " OWNER "\n"                                                                                          \
    "source    = " SOURCE "\n"                                                                                         \
    "start     = 2021-01\n"                                                                                            \
    "end       = 2023-12\n"                                                                                            \
    "vat       = excluded           ; eller included; skrivs ut och räknas aldrig\n"                                   \
    "opening_cash = 150 000 kr      ; ett antagande: vad ägaren förskotterar, se regionala-medel\n"                    \
    "\n",                                                                                                              \
                                                                                                                       \
    "\n"                                                                                                               \
    "; Kostnader\n"                                                                                                    \
    "; Varje avsnitt har ett slag och ett id som du väljer själv: [staff projektledare]. Det heter\n"                  \
    "; sedan staff.projektledare i rapporter och på kommandoraden. source säger var uppgifterna\n"                     \
    "; kommer ifrån; assumption är ett antagande.\n"                                                                   \
    "\n"                                                                                                               \
    "; PO-pålägget (arbetsgivaravgifter och avtalsförsäkringar) i procent av lönen, år för år.\n"                      \
    "[rate po-region]\n"                                                                                               \
    "title  = PO-pålägg, region\n"                                                                                     \
    "source = SKR\n"                                                                                                   \
    "2021 = 46,15 %\n"                                                                                                 \
    "2022 = 45,22 %\n"                                                                                                 \
    "2023 = 52,28 %\n"                                                                                                 \
    "\n"                                                                                                               \
    "; Varje steg räknar upp lönen från och med sin månad.\n"                                                          \
    "[index lonerevision]\n"                                                                                           \
    "title  = Lönerevision den 1 april\n"                                                                              \
    "source = assumption\n"                                                                                            \
    "2021-04 = 2,0 %\n"                                                                                                \
    "2022-04 = 2,0 %\n"                                                                                                \
    "2023-04 = 4,1 %\n"                                                                                                \
    "\n"                                                                                                               \
    "[staff projektledare]\n"                                                                                          \
    "title          = Projektledare\n"                                                                                 \
    "source         = " SOURCE "\n"                                                                                    \
    POST_NOTE                                                                                                          \
    "monthly_salary = ?             ; till exempel 45 000 kr\n"                                                        \
    "employer_rate  = po-region\n"                                                                                     \
    "share          = 50 %\n"                                                                                          \
    ";share.2022-09 = 75 %\n"                                                                                          \
    "index          = lonerevision\n"                                                                                  \
    "person         = Projektledaren\n"                                                                                \
    "employer       = " OWNER "\n"                                                                                     \
    "\n",                                                                                                              \
                                                                                                                       \
    "[cost lokaler]\n"                                                                                                 \
    "title    = Lokal och IT för tjänsten\n"                                                                           \
    "source   = assumption\n"                                                                                          \
    "category = premises            ; lokaler går lika bra\n"                                                          \
    "amount   = 3 000 kr/month      ; eller /year, total, once\n"                                                      \
    ";from    = 2021-04\n"                                                                                             \
    "\n"                                                                                                               \
    "; Ett belopp för varje år: det fördelas jämnt över årets månader och räknas inte upp.\n"                          \
    "[cost insatser]\n"                                                                                                \
    "title    = Gemensamma insatser\n"                                                                                 \
    "source   = assumption\n"                                                                                          \
    "note     = Vad som återstår av 870 000 kr om året när tjänst och lokal är betalda.\n"                             \
    "category = activities\n"                                                                                          \
    "2021 = 433 476 kr\n"                                                                                              \
    "2022 = 428 065 kr\n"                                                                                              \
    "2023 = 393 079 kr\n"                                                                                              \
    "\n",                                                                                                              \
                                                                                                                       \
    "\n"                                                                                                               \
    "; Finansiering\n"                                                                                                 \
    "; status säger hur säkra pengarna är: granted, decided, proposed, estimated, applied eller\n"                     \
    "; rejected (beviljad, beslutad, föreslagen, beräknad, sökt, avslagen). Säkrat är bara det som\n"                  \
    "; är beviljat eller beslutat; medfin check FIL.ini --scenario secured visar hur det går då.\n"                    \
    "\n"                                                                                                               \
    "[funder region]\n"                                                                                                \
    "title     = " OWNER "\n"                                                                                          \
    "source    = " SOURCE "\n"                                                                                         \
    REGION_NOTE                                                                                                        \
    "amount    = 1 185 000 kr total\n"                                                                                 \
    "status    = decided\n"                                                                                            \
    "own       = yes                ; projektägarens egna pengar\n"                                                    \
    "sector    = region\n"                                                                                             \
    "reference = " CASE "\n"                                                                                           \
    "\n"                                                                                                               \
    "[funder lansstyrelsen]\n"                                                                                         \
    "title  = " BOARD "\n"                                                                                             \
    "source = " SOURCE "\n"                                                                                            \
    BOARD_NOTE                                                                                                         \
    "amount = ? total               ; till exempel 120 000 kr total\n"                                                 \
    "status = proposed\n"                                                                                              \
    "sector = state\n"                                                                                                 \
    "\n",                                                                                                              \
                                                                                                                       \
    "; \"1:1\" läses på två sätt, och här hålls båda:\n"                                                               \
    ";\n"                                                                                                              \
    "; 1. Som anslagets namn. 1:1-medel kommer ur statens anslag 1:1 Regionala utvecklings-\n"                         \
    ";    åtgärder (utgiftsområde 19) och får täcka högst hälften av projektets kostnader\n"                           \
    ";    (förordning 2003:596, 5 §, och regionernas villkor). Alla som betalar ur anslaget hör\n"                     \
    ";    till gruppen anslag-1-1, och regeln group prövar dem tillsammans.\n"                                         \
    "; 2. Som en kvot: en krona i bidrag för varje krona från dem som matches\n"                                       \
    ";    nämner. Det är ratio = 1:1, bidrag : medfinansiering.\n"                                                     \
    ";\n"                                                                                                              \
    "; Bidraget blir det minsta av den sökta summan (amount), kvoten (ratio) och den egna\n"                           \
    "; högsta andelen (max_share). Regeln match säger om hela summan kan tas ut, och annars\n"                         \
    "; vilken av gränserna som stoppar den.\n"                                                                         \
    "[funder regionala-medel]\n"                                                                                       \
    "title     = 1:1-medel\n"                                                                                          \
    "source    = " SOURCE "\n"                                                                                         \
    GRANT_NOTE                                                                                                         \
    "amount    = ? total            ; till exempel 1 305 000 kr total\n"                                               \
    "matches   = region, lansstyrelsen\n"                                                                              \
    "ratio     = 1:1\n"                                                                                                \
    "max_share = 50 %\n"                                                                                               \
    "group     = anslag-1-1\n"                                                                                         \
    "status    = applied            ; rejected visar hur ett avslag slår\n"                                            \
    ";status   = applied ~ 70 %\n"                                                                                     \
    "sector    = state\n"                                                                                              \
    "reference = " GRANT_CASE "\n"                                                                                     \
    "paid        = claims           ; i efterskott, på rekvisition; monthly gäller när inget sägs\n"                   \
    "claim_every = 3                ; månader som varje rekvisition omfattar\n"                                        \
    "payment_lag = 2                ; månader från rekvisition till betalning\n"                                       \
    "\n"                                                                                                               \
    "[group anslag-1-1]\n"                                                                                             \
    "title     = Anslag 1:1 Regionala utvecklingsåtgärder\n"                                                           \
    "source    = förordning (2003:596) 5 §\n"                                                                          \
    "max_share = 50 %\n"                                                                                               \
    "\n"                                                                                                               \
    "; Gränser som reglerna prövar mot. Det här är vad som gäller när inget sägs.\n"                                   \
    "[rules]\n"                                                                                                        \
    "tolerance = 1 kr               ; så mycket förlåter de\n"                                                         \
    "balance   = year               ; project: balans i hela projektet räcker\n"                                       \
    "unsecured = warn 0 %           ; osäkrad finansiering: fail 30 % underkänner över 30 %\n"                         \
    "liquidity_limit = 0 kr         ; lägsta tillåtna kassa i någon månad; under noll: en kredit\n",                   \
    NULL,

static const char *const projekt[] = {
    THREE_YEARS("", "Projektets namn", "Regionen", "Länsstyrelsen", "assumption",
                "DIARIENUMMER       ; ert eget ärendes", "DIARIENUMMER       ; ansökans", "", "", "", "")
};
static const char *const jamtland[] = {
    THREE_YEARS(", efter Miljö- och klimatråd Jämtlands län\n; (tjänsteskrivelse RUN/578/2020, Region Jämtland Härjedalen)",
                "Miljö- och klimatråd Jämtlands län", "Region Jämtland Härjedalen", "Länsstyrelsen i Jämtlands län",
                "RUN/578/2020", "RUN/578/2020", "RUN/453/2020",
                "note           = Tjänstgöringsgraden står i skrivelsen, lönen gör det inte.\n",
                "note      = \"Finansiering sker inom ram för område Hållbar tillväxt.\"\n",
                "note   = Deltar i finansieringen; beloppet anges inte.\n",
                "note      = Beslutas i särskilt ärende, RUN/453/2020; beloppet anges inte.\n")
};
static const char *const medlemskap[] = {
    "; Är ett nätverk värt den egna insatsen? Efter Landstinget Blekinges två villkor: ”nyttan är\n"
    "; större eller lika med den egna insatsen och som ligger i direkt linje med den egna\n"
    "; verksamheten”. Båda måste vara uppfyllda, och lika mycket räcker.\n"
    ";\n"
    "; Skriv över det som står till höger om likhetstecknet. Ett semikolon inleder en kommentar.\n"
    "; ? betyder att ett belopp inte är känt än, och okänt är inte noll; här står ett exempel\n"
    "; bredvid.\n"
    ";\n"
    ";   medfin check FIL.ini     är nyttan minst lika stor som insatsen?\n"
    ";   medfin solve FIL.ini --vary membership.hours_saved --until benefit\n"
    ";                            hur många timmar måste nätverket spara?\n"
    ";   medfin compare FIL.ini OBSERVATOR.ini INGET.ini\n"
    ";                            andra val, vart och ett som ett scenario\n"
    "\n"
    "[project]\n"
    "title = Medlemskap i ett nätverk\n"
    "owner = Kommunen\n"
    "start = 2025-01\n"
    "end   = 2025-12\n"
    "\n"
    "; Allt gäller ett år. Insatsen är avgiften, de egna timmarna och resorna; nyttan är de timmar\n"
    "; som nätverket sparar, så stor del som kommer till användning, och det som inte behöver köpas.\n"
    "[membership]\n"
    "source      = assumption\n"
    "fee         = ?/year           ; till exempel 8 200 kr/year\n"
    "own_hours   = 40               ; möten, rapportering och inläsning\n"
    "hourly_cost = 400 kr           ; lön med PO-pålägg\n"
    "own_travel  = 3 000 kr/year\n"
    "hours_saved = 60               ; frågor som andra redan har besvarat\n"
    "share_used  = 80 %             ; så stor del av dem som ni har bruk för\n"
    "avoided_purchases = 8 000 kr/year ; kurser och utredningar\n"
    "in_line     = yes              ; ligger nätverket i linje med den egna verksamheten?\n",
    NULL,
};

/* clang-format on */

const struct starter starter_rows[] = {
    { "projekt", N_("three years, a half post, a region, a county board, a 1:1 grant"), projekt },
    { "jamtland", N_("the same, with the names and cases of a climate council"), jamtland },
    { "medlemskap", N_("a member's decision: benefit against the own effort"), medlemskap },
    { "sekom", N_("an association: fees, members, a post and a reserve"), starter_sekom },
    { "natverk", N_("a network of equal members, and the fee that it takes"), starter_natverk },
    { 0 },
};

static const char *starter_text(struct session *session)
{
    struct text out = text_new(session->arena);
    for (const char *const *piece = starter_rows[session->request.like.number].text; *piece; piece++)
        text_add(&out, *piece);
    return out.bytes;
}

int init_run(struct session *session)
{
    const struct request *request = &session->request;
    if (request->words.count) {
        session_complain(session, DIAG_WORD_UNWANTED, ARGS(arg_text("init"), arg_text(request->words.items[0])));
        return EXIT_USAGE;
    }
    const char *text = starter_text(session), *path = request->output;
    int reason = path ? file_create(path, text, strlen(text)) : 0;
    if (!reason && request->lang.number != LANGUAGE_SV)
        session_complain(session, DIAG_STARTER_LANGUAGE, NULL);
    if (!path)
        return write_text(session, text, EXIT_HOLDS);
    if (reason_is_presence(reason))
        session_complain(session, DIAG_FILE_EXISTS, ARGS(arg_text(path), arg_text("init")));
    else if (reason)
        session_complain(session, DIAG_CANNOT_WRITE, ARGS(arg_text(path), arg_word(reason_text(reason))));
    return reason ? EXIT_SYSTEM : EXIT_HOLDS;
}
