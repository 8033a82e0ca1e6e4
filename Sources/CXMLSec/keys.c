/* Keys and certificates through OpenSSL, and the raw signature of the redirect binding. */
#include "internal.h"
#include <openssl/bn.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { RSA_BITS_MIN = 2048 };

void raccolto_bytes_free(raccolto_bytes held) { free(held.bytes); }

int raccolto_bytes_copy(raccolto_bytes *to, const void *from, size_t count) {
  to->bytes = malloc(count ? count : 1);
  if (!to->bytes) return RACCOLTO_XMLSEC_FAILED;
  memcpy(to->bytes, from, count);
  to->count = count;
  return RACCOLTO_XMLSEC_OK;
}

static X509 *certificate_of_der(const uint8_t *der, size_t count) {
  const unsigned char *at = der;
  return count > 0 && count <= 65536 ? d2i_X509(NULL, &at, (long)count) : NULL;
}

EVP_PKEY *raccolto_key_of_certificate(const uint8_t *certificate, size_t count, int *code) {
  *code = RACCOLTO_XMLSEC_UNREADABLE;
  X509 *x509 = certificate_of_der(certificate, count);
  if (!x509) return NULL;
  EVP_PKEY *key = X509_get_pubkey(x509);
  X509_free(x509);
  if (key && (EVP_PKEY_base_id(key) != EVP_PKEY_RSA || EVP_PKEY_bits(key) < RSA_BITS_MIN)) {
    EVP_PKEY_free(key);
    *code = RACCOLTO_XMLSEC_WEAK;
    return NULL;
  }
  return key;
}

EVP_PKEY *raccolto_key_of_pem(const char *key, size_t count) {
  if (count == 0 || count > 65536) return NULL;
  BIO *bio = BIO_new_mem_buf(key, (int)count);
  if (!bio) return NULL;
  EVP_PKEY *read = PEM_read_bio_PrivateKey(bio, NULL, NULL, "");
  BIO_free(bio);
  return read;
}

int raccolto_rsa_sign(const uint8_t *text, size_t count, const char *pem, size_t pem_count,
                      raccolto_bytes *signature) {
  EVP_PKEY *key = raccolto_key_of_pem(pem, pem_count);
  if (!key) return RACCOLTO_XMLSEC_UNREADABLE;
  int code = RACCOLTO_XMLSEC_FAILED;
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  size_t length = 0;
  unsigned char *made = NULL;
  if (context && EVP_DigestSignInit(context, NULL, EVP_sha256(), NULL, key) == 1 &&
      EVP_DigestSign(context, NULL, &length, text, count) == 1 && (made = malloc(length)) &&
      EVP_DigestSign(context, made, &length, text, count) == 1)
    code = raccolto_bytes_copy(signature, made, length);
  free(made);
  EVP_MD_CTX_free(context);
  EVP_PKEY_free(key);
  return code;
}

int raccolto_rsa_verify(const uint8_t *text, size_t count, int bits, const uint8_t *signature, size_t signature_count,
                        const uint8_t *certificate, size_t certificate_count) {
  int code;
  EVP_PKEY *key = raccolto_key_of_certificate(certificate, certificate_count, &code);
  if (!key) return code;
  const EVP_MD *digest = bits == 512 ? EVP_sha512() : bits == 384 ? EVP_sha384() : EVP_sha256();
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  code = RACCOLTO_XMLSEC_WRONG;
  if (context && EVP_DigestVerifyInit(context, NULL, digest, NULL, key) == 1 &&
      EVP_DigestVerify(context, signature, signature_count, text, count) == 1)
    code = RACCOLTO_XMLSEC_OK;
  EVP_MD_CTX_free(context);
  EVP_PKEY_free(key);
  return code;
}

static int64_t seconds(const ASN1_TIME *time) {
  struct tm parts;
  return time && ASN1_TIME_to_tm(time, &parts) == 1 ? (int64_t)timegm(&parts) : 0;
}

int raccolto_certificate_read(const uint8_t *certificate, size_t count, const char *pem, size_t pem_count,
                              raccolto_certificate *read) {
  X509 *x509 = certificate_of_der(certificate, count);
  if (!x509) return RACCOLTO_XMLSEC_UNREADABLE;
  EVP_PKEY *public = X509_get0_pubkey(x509);
  read->not_before = seconds(X509_get0_notBefore(x509));
  read->not_after = seconds(X509_get0_notAfter(x509));
  read->rsa_bits = public && EVP_PKEY_base_id(public) == EVP_PKEY_RSA ? EVP_PKEY_bits(public) : 0;
  read->has_key = 0;
  EVP_PKEY *key = pem ? raccolto_key_of_pem(pem, pem_count) : NULL;
  if (key) read->has_key = X509_check_private_key(x509, key) == 1;
  EVP_PKEY_free(key);
  X509_free(x509);
  return RACCOLTO_XMLSEC_OK;
}

