/* DEFLATE without header (RFC 1951), bounded, for the redirect binding. */
#include "internal.h"
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

int raccolto_deflate(const uint8_t *text, size_t count, raccolto_bytes *packed) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return RACCOLTO_XMLSEC_FAILED;
  const uLong most = deflateBound(&stream, (uLong)count);
  packed->bytes = malloc(most);
  int code = RACCOLTO_XMLSEC_FAILED;
  if (packed->bytes) {
    stream.next_in = (Bytef *)text;
    stream.avail_in = (uInt)count;
    stream.next_out = packed->bytes;
    stream.avail_out = (uInt)most;
    if (deflate(&stream, Z_FINISH) == Z_STREAM_END) {
      packed->count = stream.total_out;
      code = RACCOLTO_XMLSEC_OK;
    } else {
      free(packed->bytes);
      packed->bytes = NULL;
    }
  }
  deflateEnd(&stream);
  return code;
}

int raccolto_inflate(const uint8_t *packed, size_t count, size_t count_max, raccolto_bytes *text) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (inflateInit2(&stream, -15) != Z_OK) return RACCOLTO_XMLSEC_FAILED;
  text->bytes = malloc(count_max);
  int code = RACCOLTO_XMLSEC_UNREADABLE;
  if (text->bytes) {
    stream.next_in = (Bytef *)packed;
    stream.avail_in = (uInt)count;
    stream.next_out = text->bytes;
    stream.avail_out = (uInt)count_max;
    if (inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0) {
      text->count = stream.total_out;
      code = RACCOLTO_XMLSEC_OK;
    } else {
      free(text->bytes);
      text->bytes = NULL;
    }
  }
  inflateEnd(&stream);
  return code;
}
