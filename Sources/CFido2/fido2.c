/* Passkeys by libfido2: it reads authenticator data and keys, and verifies signatures. It reads from devices, which end
   where their message ends; here strangers write, so every structure has to end where its bytes do. */
#include "raccolto_fido2.h"

#include <cbor.h>
#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>
#include <openssl/crypto.h>
#include <openssl/sha.h>
#include <string.h>

/* Of authenticator data (WebAuthn, section 6.1). */
enum { HEAD = 37, FLAGS_AT = 32, USER_PRESENT = 1, USER_VERIFIED = 4, HAS_CREDENTIAL = 64, HAS_EXTENSIONS = 128 };
/* Of CBOR (RFC 8949, section 3.1). */
enum { BYTES = 2, LIST = 4, MAP = 5, TAG = 6, DEPTH_MAX = 8 };
enum { BACKUP_ELIGIBLE = 8, BACKED_UP = 16, AAGUID = 16, ID_MIN = 16 };

/* How many bytes the first CBOR item takes; 0 where it does not fit into what is there, is nested deeper than any
   authenticator nests, or has no declared length. libcbor makes room for as many items as a header declares, before it
   looks for them: nothing goes there that was not walked here. */
static size_t extent(const uint8_t *bytes, size_t count, int depth) {
  if (count == 0 || depth > DEPTH_MAX) return 0;
  const int kind = bytes[0] >> 5, told = bytes[0] & 31;
  if (told > 27 || kind == TAG) return 0;
  const size_t width = told < 24 ? 0 : (size_t)1 << (told - 24);
  if (count - 1 < width) return 0;
  uint64_t value = told < 24 ? (uint64_t)told : 0;
  for (size_t index = 1; index <= width; index++) value = value << 8 | bytes[index];
  size_t at = 1 + width;
  if (kind < BYTES || kind > TAG) return at;
  if (value > count - at) return 0;
  if (kind < LIST) return at + (size_t)value;
  for (uint64_t left = kind == MAP ? 2 * value : value; left > 0; left--) {
    const size_t one = extent(bytes + at, count - at, depth + 1);
    if (one == 0) return 0;
    at += one;
  }
  return at;
}

/* The same for a map; 0 for anything else. */
static size_t map_extent(const uint8_t *bytes, size_t count) {
  return count > 0 && bytes[0] >> 5 == MAP ? extent(bytes, count, 0) : 0;
}

/* What every authenticator data has to say, whatever for. */
static int judge_head(const uint8_t *data, size_t count, const char *site) {
  uint8_t hash[SHA256_DIGEST_LENGTH];
  if (count < HEAD) return RACCOLTO_FIDO_UNREADABLE;
  SHA256((const unsigned char *)site, strlen(site), hash);
  if (CRYPTO_memcmp(hash, data, sizeof hash) != 0) return RACCOLTO_FIDO_SITE;
  const uint8_t flags = data[FLAGS_AT];
  if (!(flags & USER_PRESENT) || !(flags & USER_VERIFIED)) return RACCOLTO_FIDO_FLAGS;
  if ((flags & BACKED_UP) && !(flags & BACKUP_ELIGIBLE)) return RACCOLTO_FIDO_FLAGS;
  return RACCOLTO_FIDO_OK;
}

/* Whether what follows is one map of extensions, if flagged, and nothing else. */
static int ends_well(uint8_t flags, const uint8_t *rest, size_t count) {
  if (!(flags & HAS_EXTENSIONS)) return count == 0;
  return count > 0 && map_extent(rest, count) == count;
}

/* A new credential, to its last byte: AAGUID, id, key, extensions. */
static int has_one_credential(const uint8_t *data, size_t count) {
  const size_t id_at = HEAD + AAGUID + 2;
  if (count < id_at) return 0;
  const size_t id_count = (size_t)data[id_at - 2] << 8 | data[id_at - 1];
  if (id_count < ID_MIN || id_count > RACCOLTO_FIDO_ID_MAX || count - id_at < id_count) return 0;
  const uint8_t *key = data + id_at + id_count;
  const size_t rest = count - id_at - id_count;
  const size_t extent = map_extent(key, rest);
  return extent > 0 && ends_well(data[FLAGS_AT], key + extent, rest - extent);
}

