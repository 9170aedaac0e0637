/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/clock.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* TEMA_NOW as a number, or -1. */
static int64_t given_now(void)
{
	const char *s = getenv("TEMA_NOW");
	char *end;
	long long ms;

	if (s == NULL || *s < '0' || *s > '9')
		return -1;
	errno = 0;
	ms = strtoll(s, &end, 10);
	return errno == 0 && *end == '\0' && ms <= INT64_MAX / 2 ? ms : -1;
}

int64_t clock_now_ms(void)
{
	static _Atomic int64_t calls; /* the contract of TEMA_NOW: one millisecond more per call */
	int64_t given = given_now();
	struct timespec now;

	if (given >= 0)
		return given + atomic_fetch_add(&calls, 1);
	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t clock_steady_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void clock_format(int64_t utc_ms, int zone_minutes, char out[32])
{
	int64_t seconds = utc_ms / 1000 - (utc_ms % 1000 < 0) + (int64_t)zone_minutes * 60;
	time_t t = (time_t)seconds;
	struct tm tm;

	if (gmtime_r(&t, &tm) == NULL || tm.tm_year > 8099 || tm.tm_year < -1900) {
		memcpy(out, "?", 2);
		return;
	}
	strftime(out, 32, "%Y-%m-%d %H:%M", &tm);
}

/* n digits as a number, or -1. */
static int digits(const char *s, int n)
{
	int v = 0;

	for (int i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		v = 10 * v + s[i] - '0';
	}
	return v;
}

/* "+07:00" "-0330"; no zone is more than 14 hours away. */
static bool offset_parse(const char *s, int *minutes)
{
	const char *rest;
	int h, m;

	if ((s[0] != '+' && s[0] != '-') || (h = digits(s + 1, 2)) < 0)
		return false;
	rest = s + 3;
	if (*rest == ':')
		rest++;
	m = digits(rest, 2);
	if (m < 0 || m > 59 || rest[2] != '\0' || h * 60 + m > 14 * 60)
		return false;
	*minutes = s[0] == '-' ? -(h * 60 + m) : h * 60 + m;
	return true;
}

bool clock_zone_parse(const char *s, int *minutes)
{
	static const struct {
		const char *name;
		int minutes;
	} zones[] = { { "WIB", 420 }, { "WITA", 480 }, { "WIT", 540 }, { "UTC", 0 } };

	for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
		if (strcmp(s, zones[i].name) == 0) {
			*minutes = zones[i].minutes;
			return true;
		}
	}
	return offset_parse(s, minutes);
}

static int days_of(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

bool clock_date_valid(const char *s)
{
	int year = digits(s, 4), month, day;

	if (year < 1)
		return false;
	if (s[4] == '\0')
		return true;
	if (s[4] != '-' || (month = digits(s + 5, 2)) < 1 || month > 12)
		return false;
	if (s[7] == '\0')
		return true;
	if (s[7] != '-' || (day = digits(s + 8, 2)) < 1 || day > days_of(year, month))
		return false;
	return s[10] == '\0';
}
