// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef SYMBIO_OPENING_H
#define SYMBIO_OPENING_H
#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

// Looks `name` up in `library`; dlsym returns an object pointer, and POSIX lets it be a function by this way of assigning.
#define SYMBIO_BIND(name) &&(*(void **)&functions.name = dlsym(library, #name)) != NULL

// The name under which a library of the version that the headers describe is installed. Each of them opens others that this program knows nothing of:
// all names are looked up at once, so that one that is missing shows here and not in the middle of a workbook.
static inline void *symbio_open_library(const char *name) { return dlopen(name, RTLD_NOW | RTLD_LOCAL); }
#endif