static int copy(const unsigned char *from, size_t count, uint8_t *to, size_t count_max, size_t *held) {
  if (from == NULL || count == 0 || count > count_max) return RACCOLTO_FIDO_UNREADABLE;
  memcpy(to, from, count);
  *held = count;
  return RACCOLTO_FIDO_OK;
}

/* Reads the credential, if its key is of this kind. */
static int read_as(int algorithm, const uint8_t *data, size_t count, raccolto_credential *into) {
  int answer = RACCOLTO_FIDO_KEY;
  fido_cred_t *read = fido_cred_new();
  if (read == NULL) return RACCOLTO_FIDO_FAILED;
  if (fido_cred_set_type(read, algorithm) == FIDO_OK && fido_cred_set_authdata_raw(read, data, count) == FIDO_OK) {
    into->algorithm = algorithm;
    into->flags = fido_cred_flags(read);
    into->sign_count = fido_cred_sigcount(read);
    answer = copy(fido_cred_id_ptr(read), fido_cred_id_len(read), into->id, sizeof into->id, &into->id_count);
    if (answer == RACCOLTO_FIDO_OK)
      answer = copy(fido_cred_pubkey_ptr(read), fido_cred_pubkey_len(read), into->key, sizeof into->key,
                    &into->key_count);
  }
  fido_cred_free(&read);
  return answer;
}

/* The key in libfido2's own form; NULL for one that is on no curve, or too short. */
static void *take_key(int algorithm, const uint8_t *key, size_t count) {
  switch (algorithm) {
    case COSE_ES256: {
      es256_pk_t *taken = es256_pk_new();
      if (taken && es256_pk_from_ptr(taken, key, count) != FIDO_OK) es256_pk_free(&taken);
      return taken;
    }
    case COSE_EDDSA: {
      eddsa_pk_t *taken = eddsa_pk_new();
      if (taken && eddsa_pk_from_ptr(taken, key, count) != FIDO_OK) eddsa_pk_free(&taken);
      return taken;
    }
    case COSE_RS256: {
      rs256_pk_t *taken = rs256_pk_new();
      if (taken && rs256_pk_from_ptr(taken, key, count) != FIDO_OK) rs256_pk_free(&taken);
      return taken;
    }
  }
  return NULL;
}

static void drop_key(int algorithm, void *key) {
  es256_pk_t *ec = key;
  eddsa_pk_t *ed = key;
  rs256_pk_t *rsa = key;
  if (algorithm == COSE_ES256) es256_pk_free(&ec);
  if (algorithm == COSE_EDDSA) eddsa_pk_free(&ed);
  if (algorithm == COSE_RS256) rs256_pk_free(&rsa);
}

static int read_credential(const uint8_t *data, size_t count, const char *site, raccolto_credential *into) {
  static const int kinds[] = {COSE_ES256, COSE_EDDSA, COSE_RS256};
  const int head = judge_head(data, count, site);
  if (head != RACCOLTO_FIDO_OK) return head;
  if (!(data[FLAGS_AT] & HAS_CREDENTIAL) || !has_one_credential(data, count)) return RACCOLTO_FIDO_UNREADABLE;
  int answer = RACCOLTO_FIDO_KEY;
  for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds && answer == RACCOLTO_FIDO_KEY; kind++)
    answer = read_as(kinds[kind], data, count, into);
  if (answer != RACCOLTO_FIDO_OK) return answer;
  void *key = take_key(into->algorithm, into->key, into->key_count);
  if (key == NULL) return RACCOLTO_FIDO_KEY;
  drop_key(into->algorithm, key);
  return RACCOLTO_FIDO_OK;
}

