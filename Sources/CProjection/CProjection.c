// SPDX-License-Identifier: GPL-3.0-or-later
#include "CProjection.h"
#include <dlfcn.h>
#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct PJ_CONTEXT PJ_CONTEXT;
typedef struct PJ PJ;

// The first members of PROJ's PJ_INFO; it is returned by value, so its size must be right too.
typedef struct {
    int major, minor, patch;
    const char *release, *version, *search_path;
    const char *const *paths;
    size_t path_count;
} PJ_INFO;

typedef struct {
    void *library;
    PJ_CONTEXT *(*context_create)(void);
    PJ_CONTEXT *(*context_destroy)(PJ_CONTEXT *);
    int (*log_level)(PJ_CONTEXT *, int);
    PJ *(*create)(PJ_CONTEXT *, const char *);
    PJ *(*create_crs_to_crs)(PJ_CONTEXT *, const char *, const char *, void *);
    PJ *(*normalize)(PJ_CONTEXT *, const PJ *);
    PJ *(*destroy)(PJ *);
    size_t (*trans_generic)(PJ *, int, double *, size_t, size_t, double *, size_t, size_t, double *, size_t, size_t, double *, size_t, size_t);
    int (*area_of_use)(PJ_CONTEXT *, const PJ *, double *, double *, double *, double *, const char **);
    PJ_INFO (*info)(void);
} proj_functions;

struct symbio_projection {
    proj_functions proj;
    PJ_CONTEXT *context;
    PJ *system;
    PJ *way;
};

// The names under which the PROJ 6 to 9 of current distributions are installed, the newest first.
static void *open_library(void) {
    static const char *const names[] = {"libproj.so.25", "libproj.so.22", "libproj.so.19", "libproj.so.15", "libproj.so"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        void *library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
        if (library) return library;
    }
    return NULL;
}

// dlsym returns an object pointer; POSIX lets it be a function by this way of assigning.
#define BIND(member, name) (*(void **)&proj->member = dlsym(proj->library, name))

static int bind_functions(proj_functions *proj) {
    proj->library = open_library();
    if (!proj->library) return 0;
    int bound = BIND(context_create, "proj_context_create") && BIND(context_destroy, "proj_context_destroy")
        && BIND(log_level, "proj_log_level") && BIND(create, "proj_create") && BIND(create_crs_to_crs, "proj_create_crs_to_crs")
        && BIND(normalize, "proj_normalize_for_visualization") && BIND(destroy, "proj_destroy")
        && BIND(trans_generic, "proj_trans_generic") && BIND(area_of_use, "proj_get_area_of_use") && BIND(info, "proj_info");
    if (!bound) dlclose(proj->library);
    return bound;
}

static int open_way(symbio_projection *projection, const char *system) {
    proj_functions *proj = &projection->proj;
    if (!bind_functions(proj)) return SYMBIO_PROJECTION_NO_LIBRARY;
    projection->context = proj->context_create();
    if (!projection->context) return SYMBIO_PROJECTION_NO_LIBRARY;
    // PROJ would write its complaints to standard error.
    proj->log_level(projection->context, 0);
    PJ *world = proj->create(projection->context, "EPSG:4326");
    if (!world) return SYMBIO_PROJECTION_NO_DATABASE;
    proj->destroy(world);
    projection->system = proj->create(projection->context, system);
    if (!projection->system) return SYMBIO_PROJECTION_NO_SYSTEM;
    PJ *way = proj->create_crs_to_crs(projection->context, system, "EPSG:4326", NULL);
    if (!way) return SYMBIO_PROJECTION_NO_WAY;
    // Without this the order of the two axes would be each authority's own.
    projection->way = proj->normalize(projection->context, way);
    proj->destroy(way);
    return projection->way ? SYMBIO_PROJECTION_OPEN : SYMBIO_PROJECTION_NO_WAY;
}

symbio_projection *symbio_projection_open(const char *system, int *status) {
    symbio_projection *projection = calloc(1, sizeof *projection);
    if (!projection) {
        *status = SYMBIO_PROJECTION_NO_WAY;
        return NULL;
    }
    *status = open_way(projection, system);
    if (*status == SYMBIO_PROJECTION_OPEN) return projection;
    symbio_projection_close(projection);
    return NULL;
}

// The library stays open: it cannot always be unloaded safely, and opening it again costs nothing then.
void symbio_projection_close(symbio_projection *projection) {
    if (!projection) return;
    if (projection->way) projection->proj.destroy(projection->way);
    if (projection->system) projection->proj.destroy(projection->system);
    if (projection->context) projection->proj.context_destroy(projection->context);
    free(projection);
}

int symbio_projection_degrees(symbio_projection *projection, double easting, double northing, double *longitude, double *latitude) {
    double x = easting, y = northing;
    size_t size = sizeof(double);
    const int forward = 1;
    projection->proj.trans_generic(projection->way, forward, &x, size, 1, &y, size, 1, NULL, 0, 0, NULL, 0, 0);
    *longitude = x;
    *latitude = y;
    return isfinite(x) && isfinite(y);
}

int symbio_projection_area(symbio_projection *projection, double *west, double *south, double *east, double *north) {
    // PROJ writes -1000 where it knows no bounds.
    *west = *south = *east = *north = -1000;
    int known = projection->proj.area_of_use(projection->context, projection->system, west, south, east, north, NULL);
    return known && *west > -999;
}

int symbio_projection_version(char *text, int size) {
    proj_functions bound = {0};
    proj_functions *proj = &bound;
    if (!bind_functions(proj)) return 0;
    PJ_INFO info = proj->info();
    snprintf(text, (size_t)size, "%d.%d.%d", info.major, info.minor, info.patch);
    return 1;
}
