/* XML signatures through libxmlsec1: one Signature, one given key, and the very bytes that were verified. */
#include "internal.h"
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <pthread.h>
#include <string.h>
#include <xmlsec/crypto.h>
#include <xmlsec/errors.h>
#include <xmlsec/templates.h>
#include <xmlsec/transforms.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/xmltree.h>
#include <xmlsec/openssl/evp.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int started = RACCOLTO_XMLSEC_FAILED;

static void silent_xmlsec(const char *file, int line, const char *function, const char *object,
                          const char *subject, int reason, const char *message) {
  (void)file, (void)line, (void)function, (void)object, (void)subject, (void)reason, (void)message;
}
static void silent_libxml(void *context, const char *format, ...) { (void)context, (void)format; }

static void start(void) {
  xmlInitParser();
  if (xmlSecInit() < 0 || xmlSecOpenSSLAppInit(NULL) < 0 || xmlSecOpenSSLInit() < 0) return;
  xmlSecErrorsSetCallback(silent_xmlsec);
  started = RACCOLTO_XMLSEC_OK;
}
int raccolto_xmlsec_start(void) {
  pthread_once(&once, start);
  xmlSetGenericErrorFunc(NULL, silent_libxml); /* one for each thread */
  return started;
}

static xmlDocPtr parse(const uint8_t *xml, size_t count) {
  if (count == 0 || count > 16 * 1024 * 1024) return NULL;
  const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  xmlDocPtr doc = xmlReadMemory((const char *)xml, (int)count, NULL, "UTF-8", options);
  if (doc && xmlGetIntSubset(doc)) {
    xmlFreeDoc(doc);
    return NULL;
  }
  return doc;
}

/* The attribute `ID` with this value, if there is exactly one in the whole document. */
static xmlAttrPtr find(xmlNodePtr node, const xmlChar *id, int *seen) {
  xmlAttrPtr found = NULL;
  for (; node; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    for (xmlAttrPtr attribute = node->properties; attribute; attribute = attribute->next) {
      if (attribute->ns || !xmlStrEqual(attribute->name, BAD_CAST "ID")) continue;
      xmlChar *value = xmlNodeListGetString(node->doc, attribute->children, 1);
      if (value && xmlStrEqual(value, id)) {
        (*seen)++;
        found = attribute;
      }
      xmlFree(value);
    }
    xmlAttrPtr inside = find(node->children, id, seen);
    if (inside) found = inside;
  }
  return found;
}

/* The one Signature that is a child of the element with this ID, its ID registered and no other. */
static xmlNodePtr signature_in(xmlDocPtr doc, const char *id) {
  int seen = 0, signatures = 0;
  xmlAttrPtr attribute = find(xmlDocGetRootElement(doc), BAD_CAST id, &seen);
  if (!attribute || seen != 1) return NULL;
  xmlNodePtr signature = NULL;
  for (xmlNodePtr child = attribute->parent->children; child; child = child->next) {
    if (xmlSecCheckNodeName(child, xmlSecNodeSignature, xmlSecDSigNs)) {
      signatures++;
      signature = child;
    }
  }
  if (signatures != 1 || !xmlAddID(NULL, doc, BAD_CAST id, attribute)) return NULL;
  return signature;
}

static xmlSecKeyPtr xmlsec_key(EVP_PKEY *pkey) {
  xmlSecKeyDataPtr value = xmlSecOpenSSLEvpKeyAdopt(pkey);
  if (!value) {
    EVP_PKEY_free(pkey);
    return NULL;
  }
  xmlSecKeyPtr key = xmlSecKeyCreate();
  if (!key || xmlSecKeySetValue(key, value) < 0) {
    xmlSecKeyDataDestroy(value);
    if (key) xmlSecKeyDestroy(key);
    return NULL;
  }
  return key;
}

/* Nothing but exclusive C14N, enveloped signature, RSA with SHA-2, and references into this document. */
static int restrict_transforms(xmlSecDSigCtxPtr context) {
  const xmlSecTransformId reference[] = {xmlSecTransformEnvelopedId, xmlSecTransformExclC14NId,
                                         xmlSecTransformSha256Id, xmlSecTransformSha384Id, xmlSecTransformSha512Id};
  const xmlSecTransformId signature[] = {xmlSecTransformExclC14NId, xmlSecTransformRsaSha256Id,
                                         xmlSecTransformRsaSha384Id, xmlSecTransformRsaSha512Id};
  for (size_t at = 0; at < sizeof reference / sizeof *reference; at++)
    if (xmlSecDSigCtxEnableReferenceTransform(context, reference[at]) < 0) return -1;
  for (size_t at = 0; at < sizeof signature / sizeof *signature; at++)
    if (xmlSecDSigCtxEnableSignatureTransform(context, signature[at]) < 0) return -1;
  context->enabledReferenceUris = xmlSecTransformUriTypeSameDocument;
  context->flags |= XMLSEC_DSIG_FLAGS_STORE_SIGNEDINFO_REFERENCES | XMLSEC_DSIG_FLAGS_IGNORE_MANIFESTS;
  return 0;
}

