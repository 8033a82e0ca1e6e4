/* The yardstick of verified sign-ins: libxmlsec1 itself verifies both signatures of an answer, from its bytes, with
   a key that is read once. Usage: xmlsecverify FOLDER SECONDS; prints answers a second. */
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <xmlsec/crypto.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/xmltree.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static int verify_all(xmlDocPtr doc, xmlNodePtr node, xmlSecKeyPtr key) {
  int verified = 0;
  for (; node; node = node->next) {
    if (xmlSecCheckNodeName(node, xmlSecNodeSignature, xmlSecDSigNs)) {
      xmlSecDSigCtxPtr context = xmlSecDSigCtxCreate(NULL);
      context->signKey = xmlSecKeyDuplicate(key);
      if (xmlSecDSigCtxVerify(context, node) == 0 && context->status == xmlSecDSigStatusSucceeded) verified++;
      xmlSecDSigCtxDestroy(context);
    } else if (node->type == XML_ELEMENT_NODE) {
      xmlAttrPtr id = xmlHasProp(node, BAD_CAST "ID");
      if (id) {
        xmlChar *value = xmlGetProp(node, BAD_CAST "ID");
        xmlAddID(NULL, doc, value, id);
        xmlFree(value);
      }
      verified += verify_all(doc, node->children, key);
    }
  }
  return verified;
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  char path[4096];
  snprintf(path, sizeof path, "%s/answer.xml", arguments[1]);
  FILE *file = fopen(path, "rb");
  if (!file) return 1;
  static char text[1 << 20];
  const int length = (int)fread(text, 1, sizeof text, file);
  fclose(file);
  xmlInitParser();
  if (xmlSecInit() < 0 || xmlSecCryptoAppInit(NULL) < 0 || xmlSecCryptoInit() < 0) return 1;
  snprintf(path, sizeof path, "%s/certificate.pem", arguments[1]);
  xmlSecKeyPtr key = xmlSecCryptoAppKeyLoad(path, xmlSecKeyDataFormatCertPem, NULL, NULL, NULL);
  if (!key) return 1;
  const double started = now(), seconds = atof(arguments[2]);
  long answers = 0;
  while (now() - started < seconds) {
    xmlDocPtr doc = xmlReadMemory(text, length, NULL, NULL, XML_PARSE_NONET);
    if (!doc || verify_all(doc, xmlDocGetRootElement(doc), key) != 2) return 1;
    xmlFreeDoc(doc);
    answers++;
  }
  printf("%.1f\n", answers / (now() - started));
  return 0;
}
