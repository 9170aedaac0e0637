/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unit, speakers, weight, threshold, language: in `default`, in a code, in a rule. */
#include "codebooks/parse.h"

#include <string.h>

#include "base/opt.h"

static const char *const no_languages[] = { "id", NULL };

void setting_default(struct setting *s)
{
	*s = (struct setting){ UNIT_SENTENCE, false, 0.5, 0.5, no_languages };
}

void setting_take(struct setting *s, const struct own *own)
{
	if ((own->has & OWN_UNIT) != 0)
		s->unit = own->v.unit;
	if ((own->has & OWN_SPEAKERS) != 0)
		s->speakers_all = own->v.speakers_all;
	if ((own->has & OWN_WEIGHT) != 0)
		s->weight = own->v.weight;
	if ((own->has & OWN_THRESHOLD) != 0)
		s->threshold = own->v.threshold;
	if ((own->has & OWN_LANGUAGES) != 0)
		s->languages = own->v.languages;
}

static size_t count_names(const char *const *names)
{
	size_t n = 0;

	while (names[n] != NULL)
		n++;
	return n;
}

static bool parse_unit(struct parser *p, struct setting *s)
{
	struct diag *g;
	const char *near;

	for (int i = 0; unit_names[i] != NULL; i++)
		if (parse_is(p, unit_names[i])) {
			s->unit = (enum unit_kind)i;
			parse_advance(p);
			return true;
		}
	if (p->tok.kind != TOKEN_RUN) {
		parse_expected(p, MSG_P_UNIT);
		return false;
	}
	g = complain_error(p->c, p->tok.at, SAY(E020_UNIT), parse_clip(p));
	near = opt_nearest(parse_clip(p), unit_names, count_names(unit_names));
	if (near != NULL)
		complain_hint(p->c, g, SAY(H_DID_YOU_MEAN), near);
	else
		complain_hint(p->c, g, SAY(H_UNITS));
	return false;
}

static bool parse_speakers(struct parser *p, struct setting *s)
{
	s->speakers_all = parse_is(p, "all");
	if (!s->speakers_all && !parse_is(p, "informant")) {
		parse_expected(p, MSG_P_SPEAKERS);
		return false;
	}
	parse_advance(p);
	return true;
}

static bool parse_weight(struct parser *p, struct setting *s)
{
	return parse_share(p, MSG_P_WEIGHT, &s->weight);
}

static bool parse_threshold(struct parser *p, struct setting *s)
{
	return parse_share(p, MSG_P_THRESHOLD, &s->threshold);
}

static const struct {
	enum word word;
	unsigned bit;
	bool (*parse)(struct parser *p, struct setting *s);
} settings[] = {
	{ WORD_UNIT, OWN_UNIT, parse_unit },
	{ WORD_SPEAKERS, OWN_SPEAKERS, parse_speakers },
	{ WORD_WEIGHT, OWN_WEIGHT, parse_weight },
	{ WORD_THRESHOLD, OWN_THRESHOLD, parse_threshold },
};

bool parse_twice(struct parser *p, const char *what)
{
	complain_error(p->c, p->tok.at, SAY(E013_SECOND), what);
	parse_advance(p);
	return false;
}

bool parse_setting(struct parser *p, struct own *own)
{
	size_t i = 0;

	while (settings[i].word != p->tok.word)
		i++;
	if ((own->has & settings[i].bit) != 0)
		return parse_twice(p, word_text(p->tok.word));
	parse_advance(p);
	if (!settings[i].parse(p, &own->v))
		return false;
	own->has |= settings[i].bit;
	return true;
}

bool parse_languages(struct parser *p, struct own *own)
{
	if ((own->has & OWN_LANGUAGES) != 0)
		return parse_twice(p, "language");
	parse_advance(p);
	own->v.languages = parse_language_list(p);
	if (own->v.languages == NULL)
		return false;
	own->has |= OWN_LANGUAGES;
	return true;
}