/* The bytes under a key of the attestation object's map. */
static const cbor_item_t *member(const cbor_item_t *map, const char *name) {
  const cbor_item_t *found = NULL;
  struct cbor_pair *pairs = cbor_map_handle(map);
  for (size_t index = 0; index < cbor_map_size(map); index++) {
    const cbor_item_t *key = pairs[index].key;
    if (!cbor_isa_string(key) || !cbor_string_is_definite(key) || cbor_string_length(key) != strlen(name)) continue;
    if (memcmp(cbor_string_handle(key), name, strlen(name)) != 0) continue;
    if (found != NULL) return NULL; /* twice is never */
    found = pairs[index].value;
  }
  return found;
}

int raccolto_fido_credential(const uint8_t *attestation, size_t count, const char *site,
                             raccolto_credential *credential) {
  struct cbor_load_result result;
  memset(credential, 0, sizeof *credential);
  fido_init(0);
  if (count == 0 || map_extent(attestation, count) != count) return RACCOLTO_FIDO_UNREADABLE;
  cbor_item_t *object = cbor_load(attestation, count, &result);
  if (object == NULL) return RACCOLTO_FIDO_UNREADABLE;
  int answer = RACCOLTO_FIDO_UNREADABLE;
  if (result.read == count && cbor_isa_map(object)) {
    const cbor_item_t *data = member(object, "authData");
    const cbor_item_t *format = member(object, "fmt"), *statement = member(object, "attStmt");
    if (data && cbor_isa_bytestring(data) && cbor_bytestring_is_definite(data) && format &&
        cbor_isa_string(format) && statement && cbor_isa_map(statement))
      answer = read_credential(cbor_bytestring_handle(data), cbor_bytestring_length(data), site, credential);
  }
  cbor_decref(&object);
  return answer;
}

static int verify_with(const raccolto_assertion *said, const char *site, int algorithm, const void *key,
                       fido_assert_t *read) {
  if (fido_assert_set_count(read, 1) != FIDO_OK || fido_assert_set_rp(read, site) != FIDO_OK ||
      fido_assert_set_up(read, FIDO_OPT_TRUE) != FIDO_OK || fido_assert_set_uv(read, FIDO_OPT_TRUE) != FIDO_OK ||
      fido_assert_set_clientdata_hash(read, said->client_data_hash, SHA256_DIGEST_LENGTH) != FIDO_OK)
    return RACCOLTO_FIDO_FAILED;
  if (fido_assert_set_authdata_raw(read, 0, said->authenticator_data, said->authenticator_data_count) != FIDO_OK)
    return RACCOLTO_FIDO_UNREADABLE;
  if (fido_assert_set_sig(read, 0, said->signature, said->signature_count) != FIDO_OK) return RACCOLTO_FIDO_WRONG;
  return fido_assert_verify(read, 0, algorithm, key) == FIDO_OK ? RACCOLTO_FIDO_OK : RACCOLTO_FIDO_WRONG;
}

int raccolto_fido_verify(const raccolto_assertion *said, const char *site, int algorithm, const uint8_t *key,
                         size_t key_count, uint8_t *flags, uint32_t *sign_count) {
  const uint8_t *data = said->authenticator_data;
  const size_t count = said->authenticator_data_count;
  fido_init(0);
  const int head = judge_head(data, count, site);
  if (head != RACCOLTO_FIDO_OK) return head;
  if ((data[FLAGS_AT] & HAS_CREDENTIAL) || !ends_well(data[FLAGS_AT], data + HEAD, count - HEAD))
    return RACCOLTO_FIDO_UNREADABLE;
  void *taken = take_key(algorithm, key, key_count);
  if (taken == NULL) return RACCOLTO_FIDO_KEY;
  fido_assert_t *read = fido_assert_new();
  int answer = read ? verify_with(said, site, algorithm, taken, read) : RACCOLTO_FIDO_FAILED;
  if (answer == RACCOLTO_FIDO_OK) {
    *flags = fido_assert_flags(read, 0);
    *sign_count = fido_assert_sigcount(read, 0);
  }
  fido_assert_free(&read);
  drop_key(algorithm, taken);
  return answer;
}
