#ifndef MEDFIN_TESTS_JSON_STRICT_H
#define MEDFIN_TESTS_JSON_STRICT_H

/* Whether a text is JSON as RFC 8259 writes it, in UTF-8, with no key twice in an object. */

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <medfin/base/text.h>

struct json_reading {
    const char *at, *end;
    struct arena *arena;
    int depth;
};

enum { JSON_MOST_DEPTH = 60 };

static bool json_value(struct json_reading *json);

static void json_blanks(struct json_reading *json)
{
    while (json->at < json->end && memchr(" \t\r\n", *json->at, 4))
        json->at++;
}

static bool json_take(struct json_reading *json, const char *word)
{
    size_t size = strlen(word);
    if ((size_t)(json->end - json->at) < size || memcmp(json->at, word, size) != 0)
        return false;
    json->at += size;
    return true;
}

static bool json_escape(struct json_reading *json)
{
    if (json->at == json->end || !memchr("\"\\/bfnrtu", *json->at, 9))
        return false;
    int digits = *json->at++ == 'u' ? 4 : 0;
    for (; digits; digits--, json->at++)
        if (json->at == json->end || !memchr("0123456789abcdefABCDEF", *json->at, 22))
            return false;
    return true;
}

static bool json_string(struct json_reading *json)
{
    if (!json_take(json, "\""))
        return false;
    while (json->at < json->end && *json->at != '"') {
        size_t size = text_character(json->at, (size_t)(json->end - json->at));
        if (!size || (unsigned char)*json->at < ' ')
            return false;
        bool escapes = *json->at == '\\';
        json->at += size;
        if (escapes && !json_escape(json))
            return false;
    }
    return json_take(json, "\"");
}

static bool json_digits(struct json_reading *json)
{
    const char *from = json->at;
    while (json->at < json->end && *json->at >= '0' && *json->at <= '9')
        json->at++;
    return json->at > from;
}

static bool json_number(struct json_reading *json)
{
    json_take(json, "-");
    if (!json_take(json, "0") && !json_digits(json))
        return false;
    if (json_take(json, ".") && !json_digits(json))
        return false;
    if (!json_take(json, "e") && !json_take(json, "E"))
        return true;
    if (!json_take(json, "+"))
        json_take(json, "-");
    return json_digits(json);
}

static int json_compare(const void *one, const void *other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

static bool json_object(struct json_reading *json)
{
    LIST(const char *) keys = { 0 };
    for (bool is_first = true; json_blanks(json), !json_take(json, "}"); is_first = false) {
        if (!is_first && !json_take(json, ","))
            return false;
        json_blanks(json);
        const char *from = json->at;
        if (!json_string(json))
            return false;
        *list_add(&keys, json->arena) = arena_copy(json->arena, from, (size_t)(json->at - from));
        json_blanks(json);
        if (!json_take(json, ":") || !json_value(json))
            return false;
    }
    if (keys.count)
        qsort(keys.items, (size_t)keys.count, sizeof *keys.items, json_compare);
    for (int i = 1; i < keys.count; i++)
        if (strcmp(keys.items[i - 1], keys.items[i]) == 0)
            return false;
    return true;
}

static bool json_array(struct json_reading *json)
{
    for (bool is_first = true; json_blanks(json), !json_take(json, "]"); is_first = false)
        if ((!is_first && !json_take(json, ",")) || !json_value(json))
            return false;
    return true;
}

static bool json_value(struct json_reading *json)
{
    json_blanks(json);
    if (json->depth == JSON_MOST_DEPTH)
        return false;
    json->depth++;
    bool is_read = json_take(json, "{")   ? json_object(json)
                   : json_take(json, "[") ? json_array(json)
                                          : json_take(json, "true") || json_take(json, "false") ||
                                                json_take(json, "null") || json_string(json) || json_number(json);
    json->depth--;
    return is_read;
}

static bool json_is_strict(const char *bytes, size_t size, struct arena *arena)
{
    struct json_reading json = { .at = bytes, .end = bytes + size, .arena = arena };
    if (!json_value(&json))
        return false;
    json_blanks(&json);
    return json.at == json.end;
}

#endif
