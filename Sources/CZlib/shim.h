#include <zlib.h>

// zlib's own ways to begin are macros, which Swift does not see.

static inline int swiftlet_deflateInit(z_stream *stream, int level, int windowBits) {
  return deflateInit2(stream, level, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
}

static inline int swiftlet_inflateInit(z_stream *stream, int windowBits) {
  return inflateInit2(stream, windowBits);
}
