#include "ini.h"

#include <string.h>

/* As many as inih has room for. What reads files here writes shorter lines. */
enum { LINE_SIZE = 200, SECTION_SIZE = 50 };

static const char blanks[] = " \t\r\n";

/* The text without blanks around it, ended in its place. */
static char *trimmed(char *text)
{
    text += strspn(text, blanks);
    for (size_t size = strlen(text); size && strchr(blanks, text[size - 1]); size--)
        text[size - 1] = '\0';
    return text;
}

/* `[name]`: kept in the section. */
static int take_section(char *line, char *section)
{
    char *end = strchr(line, ']');
    if (!end || end - line > SECTION_SIZE)
        return 0;
    *end = '\0';
    strcpy(section, line + 1);
    return 1;
}

static int take_key(char *line, const char *section, ini_handler handler, void *user)
{
    char *sign = strchr(line, '=');
    if (!sign)
        return 0;
    *sign = '\0';
    return handler(user, section, trimmed(line), trimmed(sign + 1));
}

int ini_parse_stream(ini_reader reader, void *stream, ini_handler handler, void *user)
{
    char room[LINE_SIZE], section[SECTION_SIZE] = "";
    int fault = 0;
    for (int number = 1; reader(room, sizeof room, stream); number++) {
        char *line = trimmed(room);
        int is_taken = *line == '[' ? take_section(line, section) : take_key(line, section, handler, user);
        fault = fault || is_taken ? fault : number;
    }
    return fault;
}
