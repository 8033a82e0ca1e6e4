/* libFuzzer on what strangers send as passkeys: an attestation object, or authenticator data with its signature, and
   the key that they say it is by. Nothing may fall, and nothing be read beyond its end. `make fuzz` runs it. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "raccolto_fido2.h"

static const char site[] = "raccolto.example";

/* A copy of its own, so that the address sanitizer sees each end. */
static uint8_t *copied(const uint8_t *bytes, size_t count) {
  uint8_t *copy = malloc(count ? count : 1);
  if (copy == NULL) abort();
  if (count) memcpy(copy, bytes, count);
  return copy;
}

static void attestation(const uint8_t *bytes, size_t count) {
  raccolto_credential read;
  memset(&read, 0, sizeof read);
  uint8_t *copy = copied(bytes, count);
  if (raccolto_fido_credential(copy, count, site, &read) == RACCOLTO_FIDO_OK) {
    if (read.id_count > RACCOLTO_FIDO_ID_MAX || read.key_count > RACCOLTO_FIDO_KEY_MAX) abort();
    if ((read.flags & 5) != 5) abort(); /* present and recognised */
  }
  free(copy);
}

/* `kind, length of the key, length of the data`, then key, data and signature. */
static void assertion(const uint8_t *bytes, size_t count) {
  static const int kinds[] = {-7, -8, -257, 0};
  if (count < 4) return;
  int kind = kinds[bytes[0] & 3];
  size_t key_count = (size_t)bytes[1] << 1, data_count = bytes[2];
  bytes += 3, count -= 3;
  if (key_count > count) key_count = count;
  if (data_count > count - key_count) data_count = count - key_count;
  size_t rest = count - key_count - data_count;
  uint8_t hash[32] = {0}, flags = 0;
  uint32_t sign_count = 0;
  uint8_t *key = copied(bytes, key_count), *data = copied(bytes + key_count, data_count),
          *signature = copied(bytes + key_count + data_count, rest);
  raccolto_assertion said = {hash, data, signature, data_count, rest};
  (void)raccolto_fido_verify(&said, site, kind, key, key_count, &flags, &sign_count);
  free(key), free(data), free(signature);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  if (count == 0) return 0;
  if (bytes[0] & 1) assertion(bytes + 1, count - 1);
  else attestation(bytes + 1, count - 1);
  return 0;
}
