// A film's title card as a picture, and lobby cards: what stands for a page where its address is shown elsewhere.
#pragma once

#include "web/http.h"

namespace rialto::web {

struct Visit;

Response card_picture(Visit& visit);      // /film/{slug}/card.svg
Response film_lobby_card(Visit& visit);   // /film/{slug}/lobby.png
Response house_lobby_card(Visit& visit);  // /lobby.png

}  // namespace rialto::web
