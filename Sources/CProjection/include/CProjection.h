// SPDX-License-Identifier: GPL-3.0-or-later
// Coordinates of a projected reference system into degrees of WGS 84, by PROJ.
//
// PROJ and its database take longer to load than a scenario to read, and most scenarios need neither. So the library is opened at
// run time, when a scenario names a system of its own, and the program runs where PROJ is not installed. The few functions that
// are used are declared here by their documented prototypes (PROJ 6 and later), without PROJ's header.
#ifndef CPROJECTION_H
#define CPROJECTION_H

enum symbio_projection_status {
    SYMBIO_PROJECTION_OPEN = 0,
    SYMBIO_PROJECTION_NO_LIBRARY = 1,  // PROJ is not installed
    SYMBIO_PROJECTION_NO_DATABASE = 2, // PROJ is there, its database of systems is not
    SYMBIO_PROJECTION_NO_SYSTEM = 3,   // PROJ does not know the system
    SYMBIO_PROJECTION_NO_WAY = 4       // the system is known, but cannot be led over to WGS 84
};

typedef struct symbio_projection symbio_projection;

// Opens the way from `system` to WGS 84. The status says what came of it; NULL where it is not open.
symbio_projection *symbio_projection_open(const char *system, int *status);
void symbio_projection_close(symbio_projection *projection);

// Degrees of WGS 84 for an easting and a northing (for a geographic system longitude and latitude). 1 where PROJ gave a point.
int symbio_projection_degrees(symbio_projection *projection, double easting, double northing, double *longitude, double *latitude);

// The area in which the system is meant to be used, in degrees. 1 where PROJ knows one.
int symbio_projection_area(symbio_projection *projection, double *west, double *south, double *east, double *north);

// Writes PROJ's version, such as 9.1.1, into `text`. 1 where PROJ is installed.
int symbio_projection_version(char *text, int size);
#endif
