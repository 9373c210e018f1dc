#pragma once
#include <libxml/HTMLparser.h>
#include <iconv.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlmemory.h>

/// `xmlFree` is a mutable global function pointer, which Swift's language mode 6 refuses.
static inline void filon_xml_free(void *pointer) { xmlFree(pointer); }
