/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An explanation as a tree.  Places are characters (code points) of "text", the text that was read.
 */
#include "base/json.h"
#include "base/utf8.h"
#include "cli/explain_view.h"

struct putter {
	struct jsonw *j;
	const struct document *doc;
};

static void put_place(struct putter *p, const char *key, uint32_t start, uint32_t end)
{
	const char *text = p->doc->text;
	size_t before = utf8_count(text, start);

	jsonw_object(p->j, key);
	jsonw_int(p->j, "start", (int64_t)before);
	jsonw_int(p->j, "end", (int64_t)(before + utf8_count(text + start, end - start)));
	jsonw_textn(p->j, "text", text + start, end - start);
	jsonw_end(p->j);
}

static void put_places(struct putter *p, const char *key, const struct span *places, size_t n)
{
	jsonw_array(p->j, key);
	for (size_t i = 0; i < n; i++)
		put_place(p, NULL, places[i].start, places[i].end);
	jsonw_end(p->j);
}

/* --- codes --- */

static void put_hit(struct putter *p, const struct explain_hit *h)
{
	jsonw_object(p->j, NULL);
	jsonw_text(p->j, "code", h->rule->code->full);
	jsonw_text(p->j, "rule", h->rule->key);
	jsonw_real(p->j, "weight", h->rule->set.weight);
	jsonw_bool(p->j, "counted", h->counted);
	put_places(p, "words", h->places, h->nplaces);
	jsonw_end(p->j);
}

static void put_unit(struct putter *p, const struct code *code, const struct explain_unit *u)
{
	jsonw_object(p->j, NULL);
	jsonw_text(p->j, "unit", unit_names[u->unit]);
	put_place(p, "place", u->start, u->end);
	jsonw_bool(p->j, "suggested", u->suggested);
	jsonw_real(p->j, "score", u->score);
	jsonw_real(p->j, "own_score", u->own);
	jsonw_bool(p->j, "threshold_reached", u->reached);
	jsonw_text(p->j, "given_way_to", u->instead != NULL ? u->instead->full : NULL);
	jsonw_text(p->j, "exclusive", code->exclusive);
	if (u->grown_text != NULL)
		put_place(p, "expanded", u->grown.start, u->grown.end);
	else
		jsonw_null(p->j, "expanded");
	jsonw_array(p->j, "hits");
	for (size_t i = 0; i < u->nhits; i++)
		put_hit(p, &u->hits[i]);
	jsonw_end(p->j);
	jsonw_end(p->j);
}

static void put_code(struct putter *p, const struct explain_code *c)
{
	jsonw_object(p->j, NULL);
	jsonw_text(p->j, "code", c->code->full);
	jsonw_bool(p->j, "suggested", c->suggested);
	jsonw_real(p->j, "score", c->score);
	jsonw_real(p->j, "threshold", c->code->set.threshold);
	jsonw_array(p->j, "units");
	vec_each (const struct explain_unit, u, &c->units)
		put_unit(p, c->code, u);
	jsonw_end(p->j);
	jsonw_end(p->j);
}

/* --- rules --- */

static void put_steps(struct putter *p, const struct explain_node *n)
{
	jsonw_array(p->j, "distances");
	for (size_t i = 0; i < n->nsteps; i++) {
		jsonw_object(p->j, NULL);
		jsonw_text(p->j, "step", n->steps[i].what);
		jsonw_int(p->j, "allowed", n->steps[i].allowed);
		if (n->steps[i].found > 0)
			jsonw_int(p->j, "found", n->steps[i].found);
		else
			jsonw_null(p->j, "found");
		jsonw_end(p->j);
	}
	jsonw_end(p->j);
}

static void put_node(struct putter *p, const char *key, const struct explain_node *n)
{
	if (n == NULL) {
		jsonw_null(p->j, key);
		return;
	}
	jsonw_object(p->j, key);
	jsonw_text(p->j, "part", n->what);
	jsonw_bool(p->j, "holds", n->holds);
	put_places(p, "places", n->places, n->nplaces);
	jsonw_text(p->j, "reason", n->why);
	if (n->nsteps > 0)
		put_steps(p, n);
	jsonw_array(p->j, "parts");
	for (size_t i = 0; i < n->nkids; i++)
		put_node(p, NULL, n->kids[i]);
	jsonw_end(p->j);
	jsonw_end(p->j);
}

static void put_rule(struct putter *p, const struct explain_rule *r)
{
	jsonw_object(p->j, NULL);
	jsonw_text(p->j, "code", r->rule->code->full);
	jsonw_text(p->j, "rule", r->rule->key);
	jsonw_text(p->j, "verdict", explain_view_verdict(r));
	jsonw_bool(p->j, "hit", r->hit);
	jsonw_text(p->j, "reason", r->why);
	jsonw_text(p->j, "unit", r->where);
	put_node(p, "when", r->when);
	put_node(p, "unless", r->unless);
	jsonw_end(p->j);
}

void explain_view_json(
	const struct explanation *x, const struct document *doc, bool all, struct buf *out)
{
	struct putter p = { jsonw_new(), doc };

	jsonw_object(p.j, NULL);
	jsonw_textn(p.j, "text", doc->text, doc->len);
	jsonw_array(p.j, "codes");
	vec_each (const struct explain_code, c, &x->codes)
		put_code(&p, c);
	jsonw_end(p.j);
	jsonw_array(p.j, "rules");
	vec_each (const struct explain_rule, r, &x->rules)
		if (explain_view_shows(r, all))
			put_rule(&p, r);
	jsonw_end(p.j);
	jsonw_end(p.j);
	jsonw_finish(p.j, out);
}
