#include <medfin/versions/digest.h>

#include <nettle/sha2.h>

#include <medfin/base/text.h>

const char *digest_of(struct arena *arena, const char *bytes, size_t size)
{
    struct sha256_ctx state;
    uint8_t digest[SHA256_DIGEST_SIZE];
    struct text out = text_new(arena);
    sha256_init(&state);
    sha256_update(&state, size, (const uint8_t *)bytes);
    sha256_digest(&state, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++)
        text_addf(&out, "%02x", digest[i]);
    return out.bytes;
}