int raccolto_certificate_der(const char *pem, size_t count, raccolto_bytes *der) {
  if (count == 0 || count > 65536) return RACCOLTO_XMLSEC_UNREADABLE;
  BIO *bio = BIO_new_mem_buf(pem, (int)count);
  X509 *x509 = bio ? PEM_read_bio_X509(bio, NULL, NULL, NULL) : NULL;
  BIO_free(bio);
  if (!x509) return RACCOLTO_XMLSEC_UNREADABLE;
  unsigned char *bytes = NULL;
  const int length = i2d_X509(x509, &bytes);
  X509_free(x509);
  if (length <= 0) return RACCOLTO_XMLSEC_FAILED;
  const int code = raccolto_bytes_copy(der, bytes, (size_t)length);
  OPENSSL_free(bytes);
  return code;
}

static int add_name(X509_NAME *name, const char *oid, const char *value) {
  ASN1_OBJECT *object = OBJ_txt2obj(oid, 1);
  const int done = object && X509_NAME_add_entry_by_OBJ(name, object, MBSTRING_UTF8,
                                                         (const unsigned char *)value, -1, -1, 0) == 1;
  ASN1_OBJECT_free(object);
  return done;
}
static int add_extension(X509 *x509, int kind, const char *value) {
  X509V3_CTX context;
  CONF *none = NCONF_new(NULL); /* policies are looked up in a configuration: an empty one */
  X509V3_set_ctx(&context, x509, x509, NULL, NULL, 0);
  X509V3_set_nconf(&context, none);
  X509_EXTENSION *extension = X509V3_EXT_nconf_nid(none, &context, kind, value);
  const int done = extension && X509_add_ext(x509, extension, -1) == 1;
  X509_EXTENSION_free(extension);
  NCONF_free(none);
  return done;
}

static int fill(X509 *x509, EVP_PKEY *key, const raccolto_certificate_wish *wish) {
  X509_NAME *name = X509_get_subject_name(x509);
  BIGNUM *serial = BN_new();
  int done = serial && BN_rand(serial, 127, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1 &&
             BN_to_ASN1_INTEGER(serial, X509_get_serialNumber(x509)) != NULL;
  BN_free(serial);
  return done && X509_set_version(x509, 2) == 1 && X509_gmtime_adj(X509_getm_notBefore(x509), 0) &&
         X509_time_adj_ex(X509_getm_notAfter(x509), wish->days, 0, NULL) && X509_set_pubkey(x509, key) == 1 &&
         add_name(name, "2.5.4.3", wish->common_name) && add_name(name, "2.5.4.10", wish->organisation) &&
         add_name(name, "2.5.4.83", wish->uri) && add_name(name, "2.5.4.97", wish->organisation_identifier) &&
         add_name(name, "2.5.4.6", wish->country) && add_name(name, "2.5.4.7", wish->locality) &&
         X509_set_issuer_name(x509, name) == 1 && add_extension(x509, NID_basic_constraints, "CA:FALSE") &&
         add_extension(x509, NID_key_usage, "critical,digitalSignature,nonRepudiation") &&
         add_extension(x509, NID_subject_key_identifier, "hash") &&
         add_extension(x509, NID_certificate_policies, wish->policy) && X509_sign(x509, key, EVP_sha256()) > 0;
}

static int written(BIO *bio, raccolto_bytes *to) {
  char *text = NULL;
  const long length = BIO_get_mem_data(bio, &text);
  return length > 0 ? raccolto_bytes_copy(to, text, (size_t)length) : RACCOLTO_XMLSEC_FAILED;
}

int raccolto_certificate_make(const raccolto_certificate_wish *wish, raccolto_bytes *key, raccolto_bytes *certificate) {
  int code = RACCOLTO_XMLSEC_FAILED;
  EVP_PKEY *made = EVP_RSA_gen((unsigned int)wish->bits);
  X509 *x509 = X509_new();
  BIO *key_text = BIO_new(BIO_s_mem()), *certificate_text = BIO_new(BIO_s_mem());
  if (made && x509 && key_text && certificate_text && fill(x509, made, wish) &&
      PEM_write_bio_PrivateKey(key_text, made, NULL, NULL, 0, NULL, NULL) == 1 &&
      PEM_write_bio_X509(certificate_text, x509) == 1) {
    code = written(key_text, key);
    if (code == RACCOLTO_XMLSEC_OK) code = written(certificate_text, certificate);
  }
  BIO_free(key_text);
  BIO_free(certificate_text);
  X509_free(x509);
  EVP_PKEY_free(made);
  return code;
}