/* The bytes behind the one reference, if it and the signature hold. */
static int outcome(xmlSecDSigCtxPtr context, const char *id, raccolto_bytes *verified) {
  if (context->status != xmlSecDSigStatusSucceeded) return RACCOLTO_XMLSEC_WRONG;
  if (xmlSecPtrListGetSize(&context->signedInfoReferences) != 1 ||
      xmlSecPtrListGetSize(&context->manifestReferences) != 0)
    return RACCOLTO_XMLSEC_SHAPE;
  xmlSecDSigReferenceCtxPtr reference = xmlSecPtrListGetItem(&context->signedInfoReferences, 0);
  if (!reference || reference->status != xmlSecDSigStatusSucceeded) return RACCOLTO_XMLSEC_WRONG;
  if (!reference->uri || reference->uri[0] != '#' || strcmp((const char *)reference->uri + 1, id) != 0)
    return RACCOLTO_XMLSEC_SHAPE;
  xmlSecBufferPtr buffer = xmlSecDSigReferenceCtxGetPreDigestBuffer(reference);
  if (!buffer || !xmlSecBufferGetData(buffer) || xmlSecBufferGetSize(buffer) == 0) return RACCOLTO_XMLSEC_WRONG;
  return raccolto_bytes_copy(verified, xmlSecBufferGetData(buffer), xmlSecBufferGetSize(buffer));
}

int raccolto_xml_verify(const uint8_t *xml, size_t count, const char *id,
                        const uint8_t *certificate, size_t certificate_count, raccolto_bytes *verified) {
  int code = raccolto_xmlsec_start();
  if (code != RACCOLTO_XMLSEC_OK) return code;
  EVP_PKEY *pkey = raccolto_key_of_certificate(certificate, certificate_count, &code);
  if (!pkey) return code;
  xmlSecKeyPtr key = xmlsec_key(pkey);
  if (!key) return RACCOLTO_XMLSEC_FAILED;
  xmlDocPtr doc = parse(xml, count);
  xmlSecDSigCtxPtr context = xmlSecDSigCtxCreate(NULL);
  code = RACCOLTO_XMLSEC_FAILED;
  if (!doc) {
    code = RACCOLTO_XMLSEC_UNREADABLE;
  } else if (context && restrict_transforms(context) == 0) {
    context->signKey = key; /* given: KeyInfo is not looked at */
    key = NULL;
    xmlNodePtr signature = signature_in(doc, id);
    if (!signature) {
      code = RACCOLTO_XMLSEC_SHAPE;
    } else if (xmlSecDSigCtxVerify(context, signature) < 0) {
      code = RACCOLTO_XMLSEC_WRONG;
    } else {
      code = outcome(context, id, verified);
    }
  }
  if (context) xmlSecDSigCtxDestroy(context);
  if (key) xmlSecKeyDestroy(key);
  if (doc) xmlFreeDoc(doc);
  return code;
}

int raccolto_xml_sign(const uint8_t *xml, size_t count, const char *id, const char *pem, size_t pem_count,
                      raccolto_bytes *document) {
  int code = raccolto_xmlsec_start();
  if (code != RACCOLTO_XMLSEC_OK) return code;
  EVP_PKEY *pkey = raccolto_key_of_pem(pem, pem_count);
  if (!pkey) return RACCOLTO_XMLSEC_UNREADABLE;
  xmlSecKeyPtr key = xmlsec_key(pkey);
  if (!key) return RACCOLTO_XMLSEC_FAILED;
  xmlDocPtr doc = parse(xml, count);
  xmlSecDSigCtxPtr context = xmlSecDSigCtxCreate(NULL);
  code = RACCOLTO_XMLSEC_FAILED;
  if (!doc) {
    code = RACCOLTO_XMLSEC_UNREADABLE;
  } else if (context) {
    context->signKey = key;
    key = NULL;
    xmlNodePtr signature = signature_in(doc, id);
    if (!signature) {
      code = RACCOLTO_XMLSEC_SHAPE;
    } else if (xmlSecDSigCtxSign(context, signature) == 0 && context->status == xmlSecDSigStatusSucceeded) {
      xmlChar *text = NULL;
      int length = 0;
      xmlDocDumpMemoryEnc(doc, &text, &length, "UTF-8");
      if (text) code = raccolto_bytes_copy(document, text, (size_t)length);
      xmlFree(text);
    }
  }
  if (context) xmlSecDSigCtxDestroy(context);
  if (key) xmlSecKeyDestroy(key);
  if (doc) xmlFreeDoc(doc);
  return code;
}
