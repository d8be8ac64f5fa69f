// What the editor's script asks for while one writes: names to choose from, and drafts on the server. Members only; all
// answers are JSON. Forms do without it.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

// /complete/film?q=hea → [{"name":"Heat (1995)","more":"Michael Mann"}, …], at most eight, best first; what a text says
// between [[ and ]].
Response complete_film(Visit& visit);
// /complete/member?q=an → [{"name":"Ana"}, …]: active members whose names begin so.
Response complete_member(Visit& visit);

// /draft?place=/thread/3v9k2m/reply → {"title":"…","text":"…"}, or null where there is none.
Response draft_at_place(Visit& visit);
// POST place, title, text: keeps it; without text it is thrown away. null, or 429 with too many drafts.
Response keep_draft(Visit& visit);

}  // namespace rialto::web
