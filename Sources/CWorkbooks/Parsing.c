// SPDX-License-Identifier: GPL-3.0-or-later
#include "CWorkbooks.h"
#include "Opening.h"
#include <libxml/parser.h>
#include <stdlib.h>

static struct {
    __typeof__(xmlCreatePushParserCtxt) *xmlCreatePushParserCtxt;
    __typeof__(xmlCtxtUseOptions) *xmlCtxtUseOptions;
    __typeof__(xmlParseChunk) *xmlParseChunk;
    __typeof__(xmlFreeParserCtxt) *xmlFreeParserCtxt;
} functions;
static void *library;
static int is_open;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_once(void) {
    // The parser's structure, which is looked into, was laid out anew with 2.14.
    library = symbio_open_library(LIBXML_VERSION < 21400 ? "libxml2.so.2" : "libxml2.so.16");
    is_open = library SYMBIO_BIND(xmlCreatePushParserCtxt) SYMBIO_BIND(xmlCtxtUseOptions) SYMBIO_BIND(xmlParseChunk)
        SYMBIO_BIND(xmlFreeParserCtxt);
}

int symbio_xml_is_installed(void) {
    pthread_once(&once, open_once);
    return is_open;
}

// A function that returns a pointer's place, or the pointer itself, by the options that libxml2 was built with.
const char *symbio_xml_version(void) {
    if (!symbio_xml_is_installed()) return NULL;
    const char **(*place)(void);
    *(void **)&place = dlsym(library, "__xmlParserVersion");
    if (place) return *place();
    const char **text = dlsym(library, "xmlParserVersion");
    return text ? *text : NULL;
}

struct symbio_xml_parser {
    symbio_xml_handler handler;
    void *context;
    xmlParserCtxtPtr parser;
};

static void on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int spaces, const xmlChar **namespaces,
    int count, int defaulted, const xmlChar **attributes) {
    (void)prefix, (void)uri, (void)spaces, (void)namespaces, (void)defaulted;
    symbio_xml_parser *parser = data;
    parser->handler.start(parser->context, name, count, attributes);
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)prefix, (void)uri;
    symbio_xml_parser *parser = data;
    parser->handler.end(parser->context, name);
}

static void on_characters(void *data, const xmlChar *text, int count) {
    symbio_xml_parser *parser = data;
    parser->handler.characters(parser->context, text, count);
}

static void on_document_type(void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    (void)name, (void)external, (void)system;
    symbio_xml_parser *parser = data;
    parser->handler.document_type(parser->context);
}

// Without this the library prints what it finds wrong. Whether its error is constant hangs on its version, so the type is taken from its own header.
static void on_error(void *data, __typeof__(xmlError) *error) { (void)data, (void)error; }

symbio_xml_parser *symbio_xml_open(const symbio_xml_handler *handler, void *context) {
    if (!symbio_xml_is_installed()) return NULL;
    symbio_xml_parser *parser = calloc(1, sizeof *parser);
    if (!parser) return NULL;
    *parser = (symbio_xml_parser){.handler = *handler, .context = context};
    xmlSAXHandler callbacks = {0};
    callbacks.initialized = XML_SAX2_MAGIC;
    callbacks.startElementNs = on_start;
    callbacks.endElementNs = on_end;
    callbacks.characters = callbacks.ignorableWhitespace = callbacks.cdataBlock = on_characters;
    callbacks.internalSubset = on_document_type;
    callbacks.serror = (xmlStructuredErrorFunc)on_error;
    parser->parser = functions.xmlCreatePushParserCtxt(&callbacks, parser, NULL, 0, NULL);
    if (!parser->parser) {
        free(parser);
        return NULL;
    }
    functions.xmlCtxtUseOptions(parser->parser, XML_PARSE_NONET);
    return parser;
}

int symbio_xml_parse(symbio_xml_parser *parser, const char *bytes, int count) {
    return functions.xmlParseChunk(parser->parser, bytes, count, 0) == 0;
}

int symbio_xml_finish(symbio_xml_parser *parser) {
    return functions.xmlParseChunk(parser->parser, NULL, 0, 1) == 0 && parser->parser->wellFormed == 1;
}

void symbio_xml_close(symbio_xml_parser *parser) {
    functions.xmlFreeParserCtxt(parser->parser);
    free(parser);
}
