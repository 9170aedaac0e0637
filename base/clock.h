/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The only place that reads the clock.  TEMA_NOW=<UTC milliseconds> replaces it
 * (tests); each call then gives one millisecond more than the call before.
 * Zones are fixed offsets in minutes: Indonesia has WIB +420, WITA +480, WIT +540
 * and no summer time.
 */
#ifndef TEMA_BASE_CLOCK_H
#define TEMA_BASE_CLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

int64_t clock_now_ms(void);
/* Milliseconds since some moment, for time limits: never goes back, whatever TEMA_NOW says. */
int64_t clock_steady_ms(void);
/* "2024-08-17 09:30" in the zone. */
void clock_format(int64_t utc_ms, int zone_minutes, char out[32]);
/* "WIB" "WITA" "WIT" "UTC" "+07:00" "-0330" to minutes; false if it is none of these. */
bool clock_zone_parse(const char *s, int *minutes);
/* An ISO date "2024", "2024-08" or "2024-08-17" that exists. */
bool clock_date_valid(const char *s);

#endif
