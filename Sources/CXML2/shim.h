// SPDX-License-Identifier: GPL-3.0-or-later
// Debian's libxml2 is built with ICU, and its headers then take in ICU's, whose types clash with those of Swift's Foundation wherever both are
// imported. Only the encoding handlers' fields depend on ICU, and nothing here touches those.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>

// The version of the library that runs, as a number such as 20914. A macro or a variable by version of libxml2, which Swift cannot tell apart.
static inline const char *symbio_xml_version(void) { return xmlParserVersion; }
